"""Every part is one this version knows."""

from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.lint.walk import everywhere
from pos_companion.rules.rule import Rule
from pos_companion.rules.unknown import UnknownCondition, UnknownEffect


class UnknownParts(Check):
    """A condition or an effect of a newer version would never fire, and nobody would see why."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:  # noqa: ARG002
        """Each unknown kind."""
        parts = [*everywhere(rule.when), *rule.effects]
        for part in parts:
            if isinstance(part, UnknownCondition | UnknownEffect):
                text = N_("“{kind}” needs a newer version of the program. Take that part out.")
                yield Phrase(text, {"kind": part.kind})
