"""A line taken to pieces."""

import pytest

from pos_companion.insight.told_tokens import phrase_at, tokens_of


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("8.5. mother-in-law's", ["8.5.", "mother-in-law's"]),
        ("3rd May, 2019", ["3", "rd", "May", ",", "2019"]),
        ("أُمّ ٣ مايو", ["أُمّ", "٣", "مايو"]),
        ("e\u0301clair", ["e\u0301clair"]),
        ("", []),
    ],
)
def test_words_numbers_and_dates_stay_whole(text: str, pieces: list[str]) -> None:
    tokens = tokens_of(text, 0, len(text))
    assert [token.text for token in tokens] == pieces
    assert [text[token.start : token.end] for token in tokens] == pieces


def test_the_longest_phrase_wins() -> None:
    tokens = tokens_of("Mag KEINE Nüsse", 0, 15)
    assert phrase_at(tokens, 0, {"mag": "like", "mag keine": "dislike"}) == (2, "dislike")
    assert phrase_at(tokens, 2, {"mag": "like"}) == (0, "")
    assert phrase_at(tokens, 9, {"mag": "like"}) == (0, "")
