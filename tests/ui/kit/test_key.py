"""Key caps."""

from ui.kit.key import Key, key_size


def test_a_cap_is_as_wide_as_its_words_and_never_narrower_than_high(look):
    assert key_size("Space").width() > key_size("F6").width()
    assert key_size("1").width() == key_size("1").height() == 24


def test_a_cap_keeps_its_size(look, stand):
    assert stand(Key("F6"), key_size("F6").width()).size() == key_size("F6")
