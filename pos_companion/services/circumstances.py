"""What is going on at the shop, its own calendar, and what cashiers may give of their own accord.

Rain, heat and a queue are set by hand and end by themselves: there is no weather service offline.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.giving import Circumstances, ContextFlag, LocalEvent, OwnBudget
from pos_companion.model.staff import Right
from pos_companion.rules import Facts
from pos_companion.services import Shop
from pos_companion.services.sign_in import require
from pos_companion.services.typed import typed_line
from pos_companion.storage.folding import folded

LONGEST_FLAG = timedelta(days=7)
_MOST_FLAGS, _MOST_EVENTS, _LONGEST_NAME = 20, 400, 60
_MOST_DAYS = 366


def circumstances(shop: Shop) -> Circumstances:
    """What holds for everybody now; flags that are over are left out."""
    kept, now = shop.storage.circumstances.now(), shop.clock.now()
    return replace(kept, flags=tuple(flag for flag in kept.flags if flag.until > now))


def at_the_shop(shop: Shop, facts: Facts, around: Circumstances) -> Facts:
    """The facts with what holds for everybody, and whether the customer belongs to the staff."""
    theirs = {facts.customer.id, *(member.customer for member in facts.members)}
    return replace(
        facts,
        circumstances=around,
        instant=shop.clock.now(),
        works_here=bool(theirs & around.colleagues),
    )


def set_flag(shop: Shop, name: str, until: datetime) -> Circumstances:
    """Say what is going on until an instant; the same name again changes its end.

    Returns:
        How it was before, for `put_back`.

    Raises:
        BadInputError: no name, a time gone by, or one too far off.
    """
    line, now = _named(name), shop.clock.now()
    if not now < until <= now + LONGEST_FLAG:
        raise BadInputError(N_("Say until when: later than now, and at most a week from now."))
    with shop.storage.transaction():
        before = circumstances(shop)
        others = tuple(one for one in before.flags if folded(one.name) != folded(line))
        if len(others) >= _MOST_FLAGS:
            raise BadInputError(N_("That is too much going on at once. End something first."))
        _keep(shop, replace(before, flags=(*others, ContextFlag(line, until, shop.staff))))
    return before


def end_flag(shop: Shop, name: str) -> Circumstances:
    """It is over.

    Returns:
        How it was before, for `put_back`.

    Raises:
        NotFoundError: nothing like that is going on.
    """
    with shop.storage.transaction():
        before = circumstances(shop)
        left = tuple(one for one in before.flags if folded(one.name) != folded(name.strip()))
        if len(left) == len(before.flags):
            raise NotFoundError(N_("Nothing like that is going on."))
        _keep(shop, replace(before, flags=left))
    return before


def keep_calendar(shop: Shop, events: Sequence[LocalEvent]) -> Circumstances:
    """Keep the shop's own calendar, all of it.

    Returns:
        How it was before, for `put_back`.

    Raises:
        BadInputError: a name is missing, or the days are the wrong way round.
        NotAllowedError: only a manager does.
    """
    require(shop, Right.RULES)
    checked = sorted((_event(one) for one in events), key=lambda one: (one.first, one.name))
    if len(checked) > _MOST_EVENTS:
        raise BadInputError(N_("That is too much for one calendar."))
    with shop.storage.transaction():
        before = circumstances(shop)
        _keep(shop, replace(before, events=tuple(checked)))
    return before


def keep_own_budget(shop: Shop, own: OwnBudget) -> Circumstances:
    """Decide what cashiers may give of their own accord.

    Returns:
        How it was before, for `put_back`.

    Raises:
        BadInputError: an amount below nothing, or no days.
        NotAllowedError: only a manager does.
    """
    require(shop, Right.RULES)
    amounts = (own.per_day, own.per_customer, own.most_off, *own.by_stage.values())
    if min(amounts) < 0 or not 1 <= own.days <= _MOST_DAYS:
        raise BadInputError(N_("A budget is nothing or more, for 1 to 366 days."))
    with shop.storage.transaction():
        before = circumstances(shop)
        _keep(shop, replace(before, own=own))
    return before


def put_back(shop: Shop, before: Circumstances) -> None:
    """Undo a change: everything as it was before it.

    Raises:
        NotAllowedError: the calendar or the budget would change, which only a manager may do.
    """
    with shop.storage.transaction():
        now = circumstances(shop)
        if (now.events, now.own) != (before.events, before.own):
            require(shop, Right.RULES)
        _keep(shop, before)


def _keep(shop: Shop, now: Circumstances) -> None:
    drawer = shop.storage.circumstances
    drawer.keep_flags(now.flags)
    drawer.keep_events(now.events)
    drawer.keep_own_budget(now.own)
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, "circumstances", flags=len(now.flags), events=len(now.events)
    )


def _named(name: str) -> str:
    line = typed_line(name)
    if not line or len(line) > _LONGEST_NAME:
        raise BadInputError(N_("Say in a few words what is going on."))
    return line


def _event(event: LocalEvent) -> LocalEvent:
    if event.last < event.first or (event.last - event.first).days > _MOST_DAYS:
        raise BadInputError(N_("“{name}” ends before it begins."), name=event.name)
    return replace(event, name=_named(event.name))
