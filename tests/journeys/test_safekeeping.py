"""Backups by themselves, one put back, and a calm page when the records need help."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pos_companion.services.backups import local_place
from pos_companion.services.finding import find
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.storage import STORE
from pos_companion.storage.copies import copies_in
from tests.bots import Cashier
from tests.one_till import Till
from ui.office.backups import BackupsPage
from ui.office.care import close_shop

ROSA = "20471100"


@pytest.fixture
def till(qapp: QApplication, corner_shop_records: Path, tmp_path: Path) -> Iterator[Till]:
    made = Till(qapp, shutil.copytree(corner_shop_records, tmp_path / "shop"))
    yield made
    made.leave()


def test_a_backup_is_made_while_nobody_touches_the_till(at_counter: Cashier) -> None:
    assert at_counter.shop is not None
    place = local_place(at_counter.shop)
    at_counter.scans(ROSA).presses("Enter")
    care = at_counter.window.care
    for _ in range(60):
        care.look(1)
    at_counter.settle()
    assert copies_in(place) == ()  # somebody is typing
    care.look(3)
    at_counter.settle()
    (copy,) = copies_in(place)
    for _ in range(60):
        care.look(100)
    at_counter.settle()
    assert copies_in(place) == (copy,)  # nothing has changed since


def test_what_changed_is_backed_up_when_the_till_is_closed(at_counter: Cashier) -> None:
    assert at_counter.shop is not None
    place = local_place(at_counter.shop)
    at_counter.scans(ROSA).presses("Enter")
    at_counter.window.close()
    assert len(copies_in(place)) == 1


def test_what_was_promised_and_not_given_is_free_when_the_till_is_closed(till: Till) -> None:
    shop = till.open_shop()
    (rosa,) = find(shop, ROSA)
    found = open_card(shop, rosa.customer.id, "left")
    accept_offer(shop, found, found.offers[0])
    assert len(shop.storage.ledger.of_visit("left")) == 1
    close_shop(shop)
    again = till.open_shop()
    assert [one.state.value for one in again.storage.ledger.of_visit("left")] == ["released"]
    again.close()


def test_why_there_is_no_backup_is_said_once(at_counter: Cashier) -> None:
    assert at_counter.shop is not None
    at_counter.scans(ROSA).presses("Enter")
    local_place(at_counter.shop).write_text("a file where the folder should be")
    for _ in range(60):
        at_counter.window.care.look(100)
    at_counter.settle()
    assert "No copy could be put into" in at_counter.bar()
    at_counter.page.notices.clear_error()
    for _ in range(60):
        at_counter.window.care.look(100)
    at_counter.settle()
    assert at_counter.bar() == ""


def test_one_is_put_back_from_the_page_of_the_backups(till: Till) -> None:
    till.with_a_backup()
    window = till.window()
    assert till.visits() == {"in the backup", "after it"}
    window.show_room("backups")
    till.settle()
    page = window.rooms.pages["backups"]
    assert isinstance(page, BackupsPage)
    button = page.copies.buttons[0]
    button.click()
    assert button.text() == "Yes, put it back"
    button.click()
    till.settle()
    assert window.counter is not None
    assert window.slot.shown is window.counter
    assert till.visits() == {"in the backup"}


def test_damaged_records_have_a_calm_page_with_three_ways_on(till: Till) -> None:
    till.with_a_backup()
    store = till.folder / STORE
    damaged = bytearray(store.read_bytes())
    damaged[4096:] = bytes(len(damaged) - 4096)
    store.write_bytes(damaged)
    opening = till.window().opening
    assert opening.title.text() == "The records need help"
    assert opening.safe.text().startswith("The file is kept as it is: nothing more is written")
    assert "21 November 2025" in opening.safe.text()
    assert [one.isVisible() for one in (opening.restore, opening.folder, opening.leave)] == [
        True, True, True,
    ]  # fmt: skip
    opening.restore.click()
    for _ in range(2):
        opening.copies.buttons[0].click()
    window = till.settle()
    assert window.counter is not None
    assert till.visits() == {"in the backup"}
    (aside,) = till.folder.glob("before-restore-*")
    assert (aside / STORE).read_bytes() == bytes(damaged)


def test_lost_deeds_are_told_with_their_number_and_somebody_may_go_on(till: Till) -> None:
    rosa = till.with_a_backup()
    before = (till.folder / STORE).read_bytes()
    shop = till.open_shop()
    record_visit(shop, VisitDeed("lost", rosa))
    shop.close()
    (till.folder / STORE).write_bytes(before)
    opening = till.window().opening
    assert opening.title.text() == "The records lack what was saved"
    assert "One saved deed is missing" in opening.sentence.text()
    opening.anyway.click()
    window = till.settle()
    assert window.counter is not None
    assert till.shop is not None
    noted = till.shop.storage.rows("SELECT deed, body FROM audit ORDER BY id DESC LIMIT 1")
    assert noted == [("went_on", '{"marked":1}')]


def test_closing_is_one_of_the_ways(till: Till) -> None:
    (till.folder / STORE).write_bytes(b"")
    opening = till.window().opening
    assert not opening.restore.isVisible()  # there is no backup
    opening.leave.click()
    assert not till.windows[-1].isVisible()


def test_a_shop_that_is_closed_within_the_hour_still_has_its_backup(till: Till) -> None:
    till.with_a_backup()
    window = till.window()
    window.close()
    assert len(copies_in(till.folder / "backups")) == 2


@pytest.mark.qt_log_ignore("does not support raise")  # without a screen nothing is in front
def test_a_second_window_on_the_same_records_calls_the_first_and_ends(till: Till) -> None:
    first = till.window()
    first.showMinimized()
    assert first.care._first is not None
    called: list[bool] = []
    first.care._first.called.connect(lambda: called.append(True))
    second = till.window()
    till.settle()
    assert called == [True]
    assert not second.isVisible()
    assert second.counter is None
    assert not first.isMinimized()
