"""Some hours of the day."""

from dataclasses import dataclass, field
from datetime import time, timedelta

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.facts import WORDLESS_NO
from pos_companion.rules.weekdays import day_names, named

_CODE = "wrong_time"
_WORDLESS_NO = WORDLESS_NO.coded(_CODE)


@dataclass(frozen=True)
class TimeOfDay(Condition):
    """The shop's clock shows `start` or later, and not yet `end`.

    When `end` is not after `start` the hours go past midnight and belong to the day they start on;
    so do the weekdays, 0 is Monday, none means every day.
    """

    label = N_("At some hours of the day")
    sentence = N_("it is between {start} and {end} on {weekdays}")
    start: time = field(default=time(7), metadata={"label": N_("From")})
    end: time = field(default=time(11), metadata={"label": N_("Until")})
    weekdays: tuple[int, ...] = field(
        default=(),
        metadata={
            "label": N_("Days"),
            "least": 0,
            "most": 6,
            "form": "weekdays",
            "none": N_("any day"),
        },
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes inside the hours; the end no longer belongs to them."""
        clock = facts.now.time().replace(second=0, microsecond=0)
        past_midnight = self.end <= self.start and clock < self.end
        if not self._covers(clock):
            text = N_("This is for {start} to {end}; it is {clock}.")
            answer = Answer.of(False, text, start=self.start, end=self.end, clock=clock)
            return answer.coded(_CODE)
        began = facts.now.date() - timedelta(days=1 if past_midnight else 0)
        if self.weekdays and began.weekday() not in self.weekdays:
            text = N_("This is for {days}; these hours belong to {weekday}.")
            answer = Answer.of(
                False, text, days=day_names(self.weekdays), weekday=named(began.weekday())
            )
            return answer.coded("wrong_weekday")
        return Answer.of(True, N_("It is {clock}"), clock=clock)

    def glance(self, facts: Facts) -> Answer:
        """Most visits are at other hours."""
        clock = facts.now.time().replace(second=0, microsecond=0)
        return self.judge(facts) if self._covers(clock) else _WORDLESS_NO

    def _covers(self, clock: time) -> bool:
        if self.end <= self.start:
            return clock >= self.start or clock < self.end
        return self.start <= clock < self.end
