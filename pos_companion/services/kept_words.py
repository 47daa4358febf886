"""Puts what a column holds into words for the person it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pos_companion.i18n import N_, DayName, LongDay, MonthName, Percent, Phrase
from pos_companion.model.dates import ShopTime
from pos_companion.model.money import Money
from pos_companion.services.consents import CONSENT_LABELS

Row = Mapping[str, Any]

_YES, _NO = Phrase(N_("yes")), Phrase(N_("no"))

_MOODS = {"good": N_("cheerful"), "fine": N_("as always"), "low": N_("low")}
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "consent.kind": {kind.value: text for kind, text in CONSENT_LABELS.items()},
    "remark.discretion": {
        "say": N_("it may be said"),
        "know": N_("shown at the counter, never said"),
        "locked": N_("hidden, it only keeps a gift back"),
    },
    "celebration.kind": {
        "birthday": N_("Birthday"),
        "name_day": N_("Name day"),
        "anniversary": N_("Wedding anniversary"),
        "moving_in": N_("Moving in"),
        "graduation": N_("Graduation"),
        "other": N_("Another day"),
    },
    "celebration.leap": {"feb28": N_("on 28 February"), "mar1": N_("on 1 March")},
    "household_member.species": {
        "person": N_("a person"),
        "child": N_("a child"),
        "dog": N_("a dog"),
        "cat": N_("a cat"),
        "pet": N_("a pet"),
    },
    "household_member.how": {"died": N_("died"), "left": N_("not part of the family any more")},
    "customer.gone": {"left": N_("moved away")},
    "customer.channel": {
        "counter": N_("at the counter"),
        "phone": N_("phone"),
        "sms": N_("text message"),
        "messenger": N_("messenger"),
        "mail": N_("e-mail"),
        "post": N_("letter"),
    },
    "visit.kind": {
        "bought": N_("bought something"),
        "looked": N_("had a look"),
        "chatted": N_("had a chat"),
        "phoned": N_("called us"),
    },
    "visit.mood_in": _MOODS,
    "visit.mood_out": _MOODS,
    "redemption.state": {
        "accepted": N_("promised"),
        "given": N_("given"),
        "released": N_("not taken after all"),
        "voided": N_("taken back"),
        "declined": N_("not wanted"),
        "expired": N_("run out"),
    },
    "coupon.state": {"open": N_("not used yet"), "used": N_("used"), "void": N_("taken back")},
}
_BODY: Mapping[str, str] = {
    "promise": N_("Promised: {value}"),
    "words": N_("What we say to you: {value}"),
    "subject": N_("It is about: {value}"),
    "kind": N_("Kind: {value}"),
    "outcome": N_("Outcome: {value}"),
    "severity": N_("How much it weighs: {value}"),
    "first_owner": N_("Looked after at first by {value}"),
    "told_by": N_("Heard from {value}"),
    "state": N_("How it stands: {value}"),
    "answer": N_("Our answer: {value}"),
    "settled_by": N_("Decided by {value}"),
    "settled_on": N_("Decided on {value}"),
    "told_on": N_("You were told on {value}"),
}
"""What else a remark holds; a key that is not here stands as it is."""
_MONEY = {"redemption.value", "coupon.amount"}
_ANSWERS = {"answer", "remember"}
_BEINGS = {"remark.about", "celebration.being_id"}


@dataclass(frozen=True)
class Wording:
    """What it takes to word the rows of one person.

    Attributes:
        time: the shop's clock, for instants.
        names: of beings by their number.
    """

    time: ShopTime
    names: Mapping[int, str]

    def of(self, table: str, column: str, row: Row) -> object | None:
        """The value of a column for a sentence; None when it says nothing."""
        value, key = row.get(column), f"{table}.{column}"
        if value is None or value == "" or (value is False and column not in _ANSWERS):
            return None
        if isinstance(value, bool):
            return _YES if value else _NO
        if key in _MONEY:
            return Money(value, row["currency"]) if value else None
        if key in _BEINGS:
            return self.names.get(value, str(value))
        return self._plain(key, value)

    def _plain(self, key: str, value: Any) -> object | None:
        if key in _CHOICES:
            text = _CHOICES[key].get(value)
            return Phrase(text) if text else str(value)
        if key == "coupon.basis_points":
            return Percent(value) if value else None
        if key == "celebration.weekday":
            return DayName(value)
        if isinstance(value, datetime):
            return self.instant(value)
        if isinstance(value, date):
            return LongDay(value)
        return value if isinstance(value, int) else str(value)

    def instant(self, at: datetime) -> Phrase:
        """A day and a time of the day, as the shop's clock showed them."""
        local = self.time.local(at)
        return Phrase(N_("{day}, {time}"), {"day": LongDay(local.date()), "time": local.time()})


def body_in_words(body: object, name: str = "") -> Iterator[Phrase]:
    """What only a kind of remark knows, value by value; empty ones are passed over."""
    if isinstance(body, Mapping):
        for key, value in body.items():
            yield from body_in_words(value, str(key))
    elif isinstance(body, list):
        for value in body:
            yield from body_in_words(value, name)
    elif body not in (None, "", False):
        plain = name.replace("_", " ")
        values = {"what": plain, "value": _YES if body is True else str(body)}
        yield Phrase(_BODY.get(name, "{what}: {value}"), values)


def day_in_words(row: Row) -> object | None:
    """The day of a celebration with as much of it as is known."""
    year, month, day = row["year"], row["month"], row["day"]
    if row["calendar"]:
        parts = (part for part in (day, month, year) if part is not None)
        return ". ".join(map(str, parts)) or None
    if month is None:
        return str(year) if year else None
    if day is None:
        return Phrase(N_("{month} {year}"), {"month": MonthName(month), "year": str(year or "")})
    if year is None:
        return date(2000, month, day)
    return LongDay(date(year, month, day))
