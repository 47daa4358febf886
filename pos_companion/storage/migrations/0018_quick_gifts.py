"""A gift is written faster: the ledger keeps the indexes that are asked, and no more of each."""

from typing import Any

from peewee import Database

STATEMENTS = (
    """DROP INDEX "redemption_household_id_day\"""",
    """DROP INDEX "redemption_staff_day\"""",
    """DROP INDEX "redemption_state_changed\"""",
    """DROP INDEX "redemption_gift_id_state\"""",
    """DROP INDEX "redemption_beneficiary\"""",
    """DROP INDEX "redemption_rule_id_beneficiary_period_key\"""",
    """DROP INDEX "redemption_rule_id_day\"""",
    # A day is a few lines, a rule is many.
    """CREATE INDEX "redemption_day_rule_id" ON "redemption" ("day", "rule_id")""",
    # Of each, only the lines that are asked for by it.
    """CREATE INDEX "redemption_promised" ON "redemption" ("state", "gift_id") """
    """WHERE state = 'accepted'""",
    """CREATE INDEX "redemption_being" ON "redemption" ("beneficiary") """
    """WHERE beneficiary LIKE 'being:%'""",
    """CREATE UNIQUE INDEX "redemption_once" ON "redemption" """
    """("rule_id", "beneficiary", "period_key") WHERE period_key IS NOT NULL""",
)


def up(migrator: Any, db: Database) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
