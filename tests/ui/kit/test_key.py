"""Key caps."""

import pytest

from pos_companion import i18n
from ui.kit.button import Button
from ui.kit.key import Key, cap, key_size

PRINTED = {"Space": "Leer", "Ctrl": "Strg", "Shift": "Umschalt"}


@pytest.fixture
def german_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        i18n._language.texts, "gettext", lambda text: PRINTED.get(text, text), raising=False
    )


def test_a_cap_is_as_wide_as_its_words_and_never_narrower_than_high(look):
    assert key_size("Space").width() > key_size("F6").width()
    assert key_size("1").width() == key_size("1").height() == 24


def test_a_cap_keeps_its_size(look, stand):
    assert stand(Key("F6"), key_size("F6").width()).size() == key_size("F6")


def test_a_cap_says_what_keyboards_of_the_country_say(german_keyboard):
    assert [cap(key) for key in ("Space", "Enter", "Ctrl+Z", "Shift+F3", "F6", "")] == [
        "Leer", "Enter", "Strg+Z", "Umschalt+F3", "F6", "",
    ]  # fmt: skip


def test_the_key_itself_stays_the_same(look, stand, german_keyboard):
    give = stand(Button("Überreichen", "soft", "gift", "Space"), 300)
    assert give.key() == "Space"
    assert give.accessibleDescription() == "Leer"
    assert Key("Space").text() == "Leer"
