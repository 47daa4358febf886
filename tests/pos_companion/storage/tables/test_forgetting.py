"""The lists of those who asked to be forgotten come to a shop that has been at work for years."""

from pathlib import Path

from pos_companion.storage import Storage
from tests.pos_companion.storage.records import NOW, add_customer, contents, key_for


def test_a_store_from_before_forgetting_gains_the_lists_and_keeps_the_rest(tmp_path: Path) -> None:
    old = Storage.open(tmp_path, key_for)
    ana = add_customer(old, "Ana Kos", phone="+4915123454471")
    for table in ("forgotten", "tombstone"):
        old.db.execute_sql(f"DROP TABLE {table}")
    old.db.execute_sql("DELETE FROM schema_migration WHERE name = '0011_forgetting'")
    before = contents(old, "schema_migration")
    old.close()
    fresh = Storage.open(tmp_path, key_for)
    new = ("forgotten", "tombstone", "sqlite_stat1", "sqlite_stat4")
    assert contents(fresh, "schema_migration", *new) == before
    with fresh.transaction():
        fresh.forgetting.hide(ana, NOW, "")
    assert (fresh.people.get(ana.id), fresh.check()) == (None, [])
    fresh.close()
