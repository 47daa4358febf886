"""What the shop knows when it is asked."""

from typing import Any

from peewee import AutoField, Database, IntegerField, JSONField, Model, TextField


class AnswerRow(Model):
    id = AutoField()
    question = TextField()
    say = TextField(default="")
    details = TextField(default="")
    tags = JSONField(default=list)
    verified_on = IntegerField(null=True)
    good_for = IntegerField(default=0)
    author = TextField(default="")
    asked_by = TextField(default="")
    asked_on = IntegerField(null=True)
    owner = TextField(default="")
    due = IntegerField(null=True, index=True)
    doubt = TextField(default="")

    class Meta:
        legacy_table_names = False
        table_name = "answer"


def up(migrator: Any, db: Database) -> None:
    with db.bind_ctx([AnswerRow]):
        db.create_tables([AnswerRow])
