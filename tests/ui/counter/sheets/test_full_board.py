from datetime import date

from pos_companion.i18n import Phrase
from pos_companion.model.card import Board, BoardRow
from pos_companion.printouts import Document
from ui.counter.sheets.full_board import FullBoardSheet
from ui.kit import Tile


def test_every_row_is_there_and_opens_its_card(covers, qtbot):
    rows = tuple(BoardRow("owed", Phrase(f"Row {at}"), "", at + 1) for at in range(12))
    board = Board(date(2025, 11, 21), 3, (*rows, BoardRow("low", Phrase("Low"), "", 0)))
    sheet = covers(FullBoardSheet(board, lambda: Document(Phrase("Today"))))
    tiles = sheet.body.widgets()
    assert len([one for one in tiles if isinstance(one, Tile)]) == 13
    with qtbot.waitSignal(sheet.chosen) as said:
        tiles[4].click()
    assert said.args == [5]
    tiles[-1].click()
    assert sheet.printable()().title.text == "Today"
