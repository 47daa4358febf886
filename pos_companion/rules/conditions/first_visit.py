"""Somebody new."""

from dataclasses import dataclass

from pos_companion.i18n import N_, Phrase
from pos_companion.rules import Answer, Condition, Facts, Verdict


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
