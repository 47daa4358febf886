"""PINs: a few digits, kept as a salted tag that takes long to guess.

The digits alone could all be tried in minutes, so they are first sealed with a key that is not in
the table (`pepper`), and then stretched with Argon2id.

Source: the figures of safety.md §6.2, an OWASP configuration.
"""

import base64
import hashlib
import hmac
import secrets

from argon2.low_level import Type, hash_secret_raw

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.staff import MOST_DIGITS, Role

PEPPER = "pin-pepper"
"""What the key of the shop derives the pepper for."""
_ROUNDS, _KIBIBYTES, _LANES = 2, 19 * 1024, 1
_SALT, _TAG = 16, 32
_USUAL = frozenset(
    {"1234", "0000", "2580", "0852", "147258", "258369", "159753", "123321", "112233", "121212"}
)
_UP, _DOWN = "01234567890123456789", "98765432109876543210"
_MOST_OF_A_PATTERN = 3


def tag_of(pepper: bytes, pin: str) -> str:
    """What is kept of a PIN: how it was stretched, the salt and the tag, in one text."""
    salt = secrets.token_bytes(_SALT)
    tag = _stretched(pepper, pin, salt, (_ROUNDS, _KIBIBYTES, _LANES))
    figures = f"{_ROUNDS}${_KIBIBYTES}${_LANES}"
    return f"argon2id${figures}${_as_text(salt)}${_as_text(tag)}"


def opens(pepper: bytes, pin: str, kept: str) -> bool:
    """Whether a PIN is the one kept; takes as long when none is kept."""
    if not kept:
        _stretched(pepper, pin, bytes(_SALT), (_ROUNDS, _KIBIBYTES, _LANES))
        return False
    _name, rounds, memory, lanes, salt, tag = kept.split("$")
    figures = int(rounds), int(memory), int(lanes)
    made = _stretched(pepper, pin, base64.b64decode(salt), figures)
    return hmac.compare_digest(made, base64.b64decode(tag))


def usable(pin: str, role: Role) -> str:
    """A PIN as it can be kept: the digits of any script become 0 to 9.

    Raises:
        BadInputError: it is no row of digits, too short for the role, too long, or too usual.
    """
    if not pin.isdecimal():
        raise BadInputError(N_("A PIN is made of digits alone."))
    plain = plain_digits(pin)
    if len(plain) < role.least_digits:
        raise BadInputError(
            N_("This PIN is too short: it needs at least {least} digits."), least=role.least_digits
        )
    if len(plain) > MOST_DIGITS:
        raise BadInputError(
            N_("This PIN is too long: it has at most {most} digits."), most=MOST_DIGITS
        )
    if is_usual(plain):
        raise BadInputError(N_("This PIN is one of the first that anybody would try."))
    return plain


def plain_digits(text: str) -> str:
    """Digits of any script as 0 to 9; everything else stays as it is."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


def is_usual(pin: str) -> bool:
    """Whether it is a year, a run such as 3456, a repeat such as 1212, or a well-known one."""
    is_year = len(pin) == 4 and pin[:2] in {"19", "20"}
    is_run = pin in _UP or pin in _DOWN
    return pin in _USUAL or is_year or is_run or _repeats(pin)


def _repeats(pin: str) -> bool:
    """Whether it is one pattern of up to three digits over and over, or all digits doubled."""
    for length in range(1, min(_MOST_OF_A_PATTERN, len(pin) // 2) + 1):
        if len(pin) % length == 0 and pin[:length] * (len(pin) // length) == pin:
            return True
    return len(pin) % 2 == 0 and pin[::2] == pin[1::2]


def _stretched(pepper: bytes, pin: str, salt: bytes, figures: tuple[int, int, int]) -> bytes:
    sealed = hmac.new(pepper, pin.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
    rounds, memory, lanes = figures
    return hash_secret_raw(
        sealed, salt, time_cost=rounds, memory_cost=memory, parallelism=lanes, hash_len=_TAG,
        type=Type.ID,
    )  # fmt: skip


def _as_text(part: bytes) -> str:
    return base64.b64encode(part).decode()
