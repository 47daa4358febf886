"""What was promised and given before the indexes were thinned out counts as before."""

from pathlib import Path

import pytest
from playhouse.migrations import Runner

from pos_companion.errors import LimitReachedError
from pos_companion.rules import RedemptionState
from pos_companion.storage import STEPS, STORE, Storage
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.pos_companion.storage.records import NOW, TODAY, key_for, redemption

_LINE = """
INSERT INTO redemption (key, rule_id, version, customer_id, beneficiary, celebration_year,
    period_key, visit_uid, day, state, cost, value, currency, gift_id, coupon, staff, offer,
    reason, changed)
VALUES (?, 'thanks', 1, 7, ?, 2026, ?, 'v', ?, ?, 35, 120, 'EUR', 5, '', '', '', '{}', 0)
"""


def test_lines_written_before_count_hold_their_place_and_are_found(tmp_path: Path) -> None:
    db = EncryptedDatabase(tmp_path / STORE, key_for("db"))
    db.connect()
    Runner(db, str(STEPS)).up("0017_moods")
    for key, who, once, state in (
        ("a", "being:3", "2026", "given"),
        ("b", "customer:7", None, "accepted"),
        ("c", "customer:7", None, "declined"),
    ):
        db.execute_sql(_LINE, (key, who, once, TODAY.toordinal(), state))
    db.close()
    storage = Storage.open(tmp_path, key_for)
    try:
        ledger = storage.ledger
        assert [one.key for one in ledger.own(7, None)] == ["a", "b", "c"]
        (tally,) = ledger.tallies(["thanks"], TODAY)
        assert (tally.count, tally.cost) == (2, 70)
        assert ledger.forgotten_visits(NOW) == ["v"]
        again = redemption("d", "thanks", beneficiary="being:3", period_key="2026")
        with pytest.raises(LimitReachedError):
            ledger.add(again, NOW)
        first = ledger.by_key("a")
        assert first is not None
        ledger.settle(first.id, RedemptionState.VOIDED, NOW)
        ledger.add(again, NOW)
    finally:
        storage.close()
