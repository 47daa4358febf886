"""What people are found by; the word index itself stands in the first step."""

from peewee import BigIntegerField, CompositeKey, TextField

from pos_companion.storage.tables.row import Row


class SearchDocRow(Row):
    """The folded words by which a customer is found; smaller slots are likelier to walk in."""

    slot = BigIntegerField(primary_key=True)
    customer_id = BigIntegerField(unique=True)
    d = TextField()

    class Meta:
        table_name = "search_doc"


class ContactKeyRow(Row):
    """Numbers and codes by which a customer is found.

    The first letter of `k` tells them apart: p phone digits, r the same reversed, n those without
    the code of the country, c card, C card reversed, e e-mail, x the id in the program they came
    from.
    """

    k = TextField()
    customer_id = BigIntegerField(index=True)

    class Meta:
        table_name = "contact_key"
        primary_key = CompositeKey("k", "customer_id")
        without_rowid = True
