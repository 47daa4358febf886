"""What moved on the shelf and why, what is on its way, and gifts that are no longer given."""

from typing import Any

from peewee import AutoField, BigIntegerField, Database, IntegerField, Model, TextField

# Columns at the end with a default: no row is written again.
STATEMENTS = (
    """ALTER TABLE "gift" ADD COLUMN "on_order" INTEGER NOT NULL DEFAULT 0""",
    """ALTER TABLE "gift" ADD COLUMN "retired" INTEGER""",
)


class StockMoveRow(Model):
    id = AutoField()
    gift_id = IntegerField(index=True)
    at = BigIntegerField()
    day = IntegerField()
    kind = TextField()
    pieces = IntegerField()
    reason = TextField(default="")
    staff = TextField(default="")

    class Meta:
        legacy_table_names = False
        table_name = "stock_move"


def up(migrator: Any, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
    with db.bind_ctx([StockMoveRow]):
        db.create_tables([StockMoveRow])
