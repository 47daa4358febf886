"""Days of other calendars, days that are kept quiet, and surprises."""

from typing import Any

from peewee import Database

# Columns at the end with a default: no row is written again, however many there are.
STATEMENTS = (
    """ALTER TABLE "celebration" ADD COLUMN "calendar" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "celebration" ADD COLUMN "nth" INTEGER""",
    """ALTER TABLE "celebration" ADD COLUMN "weekday" INTEGER""",
    """ALTER TABLE "celebration" ADD COLUMN "quiet" INTEGER NOT NULL DEFAULT 0""",
    """ALTER TABLE "celebration" ADD COLUMN "hidden_from" TEXT NOT NULL DEFAULT ''""",
    # A month without its day has a code of its own, so that it too is found by the index.
    "UPDATE celebration SET md = month * 100 WHERE day IS NULL AND month IS NOT NULL",
)


def up(migrator: Any, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
