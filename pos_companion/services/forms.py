"""Reads the plain JSON values a deed is given; a wrong one is refused with a sentence."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.dates import PartialDate
from pos_companion.model.visits import VisitKind
from pos_companion.services.capture import plain_line

_MOST = 1000
_LONGEST_UID = 100
_LONGEST_ID = 18
_Choice = TypeVar("_Choice", bound=StrEnum)
_DIGITS = 18


def quoted(value: object) -> str:
    """What was sent, to be said again in a refusal: short, on one line, nothing hidden in it."""
    return plain_line(str(value)[:_LONGEST_UID])


def text_of(value: object, name: str) -> str:
    """A text, as it was given; `name` is what the refusal calls it."""
    if not isinstance(value, str):
        raise BadInputError(N_("{name} must be a text."), name=name)
    return value


def texts_of(values: object, name: str) -> list[str]:
    """A list of texts."""
    if not isinstance(values, list | tuple):
        raise BadInputError(N_("{name} must be a list of texts."), name=name)
    return [text_of(value, name) for value in values]


def count_of(value: object, name: str = "limit") -> int:
    """A whole number from 1 to 1000; `name` is what the refusal calls it."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _MOST:
        raise BadInputError(
            N_("{name} must be a whole number from 1 to {most}."), name=name, most=_MOST
        )
    return value


def number_of(value: object, name: str) -> int:
    """A whole number that a deed gave out before, as a number or as text."""
    text = str(value).strip() if isinstance(value, str | int) else ""
    if isinstance(value, bool) or not (text.isascii() and text.isdigit()) or len(text) > _DIGITS:
        raise BadInputError(N_("{name} must be a whole number."), name=name)
    return int(text)


def uid_of(value: object) -> str:
    """The id of a visit, made by the caller; may be empty."""
    uid = text_of(value, "uid").strip()
    if len(uid) > _LONGEST_UID or not uid.isprintable():
        raise BadInputError(N_("The id of a visit has at most 100 letters."))
    return uid


def kind_of(value: object) -> VisitKind:
    """The kind of a visit."""
    try:
        return VisitKind(str(value))
    except ValueError as error:
        kinds = ", ".join(kind.value for kind in VisitKind)
        raise BadInputError(N_("The kind of a visit is one of: {kinds}."), kinds=kinds) from error


def flag_of(value: object, name: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise BadInputError(N_("{name} must be true or false."), name=name)
    return value


def id_of(value: object, name: str) -> int:
    """A number that we gave somebody, as a text of digits or a whole number."""
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not (text.isascii() and text.isdigit()) or len(text) > _LONGEST_ID:
        raise BadInputError(N_("{name} must be an id, a text of digits."), name=name)
    return int(text)


def ids_of(values: object, name: str) -> list[int]:
    """A list of such numbers."""
    if not isinstance(values, list | tuple):
        raise BadInputError(N_("{name} must be a list of ids."), name=name)
    return [id_of(value, name) for value in values]


def choice_of(value: object, name: str, choices: type[_Choice]) -> _Choice:
    """One of the values of an enumeration."""
    try:
        return choices(text_of(value, name))
    except ValueError as error:
        there_are = ", ".join(choice.value for choice in choices if choice.value)
        raise BadInputError(
            N_("{name} is one of: {choices}."), name=name, choices=there_are
        ) from error


def birthday_of(value: object, name: str, today: date) -> PartialDate:
    """The day somebody was born on, as far as it is known; never one to come."""
    text = text_of(value, name)
    try:
        born = PartialDate.parse(text)
    except ValueError as error:
        raise BadInputError(
            N_("{text} is not a date. Write it like 1990-05-01, or 05-01 without the year."),
            text=quoted(text),
        ) from error
    known = (born.year or 0, born.month or 0, born.day or 0)
    if known > (today.year, today.month, today.day):
        raise BadInputError(N_("{text} lies in the future. Check the year."), text=str(born))
    return born


def day_of(value: object, name: str) -> date:
    """A day such as `2026-11-21`."""
    text = text_of(value, name)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInputError(
            N_("{text} is not a day. Write it like 2026-11-21."), text=quoted(text)
        ) from error
