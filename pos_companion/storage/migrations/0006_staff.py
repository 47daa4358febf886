"""How often a PIN was wrong is kept with the person, so that a restart does not end a wait."""

from typing import Any

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    Database,
    IntegerField,
    Model,
    TextField,
)


class StaffRow(Model):
    id = AutoField()
    name = TextField(unique=True)
    role = TextField(default="counter")
    pin = TextField(default="")
    active = BooleanField(default=True)
    tries = IntegerField(default=0)
    tried = BigIntegerField(null=True)

    class Meta:
        legacy_table_names = False
        table_name = "staff"


def up(migrator: Any, db: Database) -> None:
    people = db.execute_sql("SELECT id, name, role, pin, active FROM staff").fetchall()
    with db.bind_ctx([StaffRow]):
        db.drop_tables([StaffRow])
        db.create_tables([StaffRow])
    for person in people:
        db.execute_sql(
            "INSERT INTO staff (id, name, role, pin, active, tries) VALUES (?, ?, ?, ?, ?, 0)",
            person,
        )
