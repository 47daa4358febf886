"""A kindness that costs nothing."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_, Phrase
from pos_companion.model.money import Money
from pos_companion.rules import Answer, Effect, Facts


@dataclass(frozen=True)
class Service(Effect):
    """Something we do for them: carry it to the car, call when it arrives. It still counts."""

    gesture: str = field(metadata={"label": N_("What we do"), "form": "ready_words"})
    label = N_("Something we do for them")
    sentence = N_("to do this for them: {gesture}")

    def cost(self, facts: Facts) -> Money:
        """Nothing."""
        return Money(0, facts.shop.currency)

    def value(self, facts: Facts) -> Money:
        """Nothing that could be counted."""
        return Money(0, facts.shop.currency)

    def title(self, facts: Facts) -> Phrase:  # noqa: ARG002 - the base's shape
        """The gesture in the shop's own words; those of ready-made rules are in the catalogues."""
        return Phrase("{what}", {"what": Phrase(self.gesture)})

    def available(self, facts: Facts) -> Answer:  # noqa: ARG002 - the base's shape
        """Always."""
        return Answer.of(True, N_("It can always be done"))

    def on_the_till(self, facts: Facts) -> Phrase | None:  # noqa: ARG002 - the base's shape
        """Nothing."""
        return None
