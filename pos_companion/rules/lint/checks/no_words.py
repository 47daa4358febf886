"""Somebody has to say something, and know why."""

from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.rule import Rule


class NoWords(Check):
    """Words for the customer, and a reason for the colleague."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:  # noqa: ARG002
        """Whatever of both is missing."""
        if not rule.say.strip():
            yield Phrase(N_("There are no words to say. Write what the cashier says."))
        if not rule.why.strip():
            yield Phrase(N_("It does not say why you do this. Write one sentence for colleagues."))
