"""What all tables share."""

from peewee import DatabaseProxy, Model

database = DatabaseProxy()


class Row(Model):
    """A row of the open store; it never leaves this package."""

    class Meta:
        database = database
        legacy_table_names = False
