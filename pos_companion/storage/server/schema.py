"""The tables on a server.

A new database gets them as the rows describe them today, and every step counts as done; one that
is older gets the steps that are missing. The look-up is kept at each till, so its tables are not
there.
"""

from pathlib import Path
from typing import Any

from pos_companion.storage.lean import Runner
from pos_companion.storage.server.notes import are_made, make_notes
from pos_companion.storage.sqlite import is_behind
from pos_companion.storage.tables import LOOK_UP, TABLES
from pos_companion.storage.tables.shared import FoundAnewRow

_PATIENT = "SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = 0"
_REFUSE = """
CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'
    USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
_AUDIT_STAYS = """
CREATE OR REPLACE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()
"""
SHARED = (*(table for table in TABLES if table not in LOOK_UP), FoundAnewRow)
"""The tables on a server."""


def bring_up_to_date(db: Any, steps: Path) -> None:
    """Make the tables, or bring them up to date; the plan is made behind the lock.

    Raises:
        NewerStoreError: a newer version of the program wrote the records.
    """
    runner = Runner(db, str(steps))
    if not is_behind(runner) and are_made(db):
        return
    # Several tills may start at once after an update: whoever waits finds nothing left to do.
    with db.atomic("IMMEDIATE"):
        db.execute_sql(_PATIENT)
        if is_behind(runner):
            _make_or_run(db, runner)
        if not are_made(db):
            make_notes(db)


def _make_or_run(db: Any, runner: Runner) -> None:
    if runner.applied():
        _run(runner)
    else:
        with db.bind_ctx(SHARED):
            db.create_tables(SHARED)
        db.execute_sql(_REFUSE)
        db.execute_sql(_AUDIT_STAYS)
        runner.fake()


def _run(runner: Runner) -> None:
    """Run the steps that are missing; those of the look-up alone have nothing to do here."""
    for step in runner.status():
        if not step.applied:
            is_local = getattr(step.load(), "LOOK_UP_ONLY", False)
            runner.up(step.name, fake=is_local)
