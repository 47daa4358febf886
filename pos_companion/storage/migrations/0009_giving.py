"""At which till something was given, who agreed to it, what was an exception, and staff at home."""

from typing import Any

from peewee import Database, PostgresqlDatabase

# Columns at the end with a default: no row is written again, however many there are.
STATEMENTS = (
    """ALTER TABLE "redemption" ADD COLUMN "till" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "redemption" ADD COLUMN "approver" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "redemption" ADD COLUMN "exception" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "staff" ADD COLUMN "as_customer" {number}""",
    """CREATE INDEX "redemption_exception_day" ON "redemption" ("exception", "day")""",
    """CREATE INDEX "coupon_redemption_id" ON "coupon" ("redemption_id")""",
)


def up(migrator: Any, db: Database) -> None:
    number = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    for statement in STATEMENTS:
        db.execute_sql(statement.format(number=number))
