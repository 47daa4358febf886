"""Has not been here for a while."""

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from pos_companion.i18n import N_, Phrase
from pos_companion.rules import Answer, Condition, Facts, Verdict
from pos_companion.rules.facts import WORDLESS_NO, WORDLESS_YES

_GAPS = 12
_VISITS_FOR_A_HABIT = 4


@dataclass(frozen=True)
class DaysSinceLast(Condition):
    """The last visit is at least `days` days back, or `times_usual` times their own usual gap.

    Differences of business dates. The usual gap is the median of the last 12, unknown below four
    visits. 0 switches one of the two off; with both, one is enough.
    """

    label = N_("Was not here for … days")
    of_person = True
    sentence = N_("they stayed away for at least {days} or {times_usual}")
    days: int = field(
        default=42,
        metadata={
            "label": N_("At least"),
            "unit": N_("days"),
            "least": 0,
            "none": N_("no fixed time"),
        },
    )
    times_usual: float = field(
        default=0.0,
        metadata={
            "label": N_("Or times their usual gap"),
            "unit": N_("times their usual gap"),
            "least": 0,
            "none": N_("whatever their usual gap is"),
        },
    )

    def judge(self, facts: Facts) -> Answer:
        """No on the first visit; unknown while there are too few visits for a habit."""
        if facts.visit_count == 0 and not facts.visits:
            return Answer.of(False, N_("This is the first visit."))
        if not facts.visits:
            return Answer.unknown(N_("Not known yet: when were they last here?")).coded(
                "last_visit"
            )
        away = (facts.today - facts.visits[-1].day).days
        if self.days and away >= self.days:
            return self._long_ago(away)
        if not self.times_usual:
            return self._too_soon(away, self.days)
        usual = usual_gap(facts)
        if usual is None:
            text = N_("Not known yet: too few visits to tell how often they come.")
            return Answer.unknown(text).coded("cadence")
        needed = usual * self.times_usual
        if away >= needed:
            return self._long_ago(away)
        soonest = min(needed, self.days) if self.days else needed
        return self._too_soon(away, -int(-soonest // 1))

    def glance(self, facts: Facts) -> Answer:
        """A fixed number of days is soon compared."""
        if self.times_usual or not facts.visits:
            return self.judge(facts)
        away = (facts.today - facts.visits[-1].day).days
        return WORDLESS_YES if self.days and away >= self.days else WORDLESS_NO

    @staticmethod
    def _long_ago(away: int) -> Answer:
        values = {"count": away}
        return Answer(
            Verdict.YES,
            Phrase(
                "Good to see them again after {count} day",
                values,
                "Good to see them again after {count} days",
            ),
        )

    @staticmethod
    def _too_soon(away: int, needed: int) -> Answer:
        if away < 1:
            text = N_("They were here today already; this begins at {needed} days.")
            return Answer.of(False, text, needed=needed)
        values = {"count": away, "needed": needed}
        return Answer(
            Verdict.NO,
            Phrase(
                "They were here {count} day ago; this begins at {needed}.",
                values,
                "They were here {count} days ago; this begins at {needed}.",
            ),
        )


def usual_gap(facts: Facts) -> float | None:
    """The median of the last 12 gaps between days with visits, in days; None below four visits."""
    if len(facts.visits) < _VISITS_FOR_A_HABIT:
        return None
    days = sorted({visit.day for visit in facts.visits})[-_GAPS - 1 :]
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return float(median(gaps)) if gaps else None
