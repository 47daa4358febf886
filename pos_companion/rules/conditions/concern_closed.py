"""Something was put right."""

from dataclasses import dataclass, field
from datetime import timedelta

from pos_companion.i18n import N_, NearDay
from pos_companion.rules import Answer, Condition, Facts


@dataclass(frozen=True)
class ConcernClosed(Condition):
    """Something we owed them was put right in the last `days` days."""

    label = N_("We put something right")
    of_person = True
    sentence = N_("we put something right for them in the last {days}")
    days: int = field(
        default=14, metadata={"label": N_("In the last"), "unit": N_("days"), "least": 0}
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes with the latest one."""
        closed = [one for one in facts.concerns if one.closed_on is not None]
        latest = max(closed, key=lambda one: (one.closed_on or one.opened_on, one.n), default=None)
        if latest is None or latest.closed_on is None:
            return Answer.of(False, N_("Nothing was put right lately."))
        day = NearDay(latest.closed_on, facts.today)
        if latest.closed_on < facts.today - timedelta(days=self.days):
            text = N_("Put right some time ago: {title} ({day}).")
            return Answer.of(False, text, title=latest.title, day=day)
        return Answer.of(True, N_("Put right: {title} ({day})"), title=latest.title, day=day)
