"""The list of merges comes to a shop that has been at work for years."""

from pathlib import Path

from pos_companion.storage import Storage
from pos_companion.storage.tables import MergeRow
from tests.pos_companion.storage.records import NOW, add_customer, contents, key_for


def test_a_store_from_before_there_were_merges_gains_the_list_and_keeps_the_rest(
    tmp_path: Path,
) -> None:
    old = Storage.open(tmp_path, key_for)
    ana, anna = add_customer(old, "Ana Kos"), add_customer(old, "Anna Kos")
    old.db.execute_sql("DROP TABLE merge")
    old.db.execute_sql("DELETE FROM schema_migration WHERE name = '0005_merges'")
    before = contents(old, "schema_migration")
    old.close()
    fresh = Storage.open(tmp_path, key_for)
    assert contents(fresh, "schema_migration", "merge") == before
    with fresh.transaction():
        fresh.merging.merge(ana.id, anna.id, {}, False, NOW)
    assert fresh.check() == []
    fresh.close()


def test_a_merge_is_found_from_both_sides(storage: Storage) -> None:
    for column in ("keep_id", "away_id"):
        (plan,) = storage.rows(f"EXPLAIN QUERY PLAN SELECT 1 FROM merge WHERE {column} = 7")
        assert "USING COVERING INDEX" in plan[3] or "USING INDEX" in plan[3]
    assert MergeRow._meta.table_name == "merge"
