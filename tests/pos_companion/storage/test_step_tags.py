"""Who was known before tags has none, and is otherwise as before."""

from pathlib import Path

from playhouse.migrations import Runner

from pos_companion.storage import STEPS, STORE, Storage
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.pos_companion.storage.records import key_for

_CUSTOMER = """
INSERT INTO customer (id, name, call_name, say_as, formal, phone, email, card, description,
    language, source, visits, next_n, no_celebrations, no_offers, updated, street)
VALUES (1, 'Ana Silva', '', '', 0, '', '', '', '', '', '', 0, 1, 0, 0, 0, 'Rose Street 4')
"""


def test_whoever_was_known_before_has_no_tags(tmp_path: Path) -> None:
    db = EncryptedDatabase(tmp_path / STORE, key_for("db"))
    db.connect()
    Runner(db, str(STEPS)).up("0014_few_exceptions")
    db.execute_sql(_CUSTOMER)
    db.close()
    storage = Storage.open(tmp_path, key_for)
    try:
        ana = storage.people.get(1)
        assert ana is not None
        assert (ana.name, ana.street, ana.tags) == ("Ana Silva", "Rose Street 4", "")
    finally:
        storage.close()
