"""How customers like to hear from us, in which way somebody is gone, and gifts found by being."""

from typing import Any

from peewee import Database

# Columns at the end with a default: no row is written again, however many there are.
STATEMENTS = (
    """ALTER TABLE "customer" ADD COLUMN "channel" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "customer" ADD COLUMN "best_time" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "customer" ADD COLUMN "gone" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "customer" ADD COLUMN "gone_on" INTEGER""",
    """ALTER TABLE "household_member" ADD COLUMN "how" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "household_member" ADD COLUMN "gone_on" INTEGER""",
    """CREATE INDEX "household_member_customer_id" ON "household_member" ("customer_id")""",
    """CREATE INDEX "redemption_beneficiary" ON "redemption" ("beneficiary")""",
)


def up(migrator: Any, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
