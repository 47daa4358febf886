"""A customer has tags: words of the shop's own that a rule can ask for."""

from typing import Any

from peewee import Database


def up(migrator: Any, db: Database) -> None:
    db.execute_sql("""ALTER TABLE "customer" ADD COLUMN "tags" TEXT NOT NULL DEFAULT ''""")
