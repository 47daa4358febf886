"""The printed code that opens the records when everything else is lost."""

import hashlib
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_companion.errors import DamagedError, KeyRequiredError
from pos_companion.storage import recovery_code, wraps
from pos_companion.storage.keys import (
    FILE,
    ShopKeys,
    confirm,
    new_recovery_code,
    open_keys,
    open_with_code,
)

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
bodies = st.text(LETTERS, min_size=25, max_size=25)


@pytest.fixture(autouse=True)
def _stretches_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    def quick(words: bytes, salt: bytes, **_: Any) -> bytes:
        return hashlib.sha256(salt + words).digest()

    monkeypatch.setattr(wraps, "hash_secret_raw", quick)


@pytest.fixture
def made(tmp_path: Path) -> ShopKeys:
    opened = confirm(open_keys(tmp_path, tmp_path / "companion.db", "a passphrase"))
    (tmp_path / "companion.db").write_bytes(b"records")
    return opened


def test_the_code_opens_the_same_key(tmp_path: Path, made: ShopKeys) -> None:
    code, with_code = new_recovery_code(made)
    assert open_with_code(tmp_path, code) == with_code
    assert with_code.secret == made.secret
    assert with_code.made
    assert open_keys(tmp_path, tmp_path / "companion.db", "a passphrase") == with_code


def test_the_code_is_four_groups_of_six_and_a_rest(made: ShopKeys) -> None:
    code, _ = new_recovery_code(made)
    assert [len(group) for group in code.split("-")] == [6, 6, 6, 6, 2]
    assert set(code) <= set(LETTERS + "-")
    assert new_recovery_code(made)[0] != code


def test_the_code_may_be_typed_as_people_read_it(tmp_path: Path, made: ShopKeys) -> None:
    code, _ = new_recovery_code(made)
    alike = code.replace("0", "O").replace("1", "l")
    for typed in (code.lower(), code.replace("-", ""), code.replace("-", " "), f" {alike}\n"):
        assert open_with_code(tmp_path, typed).secret == made.secret


def test_a_new_code_takes_the_place_of_the_old_one(tmp_path: Path, made: ShopKeys) -> None:
    old, made = new_recovery_code(made)
    new, made = new_recovery_code(made)
    with pytest.raises(KeyRequiredError, match="not the recovery code of these records"):
        open_with_code(tmp_path, old)
    assert open_with_code(tmp_path, new).secret == made.secret
    assert [wrap["kind"] for wrap in made.wraps] == ["passphrase", "recovery"]


def test_a_mistyped_code_is_told_apart_from_a_wrong_one(tmp_path: Path, made: ShopKeys) -> None:
    code, _ = new_recovery_code(made)
    other, _ = new_recovery_code(made)
    plain = code.replace("-", "")
    wrong_letter = plain[:7] + ("A" if plain[7] != "A" else "B") + plain[8:]
    for typed in (
        wrong_letter,
        plain[:-1],
        plain + "0",
        "",
        "U" * 26,
        "🙂" * 26,
        plain[::-1] + "!",
    ):
        with pytest.raises(KeyRequiredError, match="mistyped"):
            open_with_code(tmp_path, typed)
    with pytest.raises(KeyRequiredError, match="not the recovery code"):
        open_with_code(tmp_path, code)
    assert open_with_code(tmp_path, other).secret == made.secret


def whole(body: str) -> str:
    return body + recovery_code.check_character(body)


def is_sound(code: str) -> bool:
    return recovery_code.check_character(code[:-1]) == code[-1]


@given(bodies)
@settings(max_examples=5)
def test_every_single_wrong_letter_is_noticed(body: str) -> None:
    code = whole(body)
    for at, letter in product(range(26), LETTERS):
        typed = code[:at] + letter + code[at + 1 :]
        assert is_sound(typed) == (typed == code)


@given(bodies)
@settings(max_examples=5)
def test_every_two_letters_that_change_places_are_noticed(body: str) -> None:
    code = whole(body)
    for one, other in combinations(range(26), 2):
        letters = list(code)
        letters[one], letters[other] = letters[other], letters[one]
        typed = "".join(letters)
        assert is_sound(typed) == (typed == code)


def test_a_shop_without_a_code_says_so(tmp_path: Path, made: ShopKeys) -> None:
    with pytest.raises(KeyRequiredError, match="not the recovery code"):
        open_with_code(tmp_path, whole("0" * 25))
    (tmp_path / FILE).unlink()
    with pytest.raises(DamagedError, match="key file"):
        open_with_code(tmp_path, whole("0" * 25))
