"""Cells are read once for each different text."""

from pos_companion.i18n import Phrase, words
from pos_companion.importers.columns import Remembered, cells_of, or_sentence


def test_each_text_is_read_once() -> None:
    asked: list[str] = []
    reader = Remembered(lambda cell: (asked.append(cell), len(cell))[1])
    assert [reader[cell] for cell in ("a", "bb", "a", "a")] == [1, 2, 1, 1]
    assert asked == ["a", "bb"]
    assert not reader.failed


def test_what_cannot_be_read_says_why_every_time() -> None:
    reader = Remembered(or_sentence(int, "“{text}” is not a number."))
    for _ in range(2):
        reader.failed = False
        reason = reader["x" * 100]
        assert isinstance(reason, Phrase)
        assert words(reason) == f"“{'x' * 60}” is not a number."
        assert reader.failed


def test_the_sentence_shows_the_text_without_what_could_break_a_screen() -> None:
    reader = Remembered(or_sentence(int, "“{text}” is not a number."))
    assert reader["\u202etwo\x1b\n" + "e" * 99] == Phrase(
        "“{text}” is not a number.", {"text": "two " + "e" * 56}
    )


def test_a_cell_longer_than_any_text_is_refused() -> None:
    reader = Remembered(len)
    assert isinstance(reader["x" * 4001], Phrase)
    assert isinstance(Remembered(len)[("a", "x" * 4001)], Phrase)
    assert reader["x" * 4000] == 4000


def test_of_several_columns_the_first_that_is_not_empty_counts() -> None:
    rows = [["a", "b"], ["", "c"], ["", ""]]
    assert cells_of(rows, (0, 1)) == ["a", "c", ""]
    assert cells_of(rows, (1,)) == ["b", "c", ""]
    assert cells_of(rows, ()) == ["", "", ""]
