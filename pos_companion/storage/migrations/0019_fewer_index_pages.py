"""Nobody stands in an index of customers for what they do not have: new people are kept faster."""

from typing import Any

from peewee import Database

STATEMENTS = (
    """DROP INDEX "customer_household_id\"""",
    """DROP INDEX "customer_last_visit\"""",
    """DROP INDEX "customer_source_source_id\"""",
    """CREATE INDEX "customer_household_id" ON "customer" ("household_id") """
    """WHERE household_id IS NOT NULL""",
    """CREATE INDEX "customer_last_visit" ON "customer" ("last_visit") """
    """WHERE last_visit IS NOT NULL""",
    """CREATE UNIQUE INDEX "customer_source_source_id" ON "customer" ("source", "source_id") """
    """WHERE source_id IS NOT NULL""",
)


def up(migrator: Any, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
