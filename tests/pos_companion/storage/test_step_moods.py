"""Visits of before say nothing about moods and company, and are otherwise as before."""

from pathlib import Path

from playhouse.migrations import Runner

from pos_companion.model.visits import NOTHING_SAID
from pos_companion.storage import STEPS, STORE, Storage
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.pos_companion.storage.records import key_for

_VISIT = """
INSERT INTO visit (customer_id, n, uid, ts, day, kind, total, currency, till, staff)
VALUES (1, 1, 'one', 1700000000, 738000, 'bought', 450, 'EUR', '', 'Mia')
"""


def test_a_visit_of_before_is_there_and_nothing_was_said_of_it(tmp_path: Path) -> None:
    db = EncryptedDatabase(tmp_path / STORE, key_for("db"))
    db.connect()
    Runner(db, str(STEPS)).up("0016_segments")
    db.execute_sql(_VISIT)
    db.close()
    storage = Storage.open(tmp_path, key_for)
    try:
        visit = storage.visits.get("one")
        assert visit is not None
        assert (visit.staff, visit.impression, visit.corrected_at) == ("Mia", NOTHING_SAID, None)
        assert visit.total is not None
        assert visit.total.amount == 450
    finally:
        storage.close()
