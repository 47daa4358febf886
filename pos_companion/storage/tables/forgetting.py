"""Who asked to be forgotten."""

from peewee import BigIntegerField, JSONField, TextField

from pos_companion.storage.columns import DayField, InstantField
from pos_companion.storage.tables.row import Row


class ForgottenRow(Row):
    """A customer who asked to be forgotten; the number stays, so that no backup brings them back.

    `body` holds what is needed to take it back, and is emptied with the rest.
    """

    customer_id = BigIntegerField(primary_key=True)
    asked = InstantField()
    staff = TextField(default="")
    purged = InstantField(null=True, index=True)
    body = JSONField(default=dict)

    class Meta:
        table_name = "forgotten"


class TombstoneRow(Row):
    """A sealed phone, e-mail, card or outside number that no file may bring back."""

    seal = TextField(primary_key=True)
    day = DayField()

    class Meta:
        table_name = "tombstone"
        without_rowid = True
