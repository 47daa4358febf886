"""Only what was an exception stands in the index of exceptions: other lines are written faster."""

from typing import Any

from peewee import Database

STATEMENTS = (
    """DROP INDEX "redemption_exception_day\"""",
    """CREATE INDEX "redemption_exception_day" ON "redemption" ("exception", "day") """
    """WHERE exception <> ''""",
)


def up(migrator: Any, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
