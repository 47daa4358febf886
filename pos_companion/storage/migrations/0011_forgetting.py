"""Whoever asks to be forgotten is, and no file or backup brings them back."""

from typing import Any

from peewee import BigIntegerField, Database, IntegerField, JSONField, Model, TextField


class ForgottenRow(Model):
    customer_id = BigIntegerField(primary_key=True)
    asked = BigIntegerField()
    staff = TextField(default="")
    purged = BigIntegerField(null=True, index=True)
    body = JSONField(default=dict)

    class Meta:
        legacy_table_names = False
        table_name = "forgotten"


class TombstoneRow(Model):
    seal = TextField(primary_key=True)
    day = IntegerField()

    class Meta:
        legacy_table_names = False
        table_name = "tombstone"
        without_rowid = True


def up(migrator: Any, db: Database) -> None:
    with db.bind_ctx([ForgottenRow, TombstoneRow]):
        db.create_tables([ForgottenRow, TombstoneRow], safe=False)
