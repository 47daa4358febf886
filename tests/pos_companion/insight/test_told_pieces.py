"""One piece of a line, by its mark."""

from datetime import date

import pytest

from pos_companion.insight.told_dates import DateReader
from pos_companion.insight.told_line import pieces_of
from pos_companion.insight.told_pieces import PieceReader


def names(text: str) -> list[str]:
    reader = PieceReader("en", DateReader("en", date(2025, 11, 21)), {})
    (piece,) = pieces_of(text)
    return [part.what.name for part in reader.parts(piece, "") if hasattr(part.what, "name")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@wife Ana Maria loves tea", "Ana Maria"),
        ("@wife ana maria", "ana"),
        ("@wife “ana maria”", "ana maria"),
        ("@mother-in-law Eva", "Eva"),
        ("#guinea pig Pip", "Pip"),
        ("@son Leo Birthday 3 May", "Leo"),
    ],
)
def test_a_name_ends_where_small_letters_begin_unless_it_is_in_quotes(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", ["@wife", "@wife “Ana", "@wife 12", "@stranger Ana"])
def test_without_a_name_or_a_relation_nobody_is_added(text: str) -> None:
    assert names(text) == []
