"""A shelf of before deliveries were noted comes through unharmed."""

from pathlib import Path

from playhouse.migrations import Runner

from pos_companion.model.money import Money
from pos_companion.model.stock import Gift
from pos_companion.storage import STEPS, STORE, Storage
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.pos_companion.storage.records import key_for


def an_old_store(folder: Path) -> None:
    db = EncryptedDatabase(folder / STORE, key_for("db"))
    db.connect()
    Runner(db, str(STEPS)).up("0009_giving")
    db.execute_sql(
        "INSERT INTO gift (id, name, on_hand, cost, tags, reorder_at, icon)"
        """ VALUES (7, 'Biscuit', 5, 40, '["dog", "nuts"]', 2, 'bone')"""
    )
    db.close()


def test_every_gift_is_as_it_was_and_can_be_retired(tmp_path: Path) -> None:
    an_old_store(tmp_path)
    storage = Storage.open(tmp_path, key_for)
    try:
        tags = frozenset({"dog", "nuts"})
        biscuit = Gift(7, "Biscuit", 5, Money(40, "EUR"), 0, tags, 2, "bone")
        assert storage.stock.gifts("EUR") == {7: biscuit}
        assert (storage.stock.moves(7, 9), storage.stock.is_retired(7)) == ((), False)
    finally:
        storage.close()
