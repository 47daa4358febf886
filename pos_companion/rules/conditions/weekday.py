"""Some days of the week."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.facts import WORDLESS_NO, WORDLESS_YES
from pos_companion.rules.weekdays import day_names, named

_CODE = "wrong_weekday"
_WORDLESS_NO = WORDLESS_NO.coded(_CODE)


@dataclass(frozen=True)
class Weekday(Condition):
    """The business day is one of `days`, 0 is Monday; the small hours belong to the day before."""

    label = N_("On some days of the week")
    sentence = N_("it is {days}")
    days: tuple[int, ...] = field(
        default=(0,), metadata={"label": N_("Days"), "least": 0, "most": 6, "form": "weekdays"}
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes on these days."""
        today = facts.today.weekday()
        if today in self.days:
            return Answer.of(True, N_("It is {weekday}"), weekday=named(today))
        text = N_("This is for {days}; today is {weekday}.")
        return Answer.of(False, text, days=day_names(self.days), weekday=named(today)).coded(_CODE)

    def glance(self, facts: Facts) -> Answer:
        """The days by their numbers."""
        return WORDLESS_YES if facts.today.weekday() in self.days else _WORDLESS_NO
