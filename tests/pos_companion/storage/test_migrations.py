"""The numbered steps, and the tables they lead to."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models

from pos_companion.storage import STEPS, Storage
from pos_companion.storage.tables import TABLES
from tests.pos_companion.storage.records import key_for

FILES = sorted(STEPS.glob("*.py"))


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    """One store as the steps make it; nothing is written to it."""
    opened = Storage.open(tmp_path_factory.mktemp("steps"), key_for)
    yield opened
    opened.close()


def test_the_steps_and_the_tables_agree(empty_store: Storage) -> None:
    difference = diff_models(empty_store.db, TABLES)
    assert not difference, str(difference)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table._meta.table_name)
def test_a_step_makes_a_table_word_for_word_as_it_is_described(
    empty_store: Storage, table: type
) -> None:
    """`diff_models` looks at names alone; this looks at types, keys, defaults and checks too."""
    meta = table._meta  # type: ignore[attr-defined]
    query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
    ((made,),) = empty_store.rows(query, (meta.table_name,))
    described, _ = table._schema._create_table(safe=False).query()  # type: ignore[attr-defined]
    assert made == described


def test_every_table_stands_in_the_list_once(empty_store: Storage) -> None:
    names = [table._meta.table_name for table in TABLES]
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    beside = {"schema_migration", "name_fts"}
    made = {name for (name,) in empty_store.rows(query) if not name.startswith("name_fts_")}
    assert sorted(names) == sorted(made - beside)


def test_the_steps_are_numbered_without_a_gap() -> None:
    numbers = [re.match(r"(\d{4})_\w+$", path.stem) for path in FILES]
    assert [int(found[1]) for found in numbers if found] == list(range(1, len(FILES) + 1))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_step_never_changes_with_the_tables_of_today(path: Path) -> None:
    imported = {
        name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None), *(alias.name for alias in node.names)]
        if name
    }
    assert not [name for name in imported if name.startswith(("pos_companion", "ui"))]


def test_an_up_to_date_store_is_left_alone(tmp_path: Path) -> None:
    Storage.open(tmp_path, key_for).close()
    steps = "SELECT name FROM schema_migration"
    opened = Storage.open(tmp_path, key_for)
    assert opened.rows(steps) == [(path.stem,) for path in FILES]
    version = opened.rows("PRAGMA schema_version")
    opened.close()
    again = Storage.open(tmp_path, key_for)
    assert again.rows("PRAGMA schema_version") == version
    again.close()
