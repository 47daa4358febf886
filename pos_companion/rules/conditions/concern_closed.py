"""Something was put right."""

from dataclasses import dataclass, field
from datetime import timedelta

from pos_companion.i18n import N_, NearDay, Phrase
from pos_companion.rules import Answer, Condition, Facts, Verdict
from pos_companion.rules.severity import WEIGHTS, Weight


@dataclass(frozen=True)
class ConcernClosed(Condition):
    """Something we owed them for `lasted` days was put right in the last `days` days."""

    label = N_("We put something right")
    of_person = True
    sentence = N_(
        "we put something {severity} right for them in the last {days} "
        "and it took at least {lasted}"
    )
    days: int = field(
        default=14, metadata={"label": N_("In the last"), "unit": N_("days"), "least": 0}
    )
    severity: Weight = field(
        default=Weight.ANY, metadata={"label": N_("How much it weighs"), "words": WEIGHTS}
    )
    lasted: int = field(
        default=0,
        metadata={
            "label": N_("It took at least"),
            "unit": N_("days"),
            "none": N_("a moment"),
            "least": 0,
            "most": 3660,
        },
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes with the latest one."""
        closed = [
            (one.closed_on, one.n, one)
            for one in facts.concerns
            if one.closed_on is not None and self.severity.fits(one.severity)
        ]
        found = [
            one
            for one in closed
            if not self.lasted or (one[0] - one[2].opened_on).days >= self.lasted
        ]
        if not found:
            return self._nothing(closed[-1][0] - closed[-1][2].opened_on if closed else None)
        closed_on, _n, latest = max(found, key=lambda one: one[:2])
        values = {"title": latest.title, "day": NearDay(closed_on, facts.today)}
        if closed_on < facts.today - timedelta(days=self.days):
            return Answer.of(False, N_("Put right some time ago: {title} ({day})."), **values)
        return Answer.of(True, N_("Put right: {title} ({day})"), **values)

    def _nothing(self, took: timedelta | None) -> Answer:
        if took is not None:
            values = {"count": took.days, "needed": self.lasted}
            return Answer(
                Verdict.NO,
                Phrase(
                    "What was put right took {count} day; this is for what took {needed}.",
                    values,
                    "What was put right took {count} days; this is for what took {needed}.",
                ),
            )
        if self.severity is Weight.ANY:
            return Answer.of(False, N_("Nothing was put right lately."))
        weight = Phrase(WEIGHTS[self.severity])
        return Answer.of(False, N_("Nothing {severity} was put right lately."), severity=weight)
