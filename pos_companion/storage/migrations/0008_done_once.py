"""A deed that is sent twice is done once: the ids of what was done."""

from typing import Any

from peewee import BigIntegerField, Database, Model, TextField


class Row(Model):
    class Meta:
        legacy_table_names = False


class DoneRow(Row):
    uid = TextField(primary_key=True)
    deed = TextField()
    ts = BigIntegerField(index=True)

    class Meta:
        table_name = "done"
        without_rowid = True


def up(migrator: Any, db: Database) -> None:
    with db.bind_ctx((DoneRow,)):
        db.create_tables((DoneRow,))
