"""Pages as they come out: on a picture, in a PDF, in both directions."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from pos_companion.i18n import Phrase, in_language
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.printouts import Document, Line, PaperSize, Section, Style, Table
from pos_companion.printouts.greeting_card import GreetingCard
from ui.printing.pages import as_pdf, as_pictures, lay_out

pytestmark = pytest.mark.usefixtures("qapp")

HEADS = (Phrase("Name"), Phrase("What"))
MARGIN = 0.09
"""Of the width of the sheet; nothing may be printed nearer to the edge."""


def paper(rows: int, *lines: str, language: str = "") -> Document:
    table = Table(HEADS, tuple((f"Guest {at}", "a coffee") for at in range(rows)))
    parts = (*map(Line, lines), table)
    return Document(Phrase("Coming days"), (Section(None, parts),), language=language)


def ink(picture: QImage, columns: Sequence[int]) -> int:
    white = QColor("white").rgb()
    return sum(picture.pixel(x, y) != white for x in columns for y in range(0, picture.height(), 2))


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_a_long_list_takes_several_pages_on_paper_and_on_the_screen(language: str) -> None:
    document = paper(120, language=language)
    pictures = as_pictures(document)
    assert len(pictures) > 2
    assert pages_in(as_pdf(document)) == len(pictures)


def pages_in(pdf: bytes) -> int:
    assert pdf.startswith(b"%PDF")
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_a_short_one_takes_one_page() -> None:
    assert pages_in(as_pdf(paper(3))) == 1
    assert len(as_pictures(paper(3))) == 1


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("text", ["Wolfeschlegelsteinhausenbergerdorff" * 8, "long " * 80])
def test_the_longest_name_is_wrapped_and_never_cut(language: str, text: str) -> None:
    for picture in as_pictures(paper(2, text, language=language)):
        edge = round(picture.width() * MARGIN)
        assert ink(picture, range(edge)) == 0
        assert ink(picture, range(picture.width() - edge, picture.width())) == 0


def test_from_right_to_left_the_title_begins_at_the_right() -> None:
    def halves(language: str) -> tuple[int, int]:
        title = Document(Phrase("Guests"), language=language)
        (picture,) = as_pictures(title)
        middle = picture.width() // 2
        return ink(picture, range(middle)), ink(picture, range(middle, picture.width()))

    left, right = halves("en")
    assert left > right
    left, right = halves("ar")
    assert right > left


def test_a_card_is_small_and_whole_however_long_the_name() -> None:
    for name in ("Bo", "Maximiliana-Alexandrina von Hohenlohe-Waldenburg " * 3):
        card = GreetingCard(name, CelebrationKind.BIRTHDAY, "The Corner").document()
        (picture,) = as_pictures(card, 100)
        assert (picture.width(), picture.height()) == (413, 583)
        assert pages_in(as_pdf(card)) == 1


def sections(count: int, filler: int = 0) -> Document:
    fill = Section(None, tuple(Line("one line") for _ in range(filler)))
    parts = (Line("An entry", Style.STRONG), Line("its detail", Style.SMALL))
    heading = Section("Heading", parts, Phrase("what it is for"))
    return Document(Phrase("Title"), (fill, *(heading,) * count))


def all_ink(document: Document) -> int:
    return sum(ink(picture, range(picture.width())) for picture in as_pictures(document, 72))


def test_whatever_is_moved_to_the_next_page_is_painted_there() -> None:
    """Every further section brings the same ink along, page numbers aside."""
    one = all_ink(sections(2)) - all_ink(sections(1))
    for filler in (0, 5, 9, 13):
        whole = all_ink(sections(40, filler)) - all_ink(sections(0, filler))
        assert whole == pytest.approx(40 * one, rel=0.06)


def test_a_heading_is_never_alone_at_the_foot_of_a_page() -> None:
    for filler in range(20, 60, 3):
        with in_language("en"):
            body = lay_out(sections(1, filler)).body
        layout, height = body.documentLayout(), body.pageSize().height()
        pages = {}
        block = body.begin()
        while block.isValid():
            pages[block.text()] = int(layout.blockBoundingRect(block).bottom() // height)
            block = block.next()
        assert pages["Heading"] == pages["what it is for"] == pages["An entry"]
        assert pages["An entry"] == pages["its detail"]


def test_a_dark_screen_changes_nothing_on_paper(qapp: QApplication) -> None:
    light = as_pictures(paper(2))[0]
    palette = qapp.palette()
    dark = qapp.palette()
    dark.setColor(dark.ColorRole.Text, QColor("white"))
    try:
        qapp.setPalette(dark)
        assert as_pictures(paper(2))[0] == light
    finally:
        qapp.setPalette(palette)


def test_the_sheet_is_the_size_it_says() -> None:
    (picture,) = as_pictures(Document(Phrase("Title"), size=PaperSize.A4), 100)
    assert (picture.width(), picture.height()) == (827, 1169)


def test_a_code_to_scan_is_dark_on_light_in_the_middle_of_its_card() -> None:
    bare = Document(Phrase("Coupon"), size=PaperSize.A6, centred=True)
    (without,), (barred,) = as_pictures(bare), as_pictures(replace(bare, bars="1101" * 20))
    dark = sum(
        barred.pixelColor(x, y) == QColor("black")
        for x in range(barred.width())
        for y in range(0, barred.height(), 4)
    )
    assert dark > 500
    assert barred.size() == without.size()
