"""Reads a day of the year from the plain values a script sends; a wrong one gets its sentence."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pos_companion.errors import BadInputError, NotFoundError, SeveralFoundError
from pos_companion.i18n import N_
from pos_companion.i18n.vocabulary import fold
from pos_companion.model.calendars import OtherCalendar, OtherDay, When
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, WrittenIn
from pos_companion.model.people import HouseholdMember
from pos_companion.services.forms import choice_of, quoted

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WAYS = {
    "date": {"date"},
    "calendar": {"calendar", "month", "day"},
    "nth": {"nth", "weekday", "month"},
    "next": {"next"},
}


def day_of(given: Mapping[str, Any]) -> When:
    """A day, told in exactly one way.

    Args:
        given: `date` (`1990-05-01`, `05-01`, `--05`, `1990`); or `calendar`, `month` and `day`; or
            `nth` (1 to 4, -1 is the last), `weekday` and `month`; or `next`, a whole date. What was
            not sent is None or missing.

    Raises:
        BadInputError: no way, several ways, or no such day.
    """
    told = {name for name, value in given.items() if value is not None}
    ways = [way for way, needed in _WAYS.items() if way in told and told == needed]
    if len(ways) != 1:
        raise BadInputError(
            N_(
                "Say the day in one way: date; or calendar, month and day; "
                "or nth, weekday and month; or next."
            )
        )
    try:
        return _READERS[ways[0]](given)
    except (ValueError, OverflowError) as error:
        day = ", ".join(f"{one} {quoted(value)}" for one, value in given.items() if one in told)
        raise BadInputError(N_("There is no such day: {day}."), day=day) from error


def celebration_kind_of(value: object) -> CelebrationKind:
    """The kind of a celebration."""
    try:
        return CelebrationKind(str(value))
    except ValueError as error:
        kinds = ", ".join(kind.value for kind in CelebrationKind)
        raise BadInputError(
            N_("The kind of a celebration is one of: {kinds}."), kinds=kinds
        ) from error


def leap_of(value: object) -> LeapPolicy | None:
    """What becomes of a day its month does not have; empty is the shop's way."""
    if value == "":
        return None
    try:
        return LeapPolicy(str(value))
    except ValueError as error:
        raise BadInputError(N_("leap is feb28, mar1, or empty.")) from error


def being_of(
    value: object, members: Sequence[HouseholdMember], customer: int, name: str = "who"
) -> int | None:
    """A member by name, by number, or by their number as a customer; None for the customer.

    Args:
        value: empty means the customer too; a first name will do where only one is called so.
        name: what a refusal calls it.

    Raises:
        BadInputError: it is neither a text nor a whole number.
        NotFoundError: nobody around the customer is called so.
        SeveralFoundError: several are.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadInputError(N_("{name} must be a text."), name=name)
    text = str(value).strip()
    if text in {"", str(customer)}:
        return None
    around = [member for member in members if not member.gone]
    found = [member for member in around if text in {str(member.id), str(member.customer)}]
    found = found or [member for member in around if fold(member.name) == fold(text)]
    found = found or [member for member in around if _begins(member.name, text)]
    if not found:
        raise NotFoundError(N_("Nobody around them is found by {text}."), text=quoted(text))
    if len(found) > 1:
        raise SeveralFoundError(
            N_("{text} finds {count} people around them. Use the number instead."),
            text=quoted(text),
            count=len(found),
        )
    return None if found[0].customer == customer else found[0].id


def _begins(name: str, text: str) -> bool:
    words = fold(text).split()
    return bool(words) and fold(name).split()[: len(words)] == words


def _whole_number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError(f"not a whole number: {value!r}")
    return int(value)


def _partial(given: Mapping[str, Any]) -> When:
    text = str(given["date"])
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise BadInputError(
            N_("{text} is not a date. Write it like 1990-05-01, or 05-01 without the year."),
            text=quoted(text),
        ) from error


def _of_calendar(given: Mapping[str, Any]) -> When:
    calendar = choice_of(given["calendar"], "calendar", OtherCalendar)
    return OtherDay(calendar, _whole_number(given["month"]), _whole_number(given["day"]))


def _nth(given: Mapping[str, Any]) -> When:
    day = str(given["weekday"]).strip().lower()
    weekday = WEEKDAYS.index(day) if day in WEEKDAYS else _whole_number(given["weekday"])
    return NthWeekday(_whole_number(given["nth"]), weekday, _whole_number(given["month"]))


def _next(given: Mapping[str, Any]) -> When:
    return WrittenIn(date.fromisoformat(str(given["next"])))


_READERS = {"date": _partial, "calendar": _of_calendar, "nth": _nth, "next": _next}
