"""Which concerns a condition means, by how much they weigh."""

from enum import StrEnum

from pos_companion.i18n import N_
from pos_companion.model.care import Severity


class Weight(StrEnum):
    """How much a concern has to weigh."""

    ANY = "any"
    SMALL = "small"
    SERIOUS = "serious"

    def fits(self, severity: Severity) -> bool:
        """Whether a concern is meant."""
        return self is Weight.ANY or self.value == severity.value


WEIGHTS = {
    Weight.ANY: N_("small or serious"),
    Weight.SMALL: N_("small"),
    Weight.SERIOUS: N_("serious"),
}
"""In words, behind "something"."""
