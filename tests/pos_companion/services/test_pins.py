"""PINs: a few digits that take long to guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.errors import BadInputError
from pos_companion.model.staff import Role
from pos_companion.services.pins import is_usual, opens, plain_digits, tag_of, usable

PEPPER = bytes(range(32))


def test_a_pin_opens_what_was_kept_of_it_and_no_other_does() -> None:
    kept = tag_of(PEPPER, "7391")
    assert opens(PEPPER, "7391", kept)
    assert not opens(PEPPER, "7392", kept)
    assert not opens(bytes(32), "7391", kept)


def test_nothing_opens_where_nothing_is_kept() -> None:
    assert not opens(PEPPER, "", "")
    assert not opens(PEPPER, "7391", "")


def test_the_same_pin_is_kept_differently_each_time_and_never_as_it_is() -> None:
    first, second = tag_of(PEPPER, "73915"), tag_of(PEPPER, "73915")
    assert first != second
    assert "73915" not in first
    assert first.startswith("argon2id$2$19456$1$")


@pytest.mark.parametrize(
    "pin",
    ["1234", "0000", "2580", "1987", "2011", "3456", "8765", "1212", "7777", "123456", "111111",
     "123123", "7788", "987654"],
)  # fmt: skip
def test_a_pin_that_anybody_would_try_first_is_refused(pin: str) -> None:
    assert is_usual(pin)
    role = Role.MANAGER if len(pin) > 5 else Role.COUNTER
    with pytest.raises(BadInputError, match="first that anybody would try"):
        usable(pin, role)


@pytest.mark.parametrize(
    ("pin", "role", "why"),
    [
        ("", Role.COUNTER, "digits alone"),
        ("73a1", Role.COUNTER, "digits alone"),
        ("739", Role.COUNTER, "at least 4"),
        ("73915", Role.MANAGER, "at least 6"),
        ("739152846", Role.MANAGER, "at most 8"),
    ],
)
def test_a_pin_that_cannot_be_used_is_refused_with_the_reason(
    pin: str, role: Role, why: str
) -> None:
    with pytest.raises(BadInputError, match=why):
        usable(pin, role)


def test_digits_of_another_script_are_the_same_digits() -> None:
    assert usable("٧٣٩١", Role.COUNTER) == "7391"
    assert plain_digits("۷3a") == "73a"


@given(st.from_regex(r"\A[0-9]{4}\Z"))
def test_most_pins_of_four_digits_can_be_used_or_are_said_to_be_usual(pin: str) -> None:
    if is_usual(pin):
        return
    assert usable(pin, Role.KEYHOLDER) == pin
