"""One box: name, phone, pet, from anywhere, and who comes next."""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Thread, current_thread, main_thread

import pytest

from pos_companion.services.look_up import LookedUp
from pos_companion.settings import Settings
from pos_companion.storage.search import SearchDrawer, Standing
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.bots import Cashier
from tests.builders import add_customer
from tests.journeys.corner_shop import open_corner_shop
from ui.tasks import Tasks
from ui.window import Window

ROSA, OLEG = "20471100", "20471117"
BISCUIT = "Dog biscuit, peanut-free"


@pytest.mark.parametrize("text", ["rosa", "delg", "DELGADO rosa", "4471", "biscuit", "tomas"])
def test_any_fragment_finds_rosa_and_enter_opens_her(at_counter: Cashier, text: str) -> None:
    at_counter.types(text)
    assert at_counter.sees("Rosa Delgado")
    at_counter.presses("Enter")
    assert at_counter.greeting() == "“Morning, Rosa!”"
    assert at_counter.typed() == ""


def test_a_dog_spelled_as_it_sounds_greets_its_owner(at_counter: Cashier) -> None:
    at_counter.types("biskit")
    assert at_counter.sees("dog Biscuit")
    at_counter.presses("Enter")
    assert at_counter.greeting() == "“Morning, Rosa!”"


def test_a_list_that_may_be_old_says_so_beneath_whoever_is_found(
    at_counter: Cashier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SearchDrawer, "standing", lambda _: Standing(is_cut_off=True))
    at_counter.types("rosa")
    assert at_counter.sees("Rosa Delgado")
    assert at_counter.sees("The database of the shop does not answer.")


def test_an_answer_that_comes_late_never_replaces_a_newer_one(at_counter: Cashier) -> None:
    at_counter.types("rosa")
    shown = [row.found().name for row in at_counter.page.results.rows]
    at_counter.page.journey.found.emit(LookedUp(), "ro")
    assert [row.found().name for row in at_counter.page.results.rows] == shown
    assert at_counter.page.results.selected is not None


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> set[Thread]:
    """The threads on which the records were asked."""
    found: set[Thread] = set()

    def told(real: Callable[..., object]) -> Callable[..., object]:
        def ask(*args: object, **more: object) -> object:
            found.add(current_thread())
            return real(*args, **more)

        return ask

    for name in ("fetch", "execute_sql", "connection"):
        monkeypatch.setattr(EncryptedDatabase, name, told(getattr(EncryptedDatabase, name)))
    return found


def test_the_screen_never_waits_for_the_records(
    corner_shop_records: Path, tmp_path: Path, qtbot, asking: set[Thread]
) -> None:
    folder = tmp_path / "shop"
    shutil.copytree(corner_shop_records, folder)
    tasks = Tasks()
    window = Window(
        Settings(folder, less_movement=True, language="en"),
        lambda _: open_corner_shop(folder),
        tasks,
        lambda: 0.0,
    )
    window.show()
    window.open()
    qtbot.waitUntil(lambda: window.counter is not None)
    qtbot.keyClicks(window.counter.lookup.edit, "delgado")
    qtbot.waitUntil(lambda: window.counter.results.text == "delgado")
    assert window.counter.results.selected.customer.name == "Rosa Delgado"
    assert asking
    assert main_thread() not in asking
    window.close()
    window.deleteLater()


def test_arrows_choose_another(at_counter: Cashier) -> None:
    at_counter.types("rossi")
    first, second = (row.found().name for row in at_counter.page.results.rows[:2])
    at_counter.presses("Down").presses("Enter")
    assert at_counter.sees(f"{second} · last here")
    assert not at_counter.sees(f"{first} · last here")


def test_typing_goes_to_the_search_from_anywhere(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    at_counter.button("Give it").setFocus()
    at_counter.types("ole")
    assert at_counter.typed() == "ole"
    assert at_counter.keyboard() is at_counter.page.lookup.edit
    assert at_counter.sees("Oleg Marchenko")


def test_typing_over_a_card_keeps_it_until_somebody_else_is_opened(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space").types("ole").presses("Esc")
    assert at_counter.primary() == "The usual + gift"
    at_counter.types("ole").presses("Enter")
    assert at_counter.greeting() == "“Good morning, Mr Marchenko.”"
    assert at_counter.left_on_shelf(BISCUIT) == 23


def test_the_next_scan_wins_and_the_one_before_is_not_forgotten(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space").scans(OLEG)
    assert at_counter.greeting() == "“Good morning, Mr Marchenko.”"
    assert at_counter.left_on_shelf(BISCUIT) == 23
    at_counter.presses("Enter")
    assert at_counter.sees("Not recorded: Rosa Delgado")
    at_counter.taps("Not recorded: Rosa Delgado").presses("Enter")
    assert at_counter.visits_today() == 2
    assert not at_counter.sees("Not recorded")


def test_a_scan_wins_over_an_open_sheet(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F1").scans(OLEG)
    assert at_counter.greeting() == "“Good morning, Mr Marchenko.”"


def test_nobody_by_that_name_offers_to_add_them(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind")
    assert at_counter.sees("Nobody by that name yet")
    assert at_counter.sees("Add “Hanna Lind”")


def test_somebody_known_by_a_phone_alone_is_found_like_everybody(at_counter: Cashier) -> None:
    add_customer("", "0790 555 8412", shop=at_counter.shop)
    at_counter.types("8412")
    assert at_counter.sees("phone …8412")


def test_a_payment_card_is_refused_and_never_shown(at_counter: Cashier) -> None:
    at_counter.scans("4111111111111111")
    assert at_counter.sees("payment card")
    assert not at_counter.sees("4111")


def test_a_product_is_no_unknown_card(at_counter: Cashier) -> None:
    at_counter.scans("4006381333931")
    assert not at_counter.sees("New card")


def test_a_row_of_the_board_opens_its_customer(at_counter: Cashier) -> None:
    at_counter.taps("Not seen for 5 weeks")
    assert at_counter.sees("Greta Novak · last here")


def test_escape_clears_first_and_closes_then(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).types("x").presses("Esc")
    assert at_counter.typed() == ""
    assert at_counter.primary() == "Had the usual"
    at_counter.presses("Esc")
    assert at_counter.primary() == ""
