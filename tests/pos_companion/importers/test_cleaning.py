"""Text from a file is safe to keep and to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.importers.cleaning import clean, clean_id, guarded

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Maria \t Garcia\n", "Maria Garcia"),
        ('="007"', "007"),
        ("'+14155550117", "+14155550117"),
        ("'7210448300001", "7210448300001"),
        ("'t Hooft", "'t Hooft"),
        ("'=1+1", "=1+1"),
        ("''=1+1", "'=1+1"),
        ("''007", "'007"),
        ("Jos\u0065\u0301", "José"),
        ("a\u202eb\u2066c\u200bd"[:5], "abc"),
        ("nul\0l", "null"),
        ("line\u2028break", "line break"),
        ("half\ud800 a pair", "half a pair"),
        ("Z" + "\u0301" * 40, "Ź" + "\u0301" * 4),
        ("\ufeffid", "id"),
        ("", ""),
    ],
)
def test_a_cell_loses_its_armour_and_what_nobody_sees(cell: str, text: str) -> None:
    assert clean(cell) == text


@pytest.mark.parametrize(
    ("cell", "text"), [("4618.0", "4618"), (" 12.000 ", "12"), ("1.5", "1.5"), ("A-17", "A-17")]
)
def test_an_id_that_became_a_float_is_an_id_again(cell: str, text: str) -> None:
    assert clean_id(cell) == text


@given(ANY_TEXT)
def test_no_dirt_is_left_in_any_text(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in cleaned)
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028")
    assert clean(cleaned) == cleaned or cleaned.startswith(("'", '="'))


@given(ANY_TEXT)
def test_a_guarded_text_is_no_formula_and_comes_back_unchanged(text: str) -> None:
    kept = clean(text)
    cell = guarded(kept)
    assert not cell.startswith(tuple("=+-@\t\r|%＝＋－＠｜％"))
    assert clean(cell) == kept
