"""Who sent somebody stands in a column of its own, so that it is known at once whom they sent."""

import json
from typing import Any

from peewee import Database, PostgresqlDatabase

_TOUCHES = "SELECT customer_id, n, body FROM remark WHERE kind = 'touch'"
_KEEP = "UPDATE remark SET sent_by = ? WHERE customer_id = ? AND kind = 'touch' AND n = ?"


def up(migrator: Any, db: Database) -> None:
    number = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    db.execute_sql(f'ALTER TABLE "remark" ADD COLUMN "sent_by" {number}')
    db.execute_sql(
        'CREATE INDEX "remark_sent_by" ON "remark" ("sent_by") WHERE ("sent_by" IS NOT NULL)'
    )
    for customer, n, body in db.execute_sql(_TOUCHES).fetchall():
        known = json.loads(body) if isinstance(body, str) else body
        if known.get("referred_by") is not None:
            db.execute_sql(_KEEP, (known["referred_by"], customer, n))
