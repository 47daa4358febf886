"""Reads the plain JSON values a deed is given; a wrong one is refused with a sentence."""

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.visits import VisitKind

_MOST = 1000
_LONGEST_UID = 100
_DIGITS = 18


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


def count_of(value: object) -> int:
    """A whole number from 1 to 1000."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _MOST:
        raise BadInputError(N_("The limit must be a whole number from 1 to 1000."))
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
