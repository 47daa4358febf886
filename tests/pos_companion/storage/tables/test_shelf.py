"""What moved on the shelf."""

from datetime import date

from pos_companion.storage import Storage
from pos_companion.storage.tables.shelf import StockMoveRow
from tests.pos_companion.storage.records import NOW


def test_a_move_needs_no_reason_and_nobody_signed_in(storage: Storage) -> None:
    StockMoveRow.insert(gift_id=1, at=NOW, day=date(2025, 11, 21), kind="new", pieces=5).execute()
    row = StockMoveRow.get()
    assert (row.at, row.day, row.reason, row.staff) == (NOW, date(2025, 11, 21), "", "")
