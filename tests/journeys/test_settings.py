"""Settings apply at once and are kept."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from pos_companion.settings import load_settings, save_settings
from tests.bots import Cashier
from ui.theme import theme

ROSA = "20471100"


def paper(cashier: Cashier) -> str:
    return str(cashier.window.grab().toImage().pixelColor(3, 300).name())


def test_a_theme_is_used_at_once_and_kept(at_counter: Cashier) -> None:
    at_counter.window.show_settings()
    at_counter.settle()
    assert paper(at_counter) == "#f7f2ea"
    at_counter.taps("Dark")
    assert paper(at_counter) == "#171412"
    assert load_settings(at_counter.settings.data_dir).theme == "dark"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # without a screen nobody is told the least size
def test_a_text_size_moves_everything(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    small = at_counter.page.action_bar.record.height()
    at_counter.window.show_settings()
    at_counter.settle()
    at_counter.taps("150 %")
    at_counter.window.show_counter()
    at_counter.settle()
    assert theme().text_scale == 1.5
    assert at_counter.page.action_bar.record.height() > small
    assert at_counter.primary() == "Had the usual"


def test_another_language_keeps_the_open_card(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space")
    at_counter.window.show_settings()
    at_counter.settle()
    before = at_counter.page
    at_counter.taps("as the computer")
    at_counter.window.show_counter()
    at_counter.settle()
    assert at_counter.page is not before
    assert at_counter.primary() == "The usual + gift"
    at_counter.presses("Enter")
    assert at_counter.visits_today() == 1
    assert QApplication.focusWidget() is at_counter.page.lookup.edit


def test_the_window_says_where_it_stood_when_it_is_closed(at_counter: Cashier) -> None:
    at_counter.window.resize(500, 600)
    at_counter.window.move(30, 40)
    at_counter.window.close()
    kept = replace(at_counter.settings, window=at_counter.window.settings.window)
    save_settings(kept)
    assert load_settings(kept.data_dir).window == "500x600+30+40"


def test_where_the_window_stood_is_nothing_to_be_typed(at_counter: Cashier) -> None:
    at_counter.window.show_settings()
    at_counter.settle()
    assert set(at_counter.window.settings_page.form._entries) == {
        "language", "theme", "text_size", "less_movement", "lock_after", "quiet_after", "till",
        "backup_to",
    }  # fmt: skip


def test_a_scan_while_in_the_settings_opens_the_card(at_counter: Cashier) -> None:
    at_counter.window.show_settings()
    at_counter.settle()
    at_counter.scans(ROSA)
    assert at_counter.greeting() == "“Morning, Rosa!”"
