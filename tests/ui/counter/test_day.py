from datetime import date

from pos_companion.i18n import Phrase, words
from pos_companion.model.card import Board, BoardRow
from pos_companion.model.money import Money
from pos_companion.model.people import Customer
from pos_companion.model.stock import Gift
from ui.counter.day import Day

TODAY = date(2025, 11, 21)


def row(kind: str) -> BoardRow:
    return BoardRow(kind, Phrase(kind), "", 1)


def day(*kinds: str, low: tuple[Gift, ...] = ()) -> Day:
    return Day(Board(TODAY, 3, tuple(map(row, kinds)), low=low), ())


def test_the_order_is_owed_celebrated_not_recorded_missed_and_low() -> None:
    cookie = Gift(1, "Cookie", 4, Money(60, "EUR"), reorder_at=5)
    left = {2: (Customer(2, "Oleg Marchenko"), TODAY)}
    board = day("owed", "celebration", "missed", low=(cookie,)).with_left_open(left)
    assert [one.kind for one in board.rows] == [
        "owed",
        "celebration",
        "not_recorded",
        "missed",
        "low",
    ]
    assert words(board.rows[-1].text) == "Running low: Cookie (4 left)"
    assert board.rows[-1].customer == 0


def test_seven_rows_are_shown_and_the_rest_is_counted() -> None:
    reading = day(*["owed"] * 9, "missed")
    board = reading.with_left_open({})
    assert (len(board.rows), board.more) == (7, 3)
    assert len(reading.with_left_open({}, None).rows) == 10


def test_whoever_left_yesterday_is_not_on_todays_board() -> None:
    left = {2: (Customer(2, "Oleg"), date(2025, 11, 20))}
    assert day("owed").with_left_open(left).rows == (row("owed"),)
