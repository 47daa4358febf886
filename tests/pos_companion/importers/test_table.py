"""Tables in text files."""

from pathlib import Path

import pytest

from pos_companion.errors import ImportRefusedError
from pos_companion.i18n import words
from pos_companion.importers import table as tables
from pos_companion.importers.table import Table, open_table

NAMES = frozenset({"date", "receipt number", "customer code", "product", "total"})
SALES = "Date,Receipt number,Customer code,Total\n2026-09-13,7,C1,3.50\n2026-09-14,8,C2,4.00\n"


def opened(folder: Path, text: str, encoding: str = "utf-8") -> Table:
    path = folder / "sales.csv"
    path.write_bytes(text.encode(encoding))
    return open_table(path, NAMES)


def cells_of(table: Table) -> list[list[str]]:
    return [row for rows in table.rows() for row in rows.cells]


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_the_sign_between_columns_is_found_by_the_header(tmp_path: Path, delimiter: str) -> None:
    table = opened(tmp_path, SALES.replace(",", delimiter))
    assert table.header == ("Date", "Receipt number", "Customer code", "Total")
    assert cells_of(table)[1] == ["2026-09-14", "8", "C2", "4.00"]


def test_decimal_commas_do_not_hide_the_semicolons(tmp_path: Path) -> None:
    text = "Date;Receipt number;Total\n13.09.2026;7;1,50\n14.09.2026;8;2,50\n"
    assert cells_of(opened(tmp_path, text))[0] == ["13.09.2026", "7", "1,50"]


@pytest.mark.parametrize("titles", [0, 1, 16, 39])
def test_the_header_is_found_under_the_titles(tmp_path: Path, titles: int) -> None:
    table = opened(tmp_path, 'Report,,"of, all, sales",of,the,whole,year\n' * titles + SALES)
    assert table.header_row == titles + 1
    numbers = [number for rows in table.rows() for number in rows.numbers]
    assert numbers == [titles + 2, titles + 3]


def test_a_header_below_the_first_forty_rows_is_not_looked_for(tmp_path: Path) -> None:
    assert opened(tmp_path, "title\n" * 40 + SALES).header == ("title",)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_line_ending_and_encoding_gives_the_same_table(
    tmp_path: Path, ending: str, encoding: str
) -> None:
    table = opened(tmp_path, (SALES + "2026-09-15,9,Zoë,1\n").replace("\n", ending), encoding)
    assert cells_of(table)[2] == ["2026-09-15", "9", "Zoë", "1"]


def test_short_rows_are_filled_up_and_blank_ends_are_cut_off(tmp_path: Path) -> None:
    table = opened(tmp_path, "Date,Receipt number,Total,,\n2026-09-13,7\n2026-09-14,8,4.00,,\n")
    assert cells_of(table) == [["2026-09-13", "7", ""], ["2026-09-14", "8", "4.00"]]


def test_a_row_wider_than_its_header_is_unreadable(tmp_path: Path) -> None:
    rows = next(opened(tmp_path, SALES + "2026-09-15,9,Bar, Café,1\n").rows())
    assert [(number, words(why)) for number, why, _ in rows.unreadable] == [
        (4, "The row has more cells than there are columns.")
    ]


def test_a_quotation_mark_that_is_never_closed_costs_one_row_and_is_told(tmp_path: Path) -> None:
    text = SALES + '2026-09-15,9,"C3,1\n' + "2026-09-16,10,C4,1\n" * 20_000
    chunks = list(opened(tmp_path, text).rows())
    unreadable = [found for rows in chunks for found in rows.unreadable]
    assert "never closed" in words(unreadable[0][1])
    assert sum(len(rows.cells) for rows in chunks) > 10_000


def test_a_cell_of_several_lines_stays_one_cell(tmp_path: Path) -> None:
    table = opened(tmp_path, SALES + '2026-09-15,9,"12 Linden Ave\nOakland",1\n2026-09-16,10,C,1\n')
    assert cells_of(table)[2][2] == "12 Linden Ave\nOakland"
    assert [n for rows in table.rows() for n in rows.numbers] == [2, 3, 4, 5]


def test_a_table_can_be_read_twice_and_says_how_far_it_is(tmp_path: Path) -> None:
    table = opened(tmp_path, SALES)
    assert cells_of(table) == cells_of(table)
    assert [rows.done for rows in table.rows()] == [1.0]


def test_a_doubtful_encoding_is_told(tmp_path: Path) -> None:
    polish = SALES + "2026-09-15,9,Zażółć gęślą jaźń w Łodzi przed świętami,1\n" * 60
    table = opened(tmp_path, polish, "cp1250")
    assert "cp1252" in words(table.notes[0])


def test_an_empty_file_holds_no_table(tmp_path: Path) -> None:
    for text in ("", "\n\n", ",,,\n"):
        with pytest.raises(ImportRefusedError, match="no table"):
            opened(tmp_path, text)


def test_more_columns_or_rows_or_bytes_than_any_shop_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ImportRefusedError, match="more than 100 columns"):
        opened(tmp_path, ",".join(f"c{n}" for n in range(101)) + "\n")
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    with pytest.raises(ImportRefusedError, match="more than 2 rows"):
        list(opened(tmp_path, SALES).rows())
    monkeypatch.setattr(tables, "MOST_BYTES", 10)
    with pytest.raises(ImportRefusedError, match="too large"):
        opened(tmp_path, SALES)


OPEN = SALES + '2026-09-15,9,"C3,1\n2026-09-16,10,C4,1\n'


@pytest.mark.parametrize("end", ["", "2026-09-17,11,C5,1", "2026-09-17,11,C5,1\n"])
def test_a_quotation_mark_never_closed_does_not_swallow_the_rest(tmp_path: Path, end: str) -> None:
    table = opened(tmp_path, OPEN + end)
    assert [row[1] for row in cells_of(table)] == ["7", "8"]
    unreadable = [one for rows in table.rows() for one in rows.unreadable]
    assert [(row, words(reason)) for row, reason, _ in unreadable] == [
        (4, "A quotation mark is opened here and never closed.")
    ]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_last_row_of_several_lines_is_a_row(tmp_path: Path, end: str) -> None:
    table = opened(tmp_path, SALES + '2026-09-15,9,"C\n""3""\n",1' + end)
    assert cells_of(table)[2] == ["2026-09-15", "9", 'C\n"3"\n', "1"]
