"""Who sent somebody is known at once, also of what was told before."""

from pathlib import Path

from playhouse.migrations import Runner

from pos_companion.storage import STEPS, STORE, Storage
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.pos_companion.storage.records import key_for

_TOUCH = """
INSERT INTO remark (customer_id, kind, n, is_open, discretion, author, heard_on, text, body)
VALUES (?, 'touch', ?, 0, 'know', 'Mia', 739000, '', ?)
"""


def test_what_was_told_before_counts_for_whom_it_names(tmp_path: Path) -> None:
    db = EncryptedDatabase(tmp_path / STORE, key_for("db"))
    db.connect()
    Runner(db, str(STEPS)).up("0011_forgetting")
    for customer, n, sender in ((2, 1, "1"), (2, 2, "1"), (3, 1, "1"), (4, 1, "null")):
        body = f'{{"source": "friend", "effort": "", "referred_by": {sender}}}'
        db.execute_sql(_TOUCH, (customer, n, body))
    db.close()
    storage = Storage.open(tmp_path, key_for)
    try:
        assert storage.care.open_remarks(1).sent == {2, 3}
        assert [one.referred_by for one in storage.care.open_remarks(2).touches] == [1, 1]
        assert storage.care.open_remarks(4).sent == frozenset()
    finally:
        storage.close()
