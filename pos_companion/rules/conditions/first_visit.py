"""Somebody new."""

from dataclasses import dataclass

from pos_companion.i18n import N_, Phrase
from pos_companion.rules import Answer, Condition, Facts, Verdict
from pos_companion.rules.facts import WORDLESS_NO, WORDLESS_YES


@dataclass(frozen=True)
class FirstVisit(Condition):
    """They have never been recorded here before."""

    label = N_("The first visit")
    sentence = N_("it is their first visit")

    def judge(self, facts: Facts) -> Answer:
        """Yes before any visit that counts."""
        if facts.visit_count == 0:
            return Answer.of(True, N_("This is their first visit"))
        values = {"count": facts.visit_count}
        return Answer(
            Verdict.NO,
            Phrase(
                "They have been here {count} time before.",
                values,
                "They have been here {count} times before.",
            ),
        )

    def glance(self, facts: Facts) -> Answer:
        """Nobody has to be told how often they came before."""
        return WORDLESS_NO if facts.visit_count else WORDLESS_YES
