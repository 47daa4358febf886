"""How long they have been coming, and when: words for the eyes of the cashier, never spoken."""

from datetime import date

from pos_companion.i18n import N_, DayName, NearDay, Phrase
from pos_companion.model.cadence import Cadence
from pos_companion.model.people import Customer

_MOST_DAYS = 3


def rhythm(customer: Customer, cadence: Cadence | None, today: date) -> tuple[Phrase, ...]:
    """Tenure first, then their usual days, or how often they come where that is steady.

    Returns:
        At most two lines; none before the first visit. No word of being late: that is nobody's
        business at the counter.
    """
    if customer.first_visit is None or not customer.visits:
        return ()
    values = {"count": customer.visits, "since": NearDay(customer.first_visit, today)}
    tenure = Phrase("{count} visit since {since}", values, "{count} visits since {since}")
    return (tenure, *_how_often(cadence))


def _how_often(cadence: Cadence | None) -> tuple[Phrase, ...]:
    if cadence is None:
        return ()
    if 0 < len(cadence.weekdays) <= _MOST_DAYS:
        days = tuple(DayName(day) for day in cadence.weekdays)
        if cadence.hours is None:
            return (Phrase(N_("Usual days: {days}"), {"days": days}),)
        values = {"days": days, "start": cadence.hours[0], "end": cadence.hours[1]}
        return (Phrase(N_("Usual days: {days}, mostly from {start} to {end}"), values),)
    if not cadence.is_steady:
        return ()
    quick, slow = round(cadence.quick_gap), round(cadence.slow_gap)
    if quick == slow:
        every = {"count": quick}
        return (Phrase("Comes about every day", every, "Comes about every {count} days"),)
    return (Phrase(N_("Comes every {quick} to {slow} days"), {"quick": quick, "slow": slow}),)
