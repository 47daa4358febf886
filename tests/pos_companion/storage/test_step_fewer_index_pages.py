"""Customers of before are there as they were, and stand in an index for what they have alone."""

from pathlib import Path

import pytest
from playhouse.migrations import Runner
from sqlcipher3 import dbapi2 as sqlcipher

from pos_companion.storage import STEPS, STORE, Storage
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.pos_companion.storage.records import key_for

_CUSTOMER = """
INSERT INTO customer (id, name, call_name, say_as, formal, phone, email, card, description,
    language, household_id, source, source_id, last_visit, visits, next_n, no_celebrations,
    no_offers, updated)
VALUES (?, ?, '', '', FALSE, '', '', '', '', '', ?, 'square', ?, ?, 0, 1, FALSE, FALSE, 0)
"""
_INDEXES = (
    "SELECT name FROM sqlite_master WHERE tbl_name = 'customer' AND sql LIKE '%IS NOT NULL'"
    " ORDER BY name"
)


def test_customers_of_before_are_found_by_their_number_and_it_stays_unique(
    tmp_path: Path,
) -> None:
    db = EncryptedDatabase(tmp_path / STORE, key_for("db"))
    db.connect()
    Runner(db, str(STEPS)).up("0018_quick_gifts")
    db.execute_sql(_CUSTOMER, (7, "Ana Kos", 3, "A-4471", 1_700_000_000))
    db.execute_sql(_CUSTOMER, (8, "Ben Ito", None, None, None))
    db.close()
    storage = Storage.open(tmp_path, key_for)
    try:
        assert storage.people.by_source("square", "A-4471") == 7
        assert [one.name for one in storage.people.in_household(3)] == ["Ana Kos"]
        assert [name for (name,) in storage.rows(_INDEXES)] == [
            "customer_household_id", "customer_last_visit", "customer_source_source_id",
        ]  # fmt: skip
        with pytest.raises(Exception, match="UNIQUE") as refused:
            storage.db.execute_sql(_CUSTOMER, (9, "Eva Oke", None, "A-4471", None))
        assert refused.type.__name__ == sqlcipher.IntegrityError.__name__
        storage.db.execute_sql(_CUSTOMER, (9, "Eva Oke", None, None, None))
    finally:
        storage.close()
