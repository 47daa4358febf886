"""However a name is typed, it folds to the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.storage.folding import digits, folded, folded_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("María García-López", ["maria", "garcia", "lopez"]),
        ("MÜLLER", ["muller"]),
        ("Straße", ["strasse"]),
        ("Łukasz Øst Æble Œuvre Đorđe", ["lukasz", "ost", "aeble", "oeuvre", "dorde"]),
        ("O'Brien O’Neill", ["obrien", "oneill"]),
        ("İstanbul ırmak", ["istanbul", "irmak"]),
        ("ﬁancée", ["fiancee"]),
        ("Мария Ёлкина", ["мария", "елкина"]),
        ("李小龍", ["李小龍"]),
        ("ana_maria", ["ana", "maria"]),
        ("  Ana\t\x00Kos\n", ["ana", "kos"]),
        ("★ 🙂 - ' \" % *", []),
        ("", []),
    ],
)
def test_case_accents_and_signs_do_not_matter(typed: str, words: list[str]) -> None:
    assert folded_words(typed) == words


@given(st.text())
def test_folded_words_are_what_they_fold_to(text: str) -> None:
    words = folded_words(text)
    assert folded_words(folded(text)) == words
    assert all(words)
    assert not set(folded(text)) & set("\"'*_-%\x00")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+49 (170) 123-4567", "491701234567"),
        ("٠١٢٣", "0123"),
        ("card 12", "12"),
        ("²", ""),
        ("", ""),
    ],
)
def test_digits_of_any_script_are_digits(text: str, number: str) -> None:
    assert digits(text) == number
