"""Two records of one person become one, and can be parted again."""

from typing import Any

from peewee import AutoField, BigIntegerField, Database, JSONField, Model, TextField


class MergeRow(Model):
    id = AutoField()
    keep_id = BigIntegerField(index=True)
    away_id = BigIntegerField(index=True)
    source = TextField(default="")
    source_id = TextField(null=True)
    being_id = BigIntegerField(default=0)
    made = BigIntegerField()
    undone = BigIntegerField(null=True)
    known_as = JSONField(default=dict)
    body = JSONField(default=dict)

    class Meta:
        legacy_table_names = False
        table_name = "merge"


def up(migrator: Any, db: Database) -> None:
    with db.bind_ctx([MergeRow]):
        db.create_tables([MergeRow])
