"""People are found by their street, and two of the same name are told apart by it."""

from typing import Any

from peewee import Database


def up(migrator: Any, db: Database) -> None:
    db.execute_sql("""ALTER TABLE "customer" ADD COLUMN "street" TEXT NOT NULL DEFAULT ''""")
