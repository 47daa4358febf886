"""What the shop knows when it is asked."""

from peewee import AutoField, IntegerField, JSONField, TextField

from pos_companion.storage.columns import DayField
from pos_companion.storage.tables.row import Row


class AnswerRow(Row):
    """A question and what to say; `say` is empty while nobody knows, `owner` when nobody waits."""

    id = AutoField()
    question = TextField()
    say = TextField(default="")
    details = TextField(default="")
    tags = JSONField(default=list)
    verified_on = DayField(null=True)
    good_for = IntegerField(default=0)
    author = TextField(default="")
    asked_by = TextField(default="")
    asked_on = DayField(null=True)
    owner = TextField(default="")
    due = DayField(null=True, index=True)
    doubt = TextField(default="")

    class Meta:
        table_name = "answer"
