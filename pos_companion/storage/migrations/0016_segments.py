"""People the shop has given a name, by what they are."""

from typing import Any

from peewee import BigIntegerField, Database, JSONField, Model, TextField


class SegmentRow(Model):
    id = TextField(primary_key=True)
    name = TextField()
    body = JSONField()
    made = BigIntegerField()

    class Meta:
        legacy_table_names = False
        table_name = "segment"


def up(migrator: Any, db: Database) -> None:
    with db.bind_ctx([SegmentRow]):
        db.create_tables([SegmentRow])
