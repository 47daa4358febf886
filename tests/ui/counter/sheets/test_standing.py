"""How well we know somebody, drawn from a page made by hand."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from pos_companion.i18n import Phrase
from pos_companion.model.cadence import Cadence
from pos_companion.model.people import Customer
from pos_companion.model.stages import Ahead, Evidence, Pin, Reached, Stage, Standing, Turned
from pos_companion.services.standings import StandingPage
from tests.layout_eyes import cut, nameless, too_small, visible
from ui.counter.sheets.standing import StandingSheet

TODAY = date(2025, 11, 21)
REACHED = (Reached(Stage.NEW, date(2025, 5, 2), (Evidence(Phrase("1 visit"), date(2025, 5, 2)),)),)
AHEAD = Ahead(Stage.GETTING_TO_KNOW, (Phrase("2 more visits"),))


@pytest.fixture
def sheet(covers) -> StandingSheet:
    return covers(StandingSheet("Rosa", Cadence(7, 6, 8)))


def texts(sheet: StandingSheet) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in visible(sheet) if isinstance(one, QLabel)]


def page(standing: Standing, **more: object) -> StandingPage:
    return StandingPage(Customer(1, "Rosa"), TODAY, standing, **more)  # type: ignore[arg-type]


def test_the_step_its_evidence_and_what_brings_the_next_are_shown(sheet: StandingSheet) -> None:
    sheet.show_page(page(Standing(REACHED, ahead=AHEAD)))
    said = texts(sheet)
    assert "since 2 May 2025" in said
    assert "Next visit, a guess: between Thu 27 Nov and Sat 29 Nov" in said
    assert "2 more visits" in said
    assert "1 visit · 2\u00a0May\u00a02025" in said
    assert cut(sheet) + nameless(sheet) + too_small(sheet) == []


def test_a_turn_shows_the_step_before_it_and_the_history(sheet: StandingSheet) -> None:
    turn = Turned(Stage.LAPSED, date(2025, 9, 1), Phrase("Last here on 2 May 2025"))
    sheet.show_page(page(Standing(REACHED, turn, AHEAD), turns=(turn,)))
    said = texts(sheet)
    assert "Before that: New here" in said
    assert "Not seen any more from 1\u00a0September\u00a02025" in said


def test_a_pin_is_shown_with_its_reason_and_can_be_taken_off(sheet: StandingSheet) -> None:
    pin = Pin(1, 2, Stage.FRIEND, "my aunt", "Sam", TODAY)
    old = Pin(1, 1, Stage.REGULAR, "we think so", "Mia", date(2025, 1, 1), date(2025, 2, 1))
    sheet.show_page(page(Standing(REACHED, pin=pin), pins=(pin, old)))
    assert "Sam pinned it, today: my aunt" in texts(sheet)
    assert any("pinned from" in text for text in texts(sheet))
    asked: list[bool] = []
    sheet.taken_off.connect(lambda: asked.append(True))
    assert sheet.off is not None
    sheet.off.click()
    assert asked == [True]
