"""A key locked up by words; here they are stretched for real."""

import pytest

from pos_companion.storage.wraps import sound, unwrapped, wrap

KEY = bytes(range(32))


@pytest.fixture(scope="module")
def locked() -> dict[str, str]:
    return wrap(KEY, "shop-1", "passphrase", "Café 🐕")


@pytest.mark.parametrize("typed", ["Café 🐕", "Cafe\u0301 🐕"])
def test_the_same_words_open_it_however_the_keyboard_writes_them(
    locked: dict[str, str], typed: str
) -> None:
    assert unwrapped([locked], "shop-1", "passphrase", typed) == KEY


@pytest.mark.parametrize(
    ("shop", "kind", "typed"),
    [
        ("shop-1", "passphrase", "Cafe 🐕"),
        ("shop-2", "passphrase", "Café 🐕"),
        ("shop-1", "recovery", "Café 🐕"),
        ("shop-1", "passphrase", ""),
    ],
)
def test_nothing_else_opens_it(locked: dict[str, str], shop: str, kind: str, typed: str) -> None:
    assert unwrapped([locked], shop, kind, typed) is None
    assert unwrapped([], shop, kind, typed) is None


def test_a_wrap_cannot_be_put_in_the_place_of_another_kind(locked: dict[str, str]) -> None:
    swapped = {**locked, "kind": "recovery"}
    assert unwrapped([swapped], "shop-1", "recovery", "Café 🐕") is None


def test_the_environment_may_hold_any_bytes() -> None:
    locked = wrap(KEY, "shop-1", "passphrase", "a\udcffb")
    assert unwrapped([locked], "shop-1", "passphrase", "a\udcffb") == KEY


def test_the_same_words_never_lock_twice_alike(locked: dict[str, str]) -> None:
    again = wrap(KEY, "shop-1", "passphrase", "Café 🐕")
    assert again["kind"] == locked["kind"]
    for part in ("salt", "nonce", "box"):
        assert again[part] != locked[part]


def test_a_sound_wrap_is_passed_on_without_what_is_none_of_ours(locked: dict[str, str]) -> None:
    assert sound({**locked, "more": "?"}) == locked


@pytest.mark.parametrize("part", ["salt", "nonce", "box"])
@pytest.mark.parametrize("value", ["", "AAAA", "no base64!", "ü"])
def test_a_wrap_of_another_size_is_not_sound(locked: dict[str, str], part: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"bytes|base64|padding|ASCII"):
        sound({**locked, part: value})
    with pytest.raises(KeyError):
        sound({name: text for name, text in locked.items() if name != part})
