"""Nothing is cut, everything can be tapped and is called something, at every size and language."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from pos_companion.i18n import _, languages, use_language
from pos_companion.services.people import NewCustomer, add_customer
from pos_companion.settings import Settings
from tests.bots import Cashier
from tests.celebration_stories import days_ahead, party, unfolded
from tests.layout_eyes import cut, faint, in_sight, nameless, too_small
from tests.pseudo import pseudo_locale
from ui.counter.sheets.edit_customer import Leaving
from ui.kit import Key, Text, Tile, Toast
from ui.office.in_force import use_words
from ui.panels import Wish
from ui.theme import apply_theme, load_theme

ROSA, OLEG = "20471100", "20471117"
SCALED = [((440, 900), 1.0), ((420, 768), 1.5), ((1280, 800), 2.0), ((380, 560), 2.0)]
BETWEEN = [((1280, 800), 1.0), ((1920, 1080), 1.5), ((380, 560), 1.0), ((440, 900), 2.0)]
# Made-up words are longer than those of any language, so they meet every size; the real ones meet
# the sizes in use and the tightest.
USUAL = [((440, 900), 1.5), ((1280, 800), 1.0), ((380, 560), 2.0)]
if "EVERY_SIZE" in os.environ:
    SCALED += BETWEEN
SEEN = [("pseudo", *one) for one in SCALED]
SEEN += [(tag, *one) for tag in ("de", "ar") for one in USUAL]

STORIES: dict[str, Callable[[Cashier], object]] = {
    "today": lambda one: one,
    "card": lambda one: one.scans(ROSA),
    "gift": lambda one: one.scans(ROSA).presses("Space"),
    "chips": lambda one: one.scans(ROSA).presses("F4"),
    "told": lambda one: one.scans(ROSA).presses("F5"),
    "told line": lambda one: (
        one.scans(ROSA).presses("F5").types("birthday 3/5, divorce, #cat Miso")
    ),
    "fact": lambda one: one.scans(ROSA).taps("Teaches piano").presses("4"),
    "owed": lambda one: one.scans(ROSA).presses("F6"),
    "why": lambda one: one.scans(ROSA).presses("Shift+F3"),
    "edit": lambda one: one.scans(ROSA).presses("F8"),
    "edit, open": lambda one: one.scans(ROSA).presses("F8").taps(_("How to reach them")),
    "allowed": lambda one: one.scans(ROSA).presses("F8").taps(_("What they allow us to keep")),
    "same person": lambda one: compared(one.scans(ROSA).presses("F8")),
    "visits": lambda one: opened_visit(one.scans(ROSA).presses("Ctrl+J")),
    "a visit put right": lambda one: wrong_visit(one.scans(ROSA).presses("Ctrl+J")),
    "results": lambda one: one.types("ro"),
    "nobody": lambda one: one.types("Hanna Lind"),
    "add": lambda one: one.types("Hanna Lind").presses("F8"),
    "new card": lambda one: one.scans("20479990"),
    "keys": lambda one: one.presses("F1"),
    "a day": lambda one: one.scans(ROSA).presses("Ctrl+D").types("29").presses("Tab").types("2"),
    "a day in another way": lambda one: unfolded(one),
    "days ahead": lambda one: days_ahead(one),
    "wishes": lambda one: party(one),
    "recorded": lambda one: one.scans(OLEG).presses("Enter"),
    "household": lambda one: one.scans(ROSA).presses("Ctrl+H"),
    "how well we know them": lambda one: known(one.scans(ROSA)),
    "household, another relation": lambda one: one.scans(ROSA).presses("Ctrl+H").taps(_("other…")),
    "member": lambda one: one.scans(ROSA).presses("Ctrl+H").taps("Biscuit"),
    "member, who may learn it": lambda one: (
        one.scans(ROSA).presses("Ctrl+H").taps("Ana").taps("Ana has a peanut allergy")
    ),
}


def known(cashier: Cashier) -> None:
    """How well we know Rosa, about to be pinned."""
    cashier.page.card.panels["rhythm"].findChildren(Tile)[0].click()
    cashier.page.desk.sheet.pin.unfold()
    cashier.settle()


def compared(cashier: Cashier) -> None:
    """Rosa beside somebody who is her as well."""
    new = NewCustomer("Rosa Delgado-Ruiz", phone="+4915123454471", remember=True)
    other = add_customer(cashier.shop, new)
    cashier.page.desk.sheet.leaving.emit(Leaving(Wish.SAME, other.id, None))
    cashier.settle()


def opened_visit(cashier: Cashier) -> None:
    """Why a visit is taken back."""
    row = cashier.page.desk.sheet.rows[0]
    row.tile.click()
    row.back.click()
    cashier.settle()


def wrong_visit(cashier: Cashier) -> None:
    """A visit that was written down wrong, with everything unfolded."""
    cashier.page.desk.sheet.rows[0].right.click()
    cashier.settle()
    sheet = cashier.page.desk.sheet
    sheet.items[0].name.click()
    for fold in (sheet.when, sheet.kind):
        fold.unfold()
    cashier.settle()


@pytest.fixture(params=["en", "de", "ar", "pseudo"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """A language of the interface, its words and its direction."""
    tag = "en" if request.param == "pseudo" else request.param
    assert tag in languages()
    use_words(Settings(Path(), language=tag))
    with pseudo_locale(request.param == "pseudo"):
        yield request.param
    use_words(Settings(Path(), language="en"))


@pytest.mark.parametrize(("spoken", "size", "scale"), SEEN, ids=str, indirect=["spoken"])
def test_nothing_is_cut(
    cashier_with: Callable[..., Cashier], spoken: str, size: tuple[int, int], scale: float
) -> None:
    cashier = cashier_with(size, text_size=round(scale * 100))
    problems = {}
    for name, story in STORIES.items():
        story(cashier.waits(5000))
        problems[name] = cut(cashier.window) + too_small(cashier.window) + nameless(cashier.window)
        cashier.page.notices.dismiss()
        for _again in range(3):
            cashier.presses("Esc")
    assert {name: found for name, found in problems.items() if found} == {}


@pytest.mark.parametrize("size", [(380, 560), (440, 900), (500, 720), (1280, 800)], ids=str)
def test_the_toast_covers_neither_the_last_words_nor_the_buttons(
    cashier_with: Callable[..., Cashier], spoken: str, size: tuple[int, int]
) -> None:
    cashier = cashier_with(size).scans(OLEG).presses("Enter")
    toast = cashier.visible(Toast)[0]
    assert _bottom(cashier.page.today.closing) < toast.y()
    cashier.waits(5000).scans(OLEG).presses("F5").types("Likes rye").presses("Enter")
    toast = cashier.visible(Toast)[0]
    assert _bottom(cashier.page.action_bar) < toast.y()
    cashier.page.notices.dismiss()
    cashier.settle()
    assert _bottom(cashier.page.action_bar) > cashier.page.height() - 20


@pytest.mark.parametrize("size", [(440, 900), (1280, 800)], ids=str)
def test_the_first_glance_needs_no_scrolling(
    cashier_with: Callable[..., Cashier], size: tuple[int, int]
) -> None:
    cashier = cashier_with(size).scans(ROSA)
    panels = cashier.page.card.panels
    for name in ("head", "owe", "usual", "offer"):
        assert in_sight(panels[name]), name
    assert in_sight(cashier.button("Give it"))


def test_the_first_glance_is_few_words(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    panels = at_counter.page.card.panels
    counts = {name: _words_in(panels[name]) for name in ("head", "owe", "usual", "offer")}
    assert len(at_counter.greeting().split()) + 5 <= 8
    assert sum(counts.values()) <= 70


def test_a_card_without_an_offer_has_no_empty_box(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).taps("Not today").taps("Not now")
    assert not at_counter.page.card.panels["offer"].isVisible()
    assert not at_counter.page.card.panels["owe"].isVisible()


def test_the_window_is_a_dock_then_full_then_wide(cashier_with: Callable[..., Cashier]) -> None:
    cashier = cashier_with((440, 900)).scans(ROSA)
    panel = cashier.page.card.panels["owe"]
    head = cashier.page.card.panels["head"]
    assert cashier.window.mode == "dock"
    assert panel.mapTo(cashier.window, panel.rect().topLeft()).x() < 100
    cashier.window.resize(1280, 800)
    cashier.settle()
    assert cashier.window.mode == "full"
    assert panel.mapTo(cashier.window, panel.rect().topLeft()).x() > 700
    assert cashier.sees("Settings")
    cashier.window.resize(1920, 1080)
    cashier.settle()
    assert cashier.window.mode == "wide"
    assert cashier.sees("Friday 21 November")
    assert cashier.page.card.panels["owe"] is panel
    assert head.isVisible()
    cashier.window.resize(440, 900)
    cashier.settle()
    assert not cashier.sees("Friday 21 November")


def test_twice_the_text_size_on_a_laptop_falls_back_to_the_dock(
    cashier_with: Callable[..., Cashier],
) -> None:
    cashier = cashier_with((1280, 1120), text_size=200).scans(ROSA)
    assert cashier.window.mode == "dock"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # without a screen nobody is told the least size
def test_large_letters_have_a_window_large_enough(cashier_with: Callable[..., Cashier]) -> None:
    cashier = cashier_with((380, 560))
    assert (cashier.window.width(), cashier.window.height()) == (380, 560)
    cashier.window.apply_settings(replace(cashier.window.settings, text_size=200))
    cashier.settle()
    assert (cashier.window.width(), cashier.window.height()) == (560, 800)


@pytest.mark.parametrize("size", [(380, 560), (440, 900), (1280, 800)], ids=str)
def test_every_word_can_be_told_from_its_paper(
    cashier_with: Callable[..., Cashier], spoken: str, size: tuple[int, int]
) -> None:
    cashier = cashier_with(size)
    assert faint(cashier.window) == []
    cashier.scans(ROSA).presses("Space")
    assert faint(cashier.window) == []
    cashier.presses("Enter")
    assert faint(cashier.window) == []


def test_right_to_left_mirrors_the_card(cashier_with: Callable[..., Cashier]) -> None:
    cashier = cashier_with((440, 900)).scans(ROSA)
    app = QApplication.instance()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        cashier.settle()
        cap = next(one for one in cashier.visible(Key) if one.text() == "F6")
        assert cap.mapTo(cashier.window, cap.rect().center()).x() < 100
        assert cut(cashier.window) == []
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        use_language("en")


def test_the_demo_band_is_thin_and_reaches_from_edge_to_edge(
    cashier_with: Callable[..., Cashier], spoken: str
) -> None:
    cashier = cashier_with((440, 900))
    cashier.window.strip.show()
    cashier.settle()
    assert (cashier.window.strip.x(), cashier.window.strip.width()) == (0, 440)
    if spoken != "pseudo":
        assert cashier.window.strip.height() < 40


def test_another_theme_is_used_at_once(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    app = QApplication.instance()
    light = at_counter.window.grab().toImage().pixelColor(5, 400).name()
    apply_theme(app, load_theme("dark", moves=False))
    at_counter.settle()
    dark = at_counter.window.grab().toImage().pixelColor(5, 400).name()
    assert (light, dark) == ("#f7f2ea", "#171412")


def _bottom(widget: QWidget) -> int:
    page = widget.window().counter
    return widget.mapTo(page, widget.rect().bottomLeft()).y()


def _words_in(panel: QWidget) -> int:
    texts = [one.text() for one in panel.findChildren(Text) if one.isVisible()]
    return sum(len(text.split()) for text in texts)
