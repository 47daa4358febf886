from pos_companion.i18n import Phrase, in_language
from pos_companion.printouts import Document, Line, Section, Style, Table
from ui.printing.markup import markup_of, sheet_of, with_quiet_zone

HEADS = (Phrase("Name"), Phrase("What"), Phrase("Paid"))


def paper(*parts: Line | Table, **more: object) -> Document:
    return Document(Phrase("Title"), (Section("Part", parts),), **more)  # type: ignore[arg-type]


def test_what_people_wrote_is_text_and_never_markup() -> None:
    text = markup_of(paper(Line("<b>& Söhne</b>")))
    assert "&lt;b&gt;&amp; Söhne&lt;/b&gt;" in text


def test_columns_stand_in_the_order_of_reading() -> None:
    table = paper(Table(HEADS, (("Ana", "Tea", "2"),)))
    assert markup_of(table).index("Ana") < markup_of(table).index("Tea")
    with in_language("ar"):
        assert markup_of(table).index("Ana") > markup_of(table).index("Tea")
        assert 'dir="rtl"' in markup_of(table)


def test_several_texts_stand_side_by_side_each_in_its_own_direction() -> None:
    line = Line((Phrase("On {day}", {"day": "Monday"}), "by Mia"), Style.SMALL)
    assert "On Monday · by Mia" in markup_of(paper(line))
    with in_language("ar"):
        assert " · \u2068by Mia\u2069" in markup_of(paper(line))


def test_a_card_is_centred_and_shows_its_picture() -> None:
    text = markup_of(paper(centred=True, icon="cake"))
    assert 'align="center"' in text
    assert "<img" in text
    assert "font-size: 26pt" in sheet_of(paper(centred=True), 26)


def test_a_code_to_scan_has_room_on_both_sides():
    text = markup_of(paper(bars="1101"))
    assert 'src="bars" width="48"' in text
    assert with_quiet_zone("1101") == "0" * 10 + "1101" + "0" * 10
