"""Why a limit leaves no room, in whole sentences."""

from datetime import date

from pos_companion.i18n import N_, NearDay, Phrase
from pos_companion.model.money import Money
from pos_companion.rules.rule import Cap, Period

_BUDGETS = {
    Period.VISIT: N_("The budget of this visit has {left} left; this costs {needed}."),
    Period.DAY: N_("Today’s budget has {left} left; this costs {needed}."),
    Period.WEEK: N_("This week’s budget has {left} left; this costs {needed}."),
    Period.MONTH: N_("This month’s budget has {left} left; this costs {needed}."),
    Period.YEAR: N_("This year’s budget has {left} left; this costs {needed}."),
    Period.CELEBRATION: N_("This year’s budget has {left} left; this costs {needed}."),
    Period.ROLLING: N_("The budget of these days has {left} left; this costs {needed}."),
    Period.EVER: N_("The budget has {left} left; this costs {needed}."),
}


_LEFT = {
    Period.VISIT: N_("It costs {cost}; {left} are left of the budget of this visit."),
    Period.DAY: N_("It costs {cost}; {left} are left of today’s budget."),
    Period.WEEK: N_("It costs {cost}; {left} are left of this week’s budget."),
    Period.MONTH: N_("It costs {cost}; {left} are left of this month’s budget."),
    Period.YEAR: N_("It costs {cost}; {left} are left of this year’s budget."),
    Period.CELEBRATION: N_("It costs {cost}; {left} are left of this year’s budget."),
    Period.ROLLING: N_("It costs {cost}; {left} are left of the budget of these days."),
    Period.EVER: N_("It costs {cost}; {left} are left of the budget."),
}


def left_of(period: Period, left: Money, cost: Money) -> Phrase:
    """A budget that has room for this; for the cashier's eyes."""
    return Phrase(_LEFT[period], {"left": left, "cost": cost})


def budget(period: Period, left: Money, needed: Money) -> Phrase:
    """A budget that has too little left."""
    return Phrase(_BUDGETS[period], {"left": left, "needed": needed})


def already_given(who: str | Phrase, day: date, today: date) -> Phrase:
    """A once-only gift that they had."""
    if day == today:
        return Phrase(N_("{who} already had this today."), {"who": who})
    return Phrase(N_("{who} already had this on {day}."), {"who": who, "day": day})


def household(who: str | Phrase, day: date, today: date) -> Phrase:
    """Somebody of the household had it, and the household shares it."""
    if day == today:
        text = N_("{who} already had this today, and the household shares it.")
        return Phrase(text, {"who": who})
    text = N_("{who} already had this on {day}, and the household shares it.")
    return Phrase(text, {"who": who, "day": day})


def count(cap: Cap, again: date | None, today: date) -> Phrase:
    """It was given as often as planned, and when it can be given again."""
    values = {"count": cap.limit, "again": NearDay(again, today) if again else None}
    if cap.period is Period.ROLLING:
        return Phrase(
            "This was given {count} time in these days, as planned.",
            values,
            "This was given {count} times in these days, as planned.",
        )
    if again is None:
        return Phrase(
            "This was given {count} time, as often as planned.",
            values,
            "This was given {count} times, as often as planned.",
        )
    return Phrase(
        "This was given {count} time, as often as planned; it begins anew {again}.",
        values,
        "This was given {count} times, as often as planned; it begins anew {again}.",
    )


def visit_is_full(gestures: int) -> Phrase:
    """One visit has brought all the gestures the shop allows."""
    return Phrase(
        "This visit already has its {count} gesture.",
        {"count": gestures},
        "This visit already has its {count} gestures.",
    )


def discounts_are_full(discounts: int) -> Phrase:
    """One visit has brought all the discounts the shop allows."""
    return Phrase(
        "This visit already has its {count} discount.",
        {"count": discounts},
        "This visit already has its {count} discounts.",
    )
