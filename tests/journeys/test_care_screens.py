"""What is said when the records need care is never cut, in any language and any size."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pos_companion.errors import DamagedError
from pos_companion.services.backups import back_up
from pos_companion.services.soundness import Damage, damage_in
from pos_companion.settings import Settings
from pos_companion.storage.ballast import FILE
from pos_companion.storage.faults import DAMAGED
from tests.bots import Cashier
from tests.journeys.test_full_disk import ROSA
from tests.layout_eyes import cut, nameless, too_small
from tests.pseudo import pseudo_locale
from ui.counter.errands.kept import AllWeKeep
from ui.office.in_force import use_words


def backups(cashier: Cashier) -> None:
    assert cashier.shop is not None
    back_up(cashier.shop)
    cashier.window.show_room("backups")
    cashier.settle()
    page = cashier.window.rooms.pages["backups"]
    page.help.save.click()
    cashier.settle()
    page.copies.buttons[0].click()
    cashier.settle()


def kept(cashier: Cashier) -> None:
    cashier.window.show_counter()
    cashier.scans(ROSA)
    cashier.page.errand(AllWeKeep).start()
    cashier.settle()


def full(cashier: Cashier) -> None:
    assert cashier.shop is not None
    cashier.presses("Esc").presses("Esc")
    (cashier.shop.settings.folder / FILE).write_bytes(b"")
    cashier.page.notices.show_unsaved(2, "The disk is full. Nothing was kept of this.")
    cashier.page.notices.help_unsaved("Use the reserve", lambda: None)
    cashier.settle()


def damage(cashier: Cashier) -> None:
    assert cashier.shop is not None
    cashier.page.notices.show_unsaved(0)
    cashier.window.care.soundness._on_looked(damage_in(cashier.shop, "a page"))
    cashier.settle()


def helpless(cashier: Cashier) -> None:
    cashier.window.care.soundness._on_looked(Damage("a page", None))
    cashier.settle()


def not_open(cashier: Cashier) -> None:
    opening = cashier.window.opening
    opening.show_error(DamagedError(DAMAGED))
    opening.restore.click()
    opening.report.click()
    cashier.window.slot.show_only(opening)
    cashier.settle()


STORIES: tuple[Callable[[Cashier], None], ...] = (backups, kept, full, damage, helpless, not_open)


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    """Words longer than those of any language."""
    use_words(Settings(Path(), language="en"))
    with pseudo_locale(True):
        yield
    use_words(Settings(Path(), language="en"))


@pytest.mark.parametrize(("size", "percent"), [((420, 768), 150), ((440, 900), 100)], ids=str)
def test_nothing_is_cut(
    cashier_with: Callable[..., Cashier], pseudo: None, size: tuple[int, int], percent: int
) -> None:
    cashier = cashier_with(size, text_size=percent)
    problems = {}
    for story in STORIES:
        story(cashier)
        found = cut(cashier.window) + too_small(cashier.window) + nameless(cashier.window)
        problems[story.__name__] = found
    assert {name: found for name, found in problems.items() if found} == {}
