"""The tables on a server, made today or brought up to date."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from playhouse.schema_diff import diff_models

from pos_companion.errors import NewerStoreError
from pos_companion.servers import Server, read_server
from pos_companion.storage import STEPS, Storage
from pos_companion.storage.server.schema import SHARED
from pos_companion.storage.shared import connect
from pos_companion.storage.tables import LOOK_UP, TABLES
from tests.postgresql import Postgres

A_STEP = "def up(migrator, db):\n    db.execute_sql('ALTER TABLE gift ADD COLUMN colour TEXT')\n"
LOOK_UP_ONLY = "LOOK_UP_ONLY = True\n\n\ndef up(migrator, db):\n    raise AssertionError\n"


@pytest.fixture
def empty(postgres: Postgres, request: pytest.FixtureRequest) -> Server:
    return read_server(postgres.new_database(request.node.name[-30:]))


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    folder = tmp_path / "steps"
    shutil.copytree(STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def columns(db: Any, table: str) -> dict[str, bool]:
    return {one.name: one.null for one in db.get_columns(table)}


def test_the_tables_agree_with_their_description_and_with_those_of_a_file(
    here: Storage, tmp_path: Path
) -> None:
    assert not str(diff_models(here.db, SHARED))
    file = Storage.open(tmp_path, lambda purpose: purpose.encode().ljust(32))
    names = [table._meta.table_name for table in TABLES if table not in LOOK_UP]
    assert {one: columns(here.db, one) for one in names} == {
        one: columns(file.db, one) for one in names
    }
    assert {
        one: {(tuple(index.columns), index.unique) for index in file.db.get_indexes(one)}
        for one in names
    } == {
        one: {
            (tuple(index.columns), index.unique)
            for index in here.db.get_indexes(one)
            if not index.name.endswith("_pkey") or _has_key_index(file.db, one)
        }
        for one in names
    }
    file.close()


def _has_key_index(db: Any, table: str) -> bool:
    """Whether a table in a file has an index for its key, as one of a single word does."""
    return any(index.name.startswith("sqlite_autoindex") for index in db.get_indexes(table))


def test_what_a_later_version_adds_is_added(empty: Server, steps: Path) -> None:
    db = connect(empty)
    db.bring_up_to_date(steps)
    assert "colour" not in columns(db, "gift")
    (steps / "9001_gifts_have_a_colour.py").write_text(A_STEP, encoding="utf-8")
    (steps / "9002_the_search_is_made_anew.py").write_text(LOOK_UP_ONLY, encoding="utf-8")
    db.bring_up_to_date(steps)
    assert "colour" in columns(db, "gift")
    db.bring_up_to_date(steps)
    (steps / "9001_gifts_have_a_colour.py").unlink()
    with pytest.raises(NewerStoreError):
        db.bring_up_to_date(steps)
    db.close()


def test_the_trail_stays_as_it_was_written(here: Storage) -> None:
    triggers = here.rows("SELECT tgname FROM pg_trigger WHERE tgname = 'audit_stays'")
    assert triggers == [("audit_stays",)]
