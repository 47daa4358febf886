"""People are found in spite of a slip: the index is laid out anew, and filled when it is opened."""

from typing import Any

from peewee import BigIntegerField, CompositeKey, Database, IntegerField, Model, TextField


class Row(Model):
    class Meta:
        legacy_table_names = False


class SearchDocRow(Row):
    slot = BigIntegerField(primary_key=True)
    customer_id = BigIntegerField(unique=True)
    d = TextField()
    k = TextField(default="")

    class Meta:
        table_name = "search_doc"


class ContactKeyRow(Row):
    k = TextField()
    customer_id = BigIntegerField()

    class Meta:
        table_name = "contact_key"
        primary_key = CompositeKey("k", "customer_id")
        without_rowid = True


class TermRow(Row):
    t = TextField(primary_key=True)

    class Meta:
        table_name = "term"
        without_rowid = True


class TermKeyRow(Row):
    h = IntegerField()
    t = TextField()

    class Meta:
        table_name = "term_key"
        primary_key = CompositeKey("h", "t")
        without_rowid = True


OLD = ("name_fts", "contact_key", "search_doc")
TABLES = (SearchDocRow, ContactKeyRow, TermRow, TermKeyRow)
WORDS = """
CREATE VIRTUAL TABLE name_fts USING fts5(
    d, content='search_doc', content_rowid='slot', detail=none, columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6')
"""


def up(migrator: Any, db: Database) -> None:
    for table in OLD:
        db.execute_sql(f"DROP TABLE {table}")
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    db.execute_sql(WORDS)
    # A deleted name must leave no trace in the pages of the index.
    db.execute_sql("INSERT INTO name_fts(name_fts, rank) VALUES('secure-delete', 1)")
    db.execute_sql("INSERT OR REPLACE INTO setting (key, value) VALUES ('search_made', '')")
