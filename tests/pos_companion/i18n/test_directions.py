"""Texts that run the other way keep their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n.directions import isolate, without_isolated, without_marks

MARKS = "\u2067\u2068\u2069"
PLAIN = st.text(st.characters(exclude_characters=MARKS), min_size=1, max_size=20)


@given(PLAIN)
def test_an_isolated_text_is_still_the_same_text(text: str) -> None:
    assert without_marks(isolate(text)) == text
    assert without_isolated(isolate(text)) == ""


@given(PLAIN, PLAIN)
def test_what_stands_around_an_isolated_text_is_left(text: str, around: str) -> None:
    assert without_isolated(f"{around}{isolate(isolate(text))}{around}") == around * 2


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Rosa", "\u2068Rosa\u2069"),
        ("+359 888", "\u2068+359 888\u2069"),
        ("", ""),
        (
            "\u2068Biscuit\u2069 · \u2068dog\u2069",
            "\u2067\u2068Biscuit\u2069 · \u2068dog\u2069\u2069",
        ),
        ("for \u2068Ana\u2069", "\u2068for \u2068Ana\u2069\u2069"),
    ],
)
def test_a_row_of_isolated_texts_runs_from_right_to_left(text: str, marked: str) -> None:
    assert isolate(text) == marked


def test_a_mark_without_its_end_or_beginning_loses_nothing_else() -> None:
    assert without_isolated("a\u2069b") == "ab"
    assert without_isolated("a\u2068b") == "a"
