"""How often somebody comes, by their own measure."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

_SOONEST_RISK, _SOONEST_LAPSE = 21, 90


class Timing(StrEnum):
    """Where somebody stands in their own rhythm; the word itself is for nobody's ears."""

    EARLY = "early"
    DUE = "due"
    LATE = "late"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class Cadence:
    """How often somebody comes.

    Attributes:
        typical_gap: median days between visits of the last 20.
        quick_gap, slow_gap: own quartiles, in days.
        weekdays: the days they usually come, 0 is Monday; may be empty.
        late_gap: days that nine of ten of their own gaps do not exceed; 0 when not worked out.
        timing: where the time since their last visit stands among their own gaps.
        hours: between which times of the day most of their visits lie; None when none stand out.
    """

    typical_gap: float
    quick_gap: float
    slow_gap: float
    weekdays: tuple[int, ...] = ()
    late_gap: float = 0.0
    timing: Timing = Timing.DUE
    hours: tuple[time, time] | None = None

    @property
    def is_steady(self) -> bool:
        """Whether the spread is small enough to say "every 3 to 8 days"."""
        return self.slow_gap - self.quick_gap <= self.typical_gap

    @property
    def late(self) -> bool:
        """Whether they have been away longer than nine of ten of their own gaps."""
        return self.timing in {Timing.LATE, Timing.LAPSED}

    @property
    def risk_gap(self) -> float:
        """More days away than this, and they may be lost: twice their rhythm, at least 3 weeks."""
        return max(_SOONEST_RISK, 2 * self.typical_gap, self.late_gap)

    @property
    def lapse_gap(self) -> float:
        """More days away than this, and the habit is over: three late gaps, at least 90 days."""
        return max(_SOONEST_LAPSE, 3 * self.late_gap, self.risk_gap)

    def next_after(self, day: date) -> tuple[date, date] | None:
        """Between which days the visit after one on `day` may come: half of them do.

        Returns:
            None when they come too unevenly to say.
        """
        if not self.is_steady:
            return None
        first, last = (timedelta(days=round(gap)) for gap in (self.quick_gap, self.slow_gap))
        return day + first, day + last
