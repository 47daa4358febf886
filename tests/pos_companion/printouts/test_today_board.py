from datetime import date

from pos_companion.i18n import Phrase, words
from pos_companion.model.card import Board, BoardRow
from pos_companion.printouts import Line
from pos_companion.printouts.today_board import TodayBoard

TODAY = date(2025, 11, 21)


def test_the_rows_stand_by_what_they_are_in_the_boards_order() -> None:
    rows = (
        BoardRow("owed", Phrase("Owed: a coffee"), "Rosa", 1),
        BoardRow("celebration", Phrase("Rex has a birthday today"), "Ana", 2),
        BoardRow("owed", Phrase("Owed: a call"), "Bo", 3),
        BoardRow("something_new", Phrase("Look"), "", 4),
    )
    document = TodayBoard(Board(TODAY, 3, rows), "The Corner").document()
    titles = [words(one.title) for one in document.sections]  # type: ignore[arg-type]
    assert titles == ["We owe them", "Celebrations", "And also"]
    assert [len(one.parts[0].rows) for one in document.sections] == [2, 1, 1]  # type: ignore[union-attr]


def test_a_day_without_anything_special_says_so() -> None:
    ((line,),) = [one.parts for one in TodayBoard(Board(TODAY, 0)).document().sections]
    assert isinstance(line, Line)
