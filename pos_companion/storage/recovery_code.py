"""The printed code: 125 random bits and a check character, in groups of six."""

import secrets

from pos_companion.errors import KeyRequiredError
from pos_companion.i18n import N_

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans("OIL", "011")
_LENGTH = 25


def new_code() -> str:
    """A fresh code, as it is read: without its groups."""
    body = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return body + check_character(body)


def in_groups(code: str) -> str:
    """A code as it is printed."""
    return "-".join(code[at : at + 6] for at in range(0, len(code), 6))


def read_code(typed: str) -> str:
    """A code as it was typed, with or without its groups, O for 0 and I or L for 1.

    Raises:
        KeyRequiredError: it was mistyped.
    """
    code = _plain(typed)
    if not looks_like_code(typed):
        raise KeyRequiredError(N_("This recovery code was mistyped. Please compare it once more."))
    return code


def looks_like_code(typed: str) -> bool:
    """Whether this can only be a code: whole, and with the right check character."""
    code = _plain(typed)
    is_whole = len(code) == _LENGTH + 1 and set(code) <= set(_LETTERS)
    return is_whole and code[-1] == check_character(code[:-1])


def is_as_long(typed: str) -> bool:
    """Whether this may have been meant as a code: about as long, a letter more or less."""
    return abs(len(_plain(typed)) - _LENGTH - 1) <= 1


def _plain(typed: str) -> str:
    return "".join(typed.upper().translate(_LOOK_ALIKE).replace("-", " ").split())


def check_character(body: str) -> str:
    """Catches every single wrong letter and every two that changed places.

    Source: a remainder over the field of 32 elements, x^5 + x^2 + 1; each place has a weight of
    its own.
    """
    total = 0
    for letter in body:
        total ^= _LETTERS.index(letter)
        total = (total << 1) ^ (0b100101 if total & 0b10000 else 0)
    return _LETTERS[total]
