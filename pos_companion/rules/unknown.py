"""Parts of a rule that this version does not know: kept as they are, never fired."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from pos_companion.i18n import N_, Phrase
from pos_companion.model.money import Money
from pos_companion.rules.facts import Answer, Facts
from pos_companion.rules.parts import Condition, Effect

UNKNOWN_KIND = "unknown_kind"


def _kind(written: str) -> str:
    return str(json.loads(written)["kind"])


@dataclass(frozen=True)
class UnknownCondition(Condition):
    """A condition of another version; `written` is its JSON, word for word."""

    written: str

    @classmethod
    def keep(cls, data: Mapping[str, object]) -> "UnknownCondition":
        """Keep what was read."""
        return cls(json.dumps(data, ensure_ascii=False))

    @property
    def kind(self) -> str:
        """The kind it was written with."""
        return _kind(self.written)

    def judge(self, facts: Facts) -> Answer:  # noqa: ARG002 - the base's shape
        """Unknown, whatever the facts: so neither it nor its opposite ever holds."""
        text = N_("This rule needs a newer version of the program (“{kind}”).")
        return Answer.unknown(text, kind=self.kind).coded(UNKNOWN_KIND)


@dataclass(frozen=True)
class UnknownEffect(Effect):
    """An effect of another version; `written` is its JSON, word for word."""

    written: str

    @classmethod
    def keep(cls, data: Mapping[str, object]) -> "UnknownEffect":
        """Keep what was read."""
        return cls(json.dumps(data, ensure_ascii=False))

    @property
    def kind(self) -> str:
        """The kind it was written with."""
        return _kind(self.written)

    def cost(self, facts: Facts) -> Money:
        """Nothing: it is never given."""
        return Money(0, facts.shop.currency)

    def value(self, facts: Facts) -> Money:
        """Nothing: it is never given."""
        return Money(0, facts.shop.currency)

    def title(self, facts: Facts) -> Phrase:  # noqa: ARG002 - the base's shape
        """Its kind."""
        return Phrase("{what}", {"what": self.kind})

    def available(self, facts: Facts) -> Answer:  # noqa: ARG002 - the base's shape
        """Never."""
        text = N_("This gesture needs a newer version of the program (“{kind}”).")
        return Answer.of(False, text, kind=self.kind).coded(UNKNOWN_KIND)

    def on_the_till(self, facts: Facts) -> Phrase | None:  # noqa: ARG002 - the base's shape
        """Nothing."""
        return None
