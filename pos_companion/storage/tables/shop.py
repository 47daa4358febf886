"""Colleagues, the audit trail, settings and taken-in files."""

from peewee import AutoField, BigIntegerField, BooleanField, IntegerField, JSONField, TextField

from pos_companion.storage.columns import InstantField
from pos_companion.storage.tables.row import Row


class StaffRow(Row):
    """A colleague; `tries` wrong PINs since the last right one, the latest at `tried`.

    `as_customer` is the number their own card had when it was named.
    """

    id = AutoField()
    name = TextField(unique=True)
    role = TextField(default="counter")
    pin = TextField(default="")
    active = BooleanField(default=True)
    tries = IntegerField(default=0)
    tried = InstantField(null=True)
    as_customer = BigIntegerField(null=True)

    class Meta:
        table_name = "staff"


class AuditRow(Row):
    """Who did what; a chain of HMACs, append-only by triggers. Bodies hold ids, never names."""

    id = AutoField()
    ts = InstantField()
    staff = TextField(default="")
    deed = TextField()
    body = TextField()
    mac = TextField()

    class Meta:
        table_name = "audit"


class SettingRow(Row):
    """What the shop decided, and a few numbers about the whole."""

    key = TextField(primary_key=True)
    value = JSONField()

    class Meta:
        table_name = "setting"


class ImportBatchRow(Row):
    """One file that was taken in."""

    id = AutoField()
    file = TextField()
    what = TextField()
    source = TextField()
    started = InstantField()
    finished = InstantField(null=True)
    counts = JSONField(default=dict)

    class Meta:
        table_name = "import_batch"


class DoneRow(Row):
    """A deed that came with an id of its own and was done; it is not done again."""

    uid = TextField(primary_key=True)
    deed = TextField()
    ts = InstantField(index=True)

    class Meta:
        table_name = "done"
        without_rowid = True
