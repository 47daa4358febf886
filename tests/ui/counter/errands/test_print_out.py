"""Ctrl+P: what is open comes out on paper, and nobody is asked anything."""

from pathlib import Path

import pytest

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_
from pos_companion.printouts import Document
from tests.bots import Cashier
from ui.counter.errands.print_out import PrintOut
from ui.printing.markup import title_of


class Roll:
    """A printer that keeps what it printed."""

    def __init__(self, jammed: bool = False) -> None:
        self.jammed = jammed
        self.printed: list[Document] = []

    def name(self) -> str:
        return "The printer by the door"

    def put(self, document: Document) -> None:
        if self.jammed:
            raise NotSavedError(N_("The printer does not answer."))
        self.printed.append(document)


@pytest.fixture
def roll(at_counter: Cashier) -> Roll:
    made = Roll()
    at_counter.page.errand(PrintOut).paper = made
    return made


def test_on_a_card_it_is_what_we_keep_about_them(at_counter: Cashier, roll: Roll) -> None:
    at_counter.types("rosa").presses("Enter").presses("Ctrl+P")
    assert at_counter.toast() == "Printed on The printer by the door."
    assert "Rosa" in title_of(roll.printed[0])
    assert at_counter.page.shows_card


def test_with_nobody_open_it_is_the_board(at_counter: Cashier, roll: Roll) -> None:
    at_counter.presses("Ctrl+P")
    assert len(roll.printed) == 1
    assert "Rosa" not in title_of(roll.printed[0])


def test_a_printer_that_does_not_answer_is_said(at_counter: Cashier) -> None:
    at_counter.page.errand(PrintOut).paper = Roll(jammed=True)
    at_counter.presses("Ctrl+P")
    assert at_counter.bar() == "The printer does not answer."


def test_without_a_printer_it_is_a_file_of_our_own(at_counter: Cashier, tmp_path: Path) -> None:
    class NoPrinter(Roll):
        def name(self) -> str:
            return ""

    errand = at_counter.page.errand(PrintOut)
    errand.paper, errand.folder = NoPrinter(), tmp_path / "papers"
    at_counter.presses("Ctrl+P")
    files = list((tmp_path / "papers").glob("*.pdf"))
    assert len(files) == 1
    assert files[0].read_bytes().startswith(b"%PDF")
