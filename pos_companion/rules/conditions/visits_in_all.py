"""Came often enough in all."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts


@dataclass(frozen=True)
class VisitsInAll(Condition):
    """At least `count` visits ever, this one included; those taken back do not count."""

    label = N_("Came at least … times in all")
    of_person = True
    sentence = N_("they came at least {count} in all")
    count: int = field(
        default=10,
        metadata={"label": N_("Visits"), "unit": N_("times"), "least": 1, "most": 100_000},
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes from that visit on."""
        came = facts.visit_count + 1
        if came >= self.count:
            return Answer.of(True, N_("Came {came} times, this visit included"), came=came)
        text = N_("Came {came} of {count} times, this visit included.")
        return Answer.of(False, text, came=came, count=self.count)
