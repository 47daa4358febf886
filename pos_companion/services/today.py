"""What the shop should know today: owed, celebrated, missed, and the shelf."""

from collections.abc import Iterator
from datetime import date, timedelta

from pos_companion.i18n import N_, NearDay, Phrase, words
from pos_companion.insight.cadence import cadence_of
from pos_companion.insight.celebrations import coming_up
from pos_companion.model.card import Board, BoardRow, ComingUp
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.people import Customer
from pos_companion.model.stock import Gift
from pos_companion.services import Shop
from pos_companion.services.finding import display_name
from pos_companion.services.withheld import celebrations_for

MOST_ROWS = 7
_MOST_MISSED = 2
_CELEBRATING = 200
_MISSED_FROM = timedelta(days=21)
_MISSED_UNTIL = timedelta(days=120)
_A_REGULAR = 8

_ICONS = {
    CelebrationKind.BIRTHDAY: "cake",
    CelebrationKind.NAME_DAY: "sparkles",
    CelebrationKind.ANNIVERSARY: "heart",
    CelebrationKind.MOVING_IN: "house",
    CelebrationKind.GRADUATION: "graduation-cap",
    CelebrationKind.OTHER: "party-popper",
}


def board(shop: Shop) -> Board:
    """The rows of the Today board: owed first, then celebrations, then regulars we miss."""
    rows = [*_owed(shop), *_celebrating(shop), *_missed(shop)]
    return Board(
        today=shop.today,
        visits=shop.storage.visits.count_on(shop.today),
        rows=tuple(rows[:MOST_ROWS]),
        more=max(0, len(rows) - MOST_ROWS),
    )


def shelf(shop: Shop) -> tuple[Gift, ...]:
    """The gifts, in the order they were put on the shelf."""
    return tuple(shop.storage.stock.gifts(shop.profile.currency).values())


def _owed(shop: Shop) -> Iterator[BoardRow]:
    for concern in shop.storage.concerns.owed(shop.today, MOST_ROWS + 1):
        customer = shop.storage.people.get(concern.customer)
        if customer is None:
            continue
        due = Phrase(N_("due {day}"), {"day": NearDay(concern.due, shop.today)})
        yield BoardRow(
            kind="owed",
            text=Phrase(N_("Owed: {promise}"), {"promise": concern.promise}),
            detail=f"{words(display_name(customer))} · {concern.owner} · {words(due)}",
            customer=customer.id,
            icon="circle-alert",
        )


def _celebrating(shop: Shop) -> list[BoardRow]:
    """Celebrations of today and tomorrow, today's first, then the likelier visitors."""
    days = (shop.today, shop.today + timedelta(days=1))
    people = shop.storage.people
    found: list[tuple[tuple[int, int], BoardRow]] = []
    seen: set[tuple[object, ...]] = set()
    for customer in people.some(people.celebrating(_codes(days), _CELEBRATING)):
        if customer.no_celebrations:
            continue
        members = people.members(customer.household)
        celebrations = celebrations_for(customer, people.celebrations(customer, members))
        for coming in coming_up(celebrations, members, shop.today, shop.profile.leap, 1):
            being = coming.celebration.being
            key = (being or f"self {coming.celebration.customer}", coming.celebration.kind)
            if coming.celebration.date.day is None or key in seen:
                continue
            seen.add(key)
            order = (coming.days, -customer.visits)
            relation = next((one.relation for one in members if one.id == being), "")
            found.append((order, _celebration_row(customer, coming, relation)))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _celebration_row(customer: Customer, coming: ComingUp, relation: str) -> BoardRow:
    celebration = coming.celebration
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
        text=Phrase(text[min(coming.days, 1)], values),
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


def _codes(days: tuple[date, ...]) -> list[int]:
    """The month-day codes kept on these days; 29 February comes along with its neighbours."""
    codes = {day.month * 100 + day.day for day in days}
    if codes & {228, 301}:
        codes.add(229)
    return sorted(codes)
