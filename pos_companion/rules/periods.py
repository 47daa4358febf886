"""Calendar periods in business dates."""

from datetime import date, timedelta

from pos_companion.rules.rule import Cap, Period


def first_day(cap: Cap, today: date, first_weekday: int) -> date | None:
    """The day on which the period of a cap that holds today began.

    Args:
        cap: a rolling period is `days` long, today included.
        today: business date.
        first_weekday: the day a week begins with, 0 is Monday (CLDR, by the shop's country).

    Returns:
        None for what has no beginning: a visit, and ever. A celebration year that is nobody's
        counts like a calendar year.
    """
    if cap.period is Period.DAY:
        return today
    if cap.period is Period.WEEK:
        return today - timedelta(days=(today.weekday() - first_weekday) % 7)
    if cap.period is Period.MONTH:
        return today.replace(day=1)
    if cap.period in {Period.YEAR, Period.CELEBRATION}:
        return today.replace(month=1, day=1)
    if cap.period is Period.ROLLING:
        return today - timedelta(days=max(1, cap.days) - 1)
    return None


def next_start(period: Period, today: date, first_weekday: int) -> date | None:
    """The first day of the next such calendar period; None for what is no calendar period."""
    if period is Period.DAY:
        return today + timedelta(days=1)
    if period is Period.WEEK:
        return today + timedelta(days=7 - (today.weekday() - first_weekday) % 7)
    if period is Period.MONTH:
        return (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    if period is Period.YEAR:
        return date(today.year + 1, 1, 1)
    return None
