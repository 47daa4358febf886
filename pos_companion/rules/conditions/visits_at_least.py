"""Came often enough."""

from dataclasses import dataclass, field
from datetime import timedelta

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.facts import WORDLESS_NO, WORDLESS_YES


@dataclass(frozen=True)
class VisitsAtLeast(Condition):
    """At least `count` visits in the last `days` days, this one included."""

    label = N_("Came at least … times in … days")
    of_person = True
    sentence = N_("they came at least {count} in the last {days}")
    count: int = field(
        default=10, metadata={"label": N_("Visits"), "unit": N_("times"), "least": 1, "most": 100}
    )
    days: int = field(
        default=90, metadata={"label": N_("In the last"), "unit": N_("days"), "least": 1}
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes, no or unknown; the sentence tells the cashier how far it is."""
        came = facts.visits_since(facts.today - timedelta(days=self.days))
        if came >= self.count:
            return Answer.of(True, N_("Came {came} times lately, this visit included"), came=came)
        text = N_("Came {came} of {count} times in {days} days, this visit included.")
        return Answer.of(False, text, came=came, count=self.count, days=self.days)

    def glance(self, facts: Facts) -> Answer:
        """Nobody has to be told how often."""
        first = facts.today - timedelta(days=self.days)
        return WORDLESS_YES if facts.came_since(first, self.count) else WORDLESS_NO
