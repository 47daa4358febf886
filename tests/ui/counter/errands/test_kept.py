"""All we keep about somebody: read first, then on paper or as a file."""

from pathlib import Path

import pytest

from pos_companion.i18n import Phrase
from pos_companion.model.staff import Role
from pos_companion.printouts import Document, Section, Table
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.bots import Cashier
from tests.layout_eyes import cut, nameless, too_small
from ui.counter.errands.kept import AllWeKeep
from ui.counter.errands.print_out import PrintOut
from ui.counter.sheets.kept import KeptSheet
from ui.kit import Text

ROSA = "20471100"


@pytest.fixture
def asked(at_counter: Cashier, tmp_path: Path) -> Cashier:
    """Rosa wants to know what we keep."""
    at_counter.page.errand(AllWeKeep).folder = tmp_path / "out"
    at_counter.page.errand(PrintOut).folder = tmp_path / "out"
    at_counter.scans(ROSA).presses("F8").taps("What they allow us to keep")
    return at_counter.taps("Show all we keep")


def test_every_part_can_be_read(asked: Cashier) -> None:
    sheet = asked.page.desk.sheet
    assert isinstance(sheet, KeptSheet)
    for text in ("What we keep about Rosa Delgado", "About you", "Your visits", "It is yours"):
        assert asked.sees(text), text
    assert (cut(sheet), nameless(sheet), too_small(sheet)) == ([], [], [])


def test_of_very_many_lines_the_rest_is_on_paper(qapp, qtbot) -> None:
    heads = (Phrase("Day"), Phrase("What"))
    table = Table(heads, tuple((str(number), "Tea") for number in range(103)))
    sheet = KeptSheet(Document(Phrase("What we keep"), (Section(None, (table,)),)))
    qtbot.addWidget(sheet)
    texts = [one.text() for one in sheet.findChildren(Text)]
    assert "3 more lines are on paper and in the file." in texts
    assert sum("Tea" in text for text in texts) == 100


def test_it_goes_on_paper_and_into_a_file(asked: Cashier, tmp_path: Path) -> None:
    asked.taps("Print")
    asked.taps("Save as a file")
    assert asked.toast().startswith("Saved as what-we-keep-")
    kinds = sorted(one.suffix for one in (tmp_path / "out").iterdir())
    assert kinds == [".json", ".pdf"]


def test_the_way_back_leads_to_where_it_was_asked(asked: Cashier) -> None:
    asked.presses("Esc")
    assert asked.sees("What Rosa allows us to keep")


def test_whoever_may_not_see_what_is_locked_is_told(at_counter: Cashier) -> None:
    add_person(at_counter.shop, "Mia", Role.MANAGER, "739152")
    sam = add_person(at_counter.shop, "Sam", Role.COUNTER, "4826").after.id
    sign_in(at_counter.shop, sam, "4826")
    at_counter.scans(ROSA).presses("F8").taps("What they allow us to keep")
    at_counter.taps("Show all we keep")
    assert not isinstance(at_counter.page.desk.sheet, KeptSheet)
