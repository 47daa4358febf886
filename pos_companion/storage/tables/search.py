"""What people are found by; the word index itself stands in the steps."""

from peewee import BigIntegerField, CompositeKey, IntegerField, TextField

from pos_companion.storage.tables.row import Row


class SearchDocRow(Row):
    """The folded words by which a customer is found; smaller slots are likelier to walk in.

    `k` is what their keys are made of: what is taken out of the index must be known to the letter.
    """

    slot = BigIntegerField(primary_key=True)
    customer_id = BigIntegerField(unique=True)
    d = TextField()
    k = TextField(default="")

    class Meta:
        table_name = "search_doc"


class ContactKeyRow(Row):
    """Numbers and codes by which a customer is found; `search_keys` says what a key is."""

    k = TextField()
    customer_id = BigIntegerField()

    class Meta:
        table_name = "contact_key"
        primary_key = CompositeKey("k", "customer_id")
        without_rowid = True


class TermRow(Row):
    """A word that somebody is found by."""

    t = TextField(primary_key=True)

    class Meta:
        table_name = "term"
        without_rowid = True


class TermKeyRow(Row):
    """Where a word is found that was mistyped, or written as it sounds: a number made of it."""

    h = IntegerField()
    t = TextField()

    class Meta:
        table_name = "term_key"
        primary_key = CompositeKey("h", "t")
        without_rowid = True
