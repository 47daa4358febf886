"""Staying away and coming back, by somebody's own rhythm; the words are for our eyes only.

At risk from twice their usual gap on (never before three weeks), not seen any more from three of
their late gaps on (never before three months), back with the next visit: until the third one, or
for 60 days. Who never had a rhythm is not seen any more after half a year.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from pos_companion.i18n import N_, LongDay, Phrase
from pos_companion.insight.cadence import LATEST_GAPS, cadence_of_days
from pos_companion.model.stages import Stage, Turned

WITHOUT_RHYTHM = 180
"""So many days away end the habit of somebody without one."""
_SOONEST = 21
_VISITS_BACK, _DAYS_BACK = 3, 60
_LOOKED_AT = 100


def turn_of(days: Sequence[date], today: date) -> Turned | None:
    """What their staying away, or their coming back, comes to.

    Args:
        days: of the visits that count, oldest first; the last 100 are looked at.

    Returns:
        None while they come as they always did.
    """
    latest = _days_once(days)
    if not latest or latest[-1] > today:
        return None
    if away := _away(latest, today):
        return away[-1]
    # The latest visits, back to the one that ended an absence.
    for at in range(len(latest) - 1, max(0, len(latest) - 1 - _VISITS_BACK), -1):
        if (today - latest[at]).days > _DAYS_BACK:
            return None
        if _away(latest[:at], latest[at]):
            return _back(latest[at - 1], latest[at])
    return None


def turns_of(days: Sequence[date], today: date) -> Iterator[Turned]:
    """Every absence and every coming back, oldest first."""
    every = sorted(set(days))
    for at, (last, following) in enumerate(pairwise([*every, today + timedelta(days=1)])):
        if (following - last).days <= _SOONEST:
            continue
        is_open = at == len(every) - 1
        away = _away(every[: at + 1], today if is_open else following)
        yield from away
        if away and not is_open:
            yield _back(last, following)


def _days_once(days: Sequence[date]) -> list[date]:
    return sorted(set(days[-_LOOKED_AT:]))


def _away(days: Sequence[date], until: date) -> list[Turned]:
    """The turns of an absence that began with the last of these days; empty when it was none."""
    last = days[-1]
    away = (until - last).days
    if away <= _SOONEST:
        return []
    # As seen from their last day: what is late must not change from one weekday to the next.
    cadence = cadence_of_days(days[-LATEST_GAPS - 1 :], last)
    because = Phrase(N_("Last here on {day}"), {"day": LongDay(last)})
    limits = [(Stage.LAPSED, float(WITHOUT_RHYTHM))]
    if cadence is not None:
        limits = [(Stage.AT_RISK, cadence.risk_gap), (Stage.LAPSED, cadence.lapse_gap)]
    return [
        Turned(stage, last + timedelta(days=int(limit) + 1), because)
        for stage, limit in limits
        if away > limit
    ]


def _back(last: date, again: date) -> Turned:
    values = {"day": LongDay(again), "before": LongDay(last)}
    return Turned(Stage.BACK, again, Phrase(N_("Here again on {day}, after {before}"), values))
