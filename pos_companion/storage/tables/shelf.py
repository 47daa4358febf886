"""What came to the shelf and what left it otherwise than by being given."""

from peewee import AutoField, IntegerField, TextField

from pos_companion.storage.columns import DayField, InstantField
from pos_companion.storage.tables.row import Row


class StockMoveRow(Row):
    """Pieces received or found missing; what was given stands in the ledger alone."""

    id = AutoField()
    gift_id = IntegerField(index=True)
    at = InstantField()
    day = DayField()
    kind = TextField()
    pieces = IntegerField()
    reason = TextField(default="")
    staff = TextField(default="")

    class Meta:
        table_name = "stock_move"
