"""A visit knows how they were, who came along, and when it was put right by hand."""

from typing import Any

from peewee import Database, PostgresqlDatabase

# Columns at the end with a default: no row is written again, however many there are.
STATEMENTS = (
    """ALTER TABLE "visit" ADD COLUMN "mood_in" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "visit" ADD COLUMN "mood_out" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "visit" ADD COLUMN "company" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "visit" ADD COLUMN "corrected" {number}""",
    # Only visits with a word about the mood stand in it: the others need not touch it.
    """CREATE INDEX "visit_moods" ON "visit" ("day") WHERE (("mood_in" || "mood_out") != '')""",
)


def up(migrator: Any, db: Database) -> None:
    number = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    for statement in STATEMENTS:
        db.execute_sql(statement.format(number=number))
