"""That something which went wrong is serious: one tap, and off unless somebody says so."""

from pos_companion.i18n import _
from pos_companion.model.care import Severity
from ui.kit import Chip, Flow


class WeightChip(Flow):
    """A pill.

    Args:
        severity: how much it weighs so far.

    Attributes:
        serious: the pill.
    """

    def __init__(self, severity: Severity = Severity.SMALL) -> None:
        super().__init__()
        is_serious = severity is Severity.SERIOUS
        text = _("It is serious: health, money, or they are angry")
        self.serious = Chip(text, is_serious, "triangle-alert")
        self.add(self.serious)

    def severity(self) -> Severity:
        """How much it weighs."""
        return Severity.SERIOUS if self.serious.isChecked() else Severity.SMALL
