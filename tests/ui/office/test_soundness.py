"""The records are looked through while people work, and what is wrong stays in the bar."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2 as sqlcipher

from pos_companion.errors import DamagedError
from pos_companion.services.backups import back_up
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.storage import PAGE, STORE, faults
from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records
from tests.journeys.corner_shop import NOW
from tests.one_till import ROSA, Till

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]


@pytest.fixture
def till(qapp: QApplication, corner_shop_records: Path, tmp_path: Path) -> Iterator[Till]:
    made = Till(qapp, shutil.copytree(corner_shop_records, tmp_path / "shop"))
    yield made
    made.leave()


def damage_what_nobody_reads(till: Till) -> None:
    """One bit on a page that a morning at the counter does not need."""
    shop = till.open_shop()
    ((page,),) = shop.storage.rows("SELECT rootpage FROM sqlite_master WHERE name = 'coupon'")
    shop.close()
    store = till.folder / STORE
    content = bytearray(store.read_bytes())
    content[PAGE * (page - 1) + 100] ^= 1
    store.write_bytes(content)


def test_after_a_power_cut_damage_is_found_while_people_work_and_a_backup_is_one_tap_away(
    till: Till,
) -> None:
    rosa = till.with_a_backup()
    damage_what_nobody_reads(till)
    (till.folder / f"{STORE}-wal").touch()  # the program was not closed
    window = till.window()
    assert window.counter is not None
    assert window.slot.shown is window.counter
    bar = window.counter.notices.bar
    assert bar.sentence() == (
        "The records are damaged: nothing more is written. The sound backup of 21 Nov, "
        f"{NOW.astimezone():%H:%M} lacks one deed."
    )
    assert till.shop is not None
    with pytest.raises(DamagedError):
        record_visit(till.shop, VisitDeed("too late", rosa))
    window.counter.notices.clear_error()
    assert bar.isVisible()  # it stays until something is done
    bar.way.click()
    till.settle()
    assert till.visits() == {"in the backup"}
    assert window.counter.notices.bar.sentence() == ""


def test_damage_that_a_card_comes_upon_is_told_within_a_second(at_counter: Cashier) -> None:
    assert at_counter.shop is not None
    storage = at_counter.shop.storage
    with pytest.raises(DamagedError):
        faults.read(Malformed(storage.db), "SELECT * FROM customer")
    at_counter.window.care.look(0)
    at_counter.settle()
    assert at_counter.bar().startswith("The records are damaged: nothing")
    assert at_counter.bar().endswith("no backup here is sound. Please get help.")


class Malformed:
    """Records of which a page cannot be read; the edge to the database is all that is not real."""

    def __init__(self, db: Any) -> None:
        object.__setattr__(self, "db", db)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self.db, name, value)

    def fetch(self, _sql: str, _values: object) -> list[Any]:
        raise sqlcipher.DatabaseError("database disk image is malformed")


def test_everything_is_looked_through_once_a_night_when_nobody_is_there(till: Till) -> None:
    till.with_a_backup()
    damage_what_nobody_reads(till)
    window = till.window()
    assert window.counter is not None
    assert window.counter.notices.bar.sentence() == ""
    window.care.look(299)
    till.settle()
    assert window.counter.notices.bar.sentence() == ""
    window.care.look(300)
    till.settle()
    assert window.counter.notices.bar.sentence().startswith("The records are damaged: nothing")


def test_the_day_of_the_last_look_stands_on_the_page_of_the_backups(at_counter: Cashier) -> None:
    at_counter.window.care.look(300)
    for _ in range(9):  # the parts come one by one
        at_counter.settle()
    at_counter.window.show_room("backups")
    at_counter.settle()
    assert at_counter.sees("Last looked through from end to end: 21 November 2025")


def test_backups_that_do_not_reach_the_second_folder_are_said_until_they_do(
    at_counter: Cashier, tmp_path: Path
) -> None:
    assert at_counter.shop is not None
    at_counter.shop.settings = replace(at_counter.shop.settings, backup_to=str(tmp_path / "stick"))
    care = at_counter.window.care
    for _ in range(60):
        care.look(3)
    at_counter.settle()
    at_counter.page.notices.clear_error()
    assert at_counter.bar() == "No backup has reached the second folder yet."
    at_counter.taps("Show the backups")
    assert at_counter.sees("Nothing has reached the second folder for a week.")
    (tmp_path / "stick").mkdir()
    at_counter.window.show_counter()
    at_counter.scans(ROSA).presses("Enter")
    back_up(at_counter.shop)
    for _ in range(60):
        care.look(3)
    at_counter.settle()
    assert at_counter.bar() == ""
