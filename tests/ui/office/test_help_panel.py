"""A report for whoever helps: from the page of the backups, and while nothing can be opened."""

import zipfile
from pathlib import Path

from pos_companion.errors import DamagedError
from pos_companion.storage.faults import DAMAGED
from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]


def reports(cashier: Cashier) -> list[Path]:
    return sorted((cashier.settings.data_dir / "reports").glob("*.zip"))


def test_it_is_saved_and_it_is_said_where(at_counter: Cashier) -> None:
    at_counter.window.show_room("backups")
    at_counter.settle()
    at_counter.taps("Save a report")
    (made,) = reports(at_counter)
    with zipfile.ZipFile(made) as report:
        assert b'"qt": "6.' in report.read("about.json")
    assert at_counter.sees(f"The report is in {made}.")
    assert at_counter.sees("Show the folder")


def test_why_it_could_not_be_saved_is_said_too(at_counter: Cashier) -> None:
    (at_counter.settings.data_dir / "reports").write_text("a file where the folder should be")
    at_counter.window.show_room("backups")
    at_counter.settle()
    at_counter.taps("Save a report")
    assert at_counter.sees("The report could not be saved:")


def test_it_can_be_saved_while_the_shop_cannot_be_opened(at_counter: Cashier) -> None:
    opening = at_counter.window.opening
    opening.show_error(DamagedError(DAMAGED))
    at_counter.window.slot.show_only(opening)
    at_counter.settle()
    at_counter.taps("Save a report")
    (made,) = reports(at_counter)
    assert at_counter.sees(f"The report is in {made}.")
