"""What only a shop with several tills needs; these tables are on the server alone."""

from peewee import BigIntegerField

from pos_companion.storage.tables.row import Row


class FoundAnewRow(Row):
    """Somebody is found by something else since change number `n`, or by nothing."""

    customer_id = BigIntegerField(primary_key=True)
    n = BigIntegerField(index=True)

    class Meta:
        table_name = "found_anew"
