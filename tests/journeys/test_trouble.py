"""When a save fails, a key does not fit, or somebody else has the shop: calm, and nothing lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication

from pos_companion.errors import BusyError, CompanionError, DamagedError
from pos_companion.i18n import N_
from pos_companion.services import Shop
from pos_companion.settings import Settings
from tests.bots import Cashier
from tests.journeys.corner_shop import PASSPHRASE, open_corner_shop
from ui.tasks import InlineExecutor, Tasks
from ui.window import Window

ROSA, OLEG = "20471100", "20471117"


@contextmanager
def a_disk_that_takes_nothing(cashier: Cashier) -> Iterator[None]:
    assert cashier.shop is not None
    cashier.shop.storage.db.execute_sql("PRAGMA query_only = ON")
    yield
    cashier.shop.storage.db.execute_sql("PRAGMA query_only = OFF")


def test_a_visit_that_cannot_be_saved_stays_and_says_so(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    with a_disk_that_takes_nothing(at_counter):
        at_counter.presses("Enter")
        assert at_counter.bar().startswith("Not saved yet. Trying again. ")
        assert at_counter.greeting() == "“Morning, Rosa!”"
        assert at_counter.toast() == ""
    at_counter.page.journey.try_again()
    at_counter.settle()
    assert at_counter.bar() == ""
    assert at_counter.toast() == "Visit recorded for Rosa"
    assert at_counter.visits_today() == 1


def test_pressing_enter_again_meanwhile_makes_no_second_visit(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    with a_disk_that_takes_nothing(at_counter):
        at_counter.presses("Enter").presses("Enter").presses("Enter")
    at_counter.page.journey.try_again()
    at_counter.presses("Enter")
    assert at_counter.visits_today() == 1


def test_the_next_customer_is_served_while_the_last_one_is_not_saved(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    with a_disk_that_takes_nothing(at_counter):
        at_counter.presses("Enter").scans(OLEG)
        assert at_counter.greeting() == "“Good morning, Mr Marchenko.”"
        assert at_counter.bar().startswith("Not saved yet. Trying again. ")
    at_counter.page.journey.try_again()
    at_counter.settle()
    assert at_counter.greeting() == "“Good morning, Mr Marchenko.”"
    assert at_counter.visits_today() == 1


def test_it_is_tried_again_by_itself(at_counter: Cashier, qtbot) -> None:
    at_counter.scans(ROSA)
    with a_disk_that_takes_nothing(at_counter):
        at_counter.presses("Enter")
    qtbot.waitUntil(lambda: at_counter.visits_today() == 1)


def test_a_note_that_cannot_be_kept_is_said(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F5").types("4111 1111 1111 1111").presses("Enter")
    assert "payment card" in at_counter.bar()
    at_counter.presses("Esc")
    assert at_counter.bar() == ""


@pytest.fixture
def window_that(qapp: QApplication, tmp_path) -> Iterator[Callable[..., Window]]:
    made: list[Window] = []

    def make(opener: Callable[[str], Shop]) -> Window:
        settings = Settings(tmp_path, less_movement=True)
        window = Window(settings, opener, Tasks(InlineExecutor()), lambda: 0.0)
        window.show()
        window.open()
        for _ in range(6):
            qapp.processEvents()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (BusyError(N_("Another window has this shop open.")), "Somebody else has the shop open"),
        (DamagedError(N_("The file is damaged.")), "The records need help"),
    ],
    ids=["busy", "damaged"],
)
def test_a_shop_that_cannot_be_opened_is_said_calmly_and_tried_again(
    window_that: Callable[..., Window], corner_shop_records, error: CompanionError, title: str
) -> None:
    answers: list[CompanionError | None] = [error, None]

    def opener(_passphrase: str) -> Shop:
        trouble = answers.pop(0)
        if trouble is not None:
            raise trouble
        return open_corner_shop(corner_shop_records)

    window = window_that(opener)
    assert window.opening.title.text() == title
    assert window.opening.sentence.text() == str(error)
    assert window.opening.folder.isVisible()
    window.opening.again.click()
    for _ in range(6):
        QApplication.processEvents()
    assert window.counter is not None


def test_locked_records_ask_for_the_passphrase(
    window_that: Callable[..., Window], corner_shop_records
) -> None:
    window = window_that(
        lambda given: open_corner_shop(corner_shop_records, passphrase=given or "a wrong one")
    )
    assert window.opening.title.text() == "The records are locked"
    assert window.counter is None
    window.opening.passphrase.set_text(PASSPHRASE)
    window.opening.passphrase.edit.returnPressed.emit()
    for _ in range(6):
        QApplication.processEvents()
    assert window.counter is not None


def test_the_window_stays_once_while_a_visit_is_not_saved(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    with a_disk_that_takes_nothing(at_counter):
        at_counter.presses("Enter")
        assert not at_counter.window.close()
        assert at_counter.bar().startswith("Not saved yet. Trying again. ")
    assert at_counter.window.isVisible()
