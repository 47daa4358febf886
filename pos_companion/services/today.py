"""What the shop should know today: owed, celebrated, missed, and the shelf."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from pos_companion.i18n import N_, NearDay, Phrase, words
from pos_companion.insight.cadence import cadence_of
from pos_companion.insight.celebrations import whose, without_doubles
from pos_companion.insight.moods import alert, worry
from pos_companion.model.card import Board, BoardRow
from pos_companion.model.celebrations import CelebrationKind, DayAhead
from pos_companion.model.people import Customer
from pos_companion.model.staff import Right
from pos_companion.model.stock import Gift
from pos_companion.services import Shop
from pos_companion.services.finding import display_name
from pos_companion.services.sign_in import allowed
from pos_companion.services.withheld import celebrations_for
from pos_companion.storage.celebrations import Ahead
from pos_companion.storage.day_codes import codes_from

MOST_ROWS = 7
_MOST_MISSED = 2
_CELEBRATING = 200
_OWED = 200
_AT_ONCE = 5000
_MISSED_FROM = timedelta(days=21)
_MISSED_UNTIL = timedelta(days=120)
_A_REGULAR = 8
_CARED_FOR = timedelta(days=2)
"""So long somebody who left low stands on the board, the day itself and those after it."""

_ICONS = {
    CelebrationKind.BIRTHDAY: "cake",
    CelebrationKind.NAME_DAY: "sparkles",
    CelebrationKind.ANNIVERSARY: "heart",
    CelebrationKind.MOVING_IN: "house",
    CelebrationKind.GRADUATION: "graduation-cap",
    CelebrationKind.OTHER: "party-popper",
}


def board(shop: Shop, most: int | None = MOST_ROWS) -> Board:
    """The rows of the Today board: owed first, then celebrations, then regulars we miss.

    Whoever may agree to exceptions also sees who left low in the last days.

    Args:
        most: rows to keep; None keeps all.
    """
    rows = [*_owed(shop), *_worried(shop), *_celebrating(shop), *_missed(shop)]
    low = (gift for gift in shelf(shop) if gift.is_low)
    return Board(
        today=shop.today,
        visits=shop.storage.visits.count_on(shop.today),
        rows=tuple(rows[:most]),
        more=len(rows) - len(rows[:most]),
        low=tuple(sorted(low, key=lambda gift: (gift.free, gift.id))),
    )


def shelf(shop: Shop) -> tuple[Gift, ...]:
    """The gifts, in the order they were put on the shelf."""
    return tuple(shop.storage.stock.gifts(shop.profile.currency).values())


def _owed(shop: Shop) -> Iterator[BoardRow]:
    for concern in shop.storage.concerns.owed(shop.today, _OWED):
        customer = shop.storage.people.get(concern.customer)
        if customer is None:
            continue
        text = Phrase(N_("Owed: {promise}"), {"promise": concern.promise})
        if concern.is_question:
            text = Phrase(N_("To find out: {question}"), {"question": concern.title})
        due = Phrase(N_("due {day}"), {"day": NearDay(concern.due, shop.today)})
        if concern.due > shop.today:
            due = Phrase(N_("tell them how it stands"))
        yield BoardRow(
            kind="owed",
            text=text,
            detail=f"{words(display_name(customer))} · {concern.owner} · {words(due)}",
            customer=customer.id,
            icon="circle-alert",
        )


def _worried(shop: Shop) -> list[BoardRow]:
    """Whose mood fell, for whoever looks after the shop; until they come again, or a few days."""
    who = shop.storage.moods.low_since(shop.today - _CARED_FOR, _OWED)
    if not who or not allowed(shop, Right.APPROVE):
        return []
    now, rows = shop.clock.now(), []
    for customer in shop.storage.people.some(who):
        visits = shop.storage.visits.history(customer.id, now, shop.time, latest=2)
        why = worry(visits)
        if why is None or visits[-1].day < shop.today - _CARED_FOR:
            continue
        name = words(display_name(customer))
        day = words(Phrase("{day}", {"day": NearDay(visits[-1].day, shop.today)}))
        rows.append(BoardRow("mood", alert(why, name), day, customer.id, "hand-heart"))
    return rows


def days_ahead(shop: Shop, days: int) -> tuple[DayAhead, ...]:
    """What the whole shop has to celebrate from today on; in a month known alone, that month.

    Args:
        days: how far to look ahead; 1 is today and tomorrow.

    Returns:
        Soonest first, on one day the likelier visitors first; each being once per day. Those who
        are gone, who do not celebrate or do not want it remembered are not in it, and a surprise
        opens only the card of somebody who may know.
    """
    return _ahead(shop, days, -1)


def _ahead(shop: Shop, days: int, limit: int) -> tuple[DayAhead, ...]:
    today, leap = shop.today, shop.profile.leap
    near = list(shop.storage.people.ahead(codes_from(today, days), limit))
    customers = _customers(shop, {one.celebration.customer for one in near})
    through = today + timedelta(days=days)
    # A month known alone began on its first day.
    wishes = shop.storage.wishes.of_days(today.replace(day=1), through)
    wished = {(wish.whose, wish.kind, wish.first) for wish in wishes}
    found = []
    for one in near:
        span = one.celebration.upcoming(today, leap)
        customer = customers.get(one.celebration.customer)
        if span is None or span.first > through or customer is None:
            continue
        customer = _may_know(shop, one, customer)
        members = () if one.member is None else (one.member,)
        owner = whose(one.celebration, members, one.household)
        if customer is None or owner is None:
            continue
        is_wished = (owner, one.celebration.kind, span.first) in wished
        celebration = one.celebration
        if not celebration.who:
            celebration = replace(celebration, who=customer.called)
        relation = one.member.relation if one.member and celebration.being else ""
        found.append(
            (
                owner,
                DayAhead(celebration, customer, relation, span, span.days_from(today), is_wished),
            )
        )
    return without_doubles(found)


def _customers(shop: Shop, ids: set[int]) -> dict[int, Customer]:
    every = sorted(ids)
    parts = (every[at : at + _AT_ONCE] for at in range(0, len(every), _AT_ONCE))
    return {one.id: one for part in parts for one in shop.storage.people.some(part)}


def _may_know(shop: Shop, ahead: Ahead, customer: Customer) -> Customer | None:
    """Whose card shows it: the one it was written for, unless it is to surprise them."""
    told = ahead.celebration
    if not celebrations_for(customer, (told,)):
        return None
    if not told.hidden_from:
        return customer
    people = shop.storage.people
    members = people.members(ahead.household)
    around = [] if ahead.household is None else people.in_household(ahead.household)
    for one in (customer, *around):
        if not told.is_hidden(one.id, members) and not one.no_celebrations:
            return one
    return None


def _celebrating(shop: Shop) -> list[BoardRow]:
    """Celebrations of today and tomorrow that nobody has wished them yet."""
    return [
        _celebration_row(ahead)
        for ahead in _ahead(shop, 1, _CELEBRATING)
        if ahead.celebration.is_exact and not ahead.wished
    ]


def _celebration_row(ahead: DayAhead) -> BoardRow:
    celebration, customer, relation = ahead.celebration, ahead.customer, ahead.relation
    values = {
        "who": celebration.who,
        "name": customer.called,
        "title": celebration.title,
        "relation": relation,
    }
    if celebration.title:
        text = (N_("{who} {title} today"), N_("{who} {title} tomorrow"))
    elif celebration.kind is CelebrationKind.ANNIVERSARY:
        text = (N_("{name} has an anniversary today"), N_("{name} has an anniversary tomorrow"))
    elif celebration.kind is not CelebrationKind.BIRTHDAY:
        text = (
            N_("{who} has something to celebrate today"),
            N_("{who} has something to celebrate tomorrow"),
        )
    elif celebration.being is None:
        text = (N_("{who} has a birthday today"), N_("{who} has a birthday tomorrow"))
    elif relation and customer.called:
        text = (
            N_("{who} ({name}’s {relation}) has a birthday today"),
            N_("{who} ({name}’s {relation}) has a birthday tomorrow"),
        )
    else:
        text = (
            N_("{who} (with {name}) has a birthday today"),
            N_("{who} (with {name}) has a birthday tomorrow"),
        )
    return BoardRow(
        kind="celebration",
        text=Phrase(text[min(ahead.days, 1)], values),
        detail=words(display_name(customer)),
        customer=customer.id,
        icon=_ICONS[celebration.kind],
    )


def _missed(shop: Shop) -> list[BoardRow]:
    """Regulars who are late by their own rhythm; curiosity, not a list to chase."""
    now = shop.clock.now()
    rows: list[BoardRow] = []
    for customer in shop.storage.people.not_seen(
        now - _MISSED_UNTIL, now - _MISSED_FROM, _A_REGULAR, 20
    ):
        history = shop.storage.visits.history(customer.id, now, shop.time)
        cadence = cadence_of(history, shop.today)
        if cadence is None or not cadence.late or len(rows) == _MOST_MISSED:
            continue
        weeks = (shop.today - history[-1].day).days // 7
        rows.append(
            BoardRow(
                kind="missed",
                text=Phrase(
                    "Not seen for {count} week", {"count": weeks}, "Not seen for {count} weeks"
                ),
                detail=words(display_name(customer)),
                customer=customer.id,
                icon="clock",
            )
        )
    return rows
