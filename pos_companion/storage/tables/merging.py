"""Two records of one person that became one."""

from peewee import AutoField, BigIntegerField, JSONField, TextField

from pos_companion.storage.columns import InstantField
from pos_companion.storage.tables.row import Row


class MergeRow(Row):
    """`away` became part of `keep`; it counts until it is `undone`.

    `source` and `source_id` are those `away` had, `being_id` is the highest number of a being that
    no row bears meanwhile: neither may ever mean somebody else. `known_as` holds what `away` is
    still found by, `body` how everything was; both are emptied when it is undone.
    """

    id = AutoField()
    keep_id = BigIntegerField(index=True)
    away_id = BigIntegerField(index=True)
    source = TextField(default="")
    source_id = TextField(null=True)
    being_id = BigIntegerField(default=0)
    made = InstantField()
    undone = InstantField(null=True)
    known_as = JSONField(default=dict)
    body = JSONField(default=dict)

    class Meta:
        table_name = "merge"
