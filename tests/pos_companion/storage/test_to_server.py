"""The records of a file come to a server whole, or nothing does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pos_companion.errors import MissingDeedsError, NotSavedError, RefusedError
from pos_companion.servers import Server, read_server
from pos_companion.services import Shop
from pos_companion.storage import STORE, Storage, to_server
from pos_companion.storage.shared import connect
from pos_companion.storage.tables import LOOK_UP, TABLES
from pos_companion.storage.to_server import Deed, move_records
from tests.pos_companion.storage.records import NOW
from tests.postgresql import Postgres

MIA = Deed(NOW, "Mia")


@pytest.fixture
def empty(postgres: Postgres, request: pytest.FixtureRequest) -> Server:
    return read_server(postgres.new_database(request.node.name[-30:]))


def nothing() -> None:
    """What is to be done at last in most of these tests."""


def move(shop: Shop, address: Server, at_last: Callable[[], None] = nothing) -> int:
    db = connect(address)
    try:
        return move_records(shop.storage, db, shop.keys.derive, MIA, at_last)
    finally:
        db.close()


def tables_of(address: Server) -> list[str]:
    db = connect(address)
    try:
        return list(db.get_tables())
    finally:
        db.close()


def rows_of(db: Any, table: Any) -> list[tuple[Any, ...]]:
    columns = [field.column_name for field in table._meta.sorted_fields]
    sql = f"SELECT {', '.join(columns)} FROM {table._meta.table_name}"
    return sorted(map(tuple, db.execute_sql(sql).fetchall()), key=repr)


def test_a_whole_shop_is_on_the_server_as_it_was_in_its_file(
    sample_shop: Shop, empty: Server, tmp_path: Path
) -> None:
    file = sample_shop.storage.db
    before = {table: rows_of(file, table) for table in TABLES if table not in LOOK_UP}
    content = (sample_shop.settings.folder / STORE).read_bytes()
    moved = move(sample_shop, empty)
    assert moved == sum(map(len, before.values())) > 300
    assert (sample_shop.settings.folder / STORE).read_bytes() == content
    there = Storage.open_shared(
        connect(empty), sample_shop.settings.folder, sample_shop.keys.derive
    )
    for table, rows in before.items():
        after = [tuple(map(plain, row)) for row in rows_of(there.db, table)]
        missing = [row for row in rows if tuple(map(plain, row)) not in after]
        assert missing == [], table._meta.table_name
    assert there.audit.deeds("moved_to_server", NOW) == [(NOW, "Mia", f'{{"rows":{moved}}}')]
    assert there.check() == []
    assert there.search.by_words("rosa", 3) != []
    with there.transaction():
        home = there.people.found_household(
            there.people.some(there.search.by_words("rosa", 3))[0], NOW
        )
    assert home not in [row[0] for row in file.execute_sql("SELECT id FROM household")]
    there.close()


def plain(value: object) -> object:
    return int(value) if isinstance(value, bool) else value


def test_the_file_is_not_opened_by_mistake_afterwards(sample_shop: Shop, empty: Server) -> None:
    move(sample_shop, empty)
    sample_shop.close()
    with pytest.raises(MissingDeedsError):
        Storage.open(sample_shop.settings.folder, sample_shop.keys.derive)


def test_a_database_with_a_shop_in_it_is_left_alone(sample_shop: Shop, empty: Server) -> None:
    move(sample_shop, empty)
    with pytest.raises(RefusedError, match="a shop in this database already"):
        move(sample_shop, empty)


def test_a_database_of_another_program_is_left_alone(shop: Shop, empty: Server) -> None:
    db = connect(empty)
    db.execute_sql("CREATE TABLE customer(id INTEGER)")
    db.close()
    with pytest.raises(RefusedError, match="table called customer"):
        move(shop, empty)
    assert tables_of(empty) == ["customer"]


def test_when_anything_is_missing_at_the_end_nothing_is_left_on_the_server(
    sample_shop: Shop, empty: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = to_server._read

    def all_but_one(file: Any, table: Any) -> Any:
        columns, rows = whole(file, table)
        return columns, list(rows)[1:]

    mark = sample_shop.storage.guard.marked()
    with monkeypatch.context() as patched:
        patched.setattr(to_server, "_read", all_but_one)
        with pytest.raises(NotSavedError, match="arrived on the server"):
            move(sample_shop, empty)
    assert tables_of(empty) == []

    def full() -> None:
        raise NotSavedError("The disk is full.")

    with pytest.raises(NotSavedError):
        move(sample_shop, empty, full)
    assert tables_of(empty) == []
    assert sample_shop.storage.guard.marked() == mark
