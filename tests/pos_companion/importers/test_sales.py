"""A table of sold lines becomes values."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pos_companion.errors import ImportRefusedError
from pos_companion.i18n import words
from pos_companion.importers import Chunk, Kind, SaleLine, Wanted, What, Who
from pos_companion.importers.mapping import known_names
from pos_companion.importers.sales import read_sales
from pos_companion.importers.table import open_table
from pos_companion.model.dates import ShopTime

HEADER = "sale,time,customer,product,name,quantity,amount\n"
GOOD = "S1,2026-09-13 10:02,C1,MUG,Mug,1,15.00\n"


def read(folder: Path, text: str, **wanted: object) -> list[Chunk]:
    path = folder / "sales.csv"
    path.write_text(text, encoding="utf-8")
    values = {"country": "US", "currency": "USD", "time": ShopTime(ZoneInfo("Europe/Berlin"))}
    order = Wanted(Kind.SALES, date(2026, 11, 21), **{**values, **wanted})
    return list(read_sales(open_table(path, known_names(Kind.SALES, order.columns)), order))


def lines_of(chunks: list[Chunk]) -> list[SaleLine]:
    return [line for chunk in chunks for line in chunk.lines]


def reasons(chunks: list[Chunk]) -> list[tuple[int, str]]:
    return [(row.row, words(row.reason)) for chunk in chunks for row in chunk.rejected]


def notes(chunks: list[Chunk]) -> list[str]:
    return [words(note) for chunk in chunks for note in chunk.notes]


def test_a_line_is_read_whole(tmp_path: Path) -> None:
    at = datetime(2026, 9, 13, 8, 2, tzinfo=UTC)
    assert lines_of(read(tmp_path, HEADER + GOOD)) == [
        SaleLine(
            2, "S1", int(at.timestamp()), date(2026, 9, 13).toordinal(), Who("C1"),
            What("MUG", "Mug"), 1000, 1500,
        )
    ]  # fmt: skip


def test_a_till_with_many_columns_needs_no_mapping(tmp_path: Path) -> None:
    text = (
        "Date,Time,Category,Item,Qty,SKU,Net Sales,Transaction ID,Device Name,Event Type,"
        "Customer ID,Customer Name,Employee,PAN Suffix\n"
        '2026-09-13,10:02:11,Ceramics,Speckled Mug,1.0,MUG-1,"$1,015.00",T1,Counter,Payment,'
        "7Q2,Mara Okafor,Kit,0000\n"
        "2026-09-20,09:00:00,Ceramics,Speckled Mug,-1.0,MUG-1,-$15.00,T2,Counter,Refund,"
        "7Q2,Mara Okafor,Kit,0000\n"
    )
    sold, back = lines_of(read(tmp_path, text))
    assert sold.who == Who("7Q2", name="Mara Okafor")
    assert sold.what == What("MUG-1", "Speckled Mug", "Ceramics")
    assert (sold.quantity, sold.amount, sold.till, sold.staff) == (1000, 101500, "Counter", "Kit")
    assert (back.sale, back.quantity, back.amount) == ("T2", -1000, -1500)


def test_date_and_time_may_stand_in_two_columns_or_both_be_whole(tmp_path: Path) -> None:
    text = "date,time,sale,customer,product\n13.09.2026,10:02,S1,C,P\n"
    both = "date,time,sale,customer,product\n2026-09-13 10:02:00.5,2026-09-13 10:02:00.5,S1,C,P\n"
    only = "date,sale,customer,product\n2026-09-13T10:02,S1,C,P\n"
    read_times = {lines_of(read(tmp_path, each))[0].at for each in (text, both, only)}
    assert read_times == {int(datetime(2026, 9, 13, 8, 2, tzinfo=UTC).timestamp())}


def test_a_sale_after_midnight_belongs_to_the_day_before(tmp_path: Path) -> None:
    line = lines_of(read(tmp_path, HEADER + GOOD.replace("10:02", "01:30")))[0]
    assert date.fromordinal(line.day) == date(2026, 9, 12)


def test_a_line_without_quantity_is_one_piece_and_without_amount_says_nothing(
    tmp_path: Path,
) -> None:
    line = lines_of(read(tmp_path, HEADER + "S1,2026-09-13 10:02,C1,,Mug,,\n"))[0]
    assert (line.quantity, line.amount, line.what) == (1000, None, What("Mug", "Mug"))


def test_the_currency_says_how_small_a_coin_is(tmp_path: Path) -> None:
    text = HEADER + GOOD.replace("15.00", "1500")
    assert lines_of(read(tmp_path, text, currency="JPY"))[0].amount == 1500
    assert lines_of(read(tmp_path, text, currency="EUR"))[0].amount == 150000


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",2026-09-13 10:02,C1,MUG,Mug,1,15", "There is no sale number."),
        ("S2,yesterday,C1,MUG,Mug,1,15", "“yesterday” is not a date and time."),
        ("S2,2026-02-30 10:00,C1,MUG,Mug,1,15", "“2026-02-30 10:00” is not a date and time."),
        ("S2,2026-09-13 10:02,,MUG,Mug,1,15", "There is no customer on this line."),
        ("S2,2026-09-13 10:02,C1,,,1,15", "There is no product."),
        ("S2,2026-09-13 10:02,C1,MUG,Mug,two,15", "“two” is not a quantity."),
        ("S2,2026-09-13 10:02,C1,MUG,Mug,1,free", "“free” is not an amount."),
        ("S2,2026-09-13 10:02,C1,MUG,Mug,1,15,2", "The row has more cells than there are columns."),
        (f"S2,2026-09-13 10:02,C1,MUG,{'x' * 4001},1,15", "A cell is longer than 4,000 letters."),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_says_why_wherever_it_stands(
    tmp_path: Path, row: str, reason: str
) -> None:
    for text, number in ((GOOD + row + "\n" + GOOD, 3), (GOOD + row + "\n", 3)):
        chunks = read(tmp_path, HEADER + text)
        assert reasons(chunks) == [(number, reason)]
        assert len(lines_of(chunks)) == text.count(GOOD)


def test_sums_below_the_table_are_left_out_and_told(tmp_path: Path) -> None:
    chunks = read(tmp_path, HEADER + GOOD + ",,,,,,\nTotal,,,,,,15.00\n,,,,,,thank you\n")
    assert reasons(chunks) == []
    assert notes(chunks) == ["2 rows below the table were left out."]


def test_the_same_rows_inside_the_table_are_rejected(tmp_path: Path) -> None:
    chunks = read(tmp_path, HEADER + "Total,,,,,,15.00\n" + GOOD)
    assert reasons(chunks) == [(2, "“” is not a date and time.")]


def test_a_product_at_the_end_is_no_sum(tmp_path: Path) -> None:
    chunks = read(tmp_path, HEADER + GOOD + ",,,WRAP,,,4.00\n")
    assert reasons(chunks) == [(3, "There is no sale number.")]


def test_somebody_may_be_known_by_phone_e_mail_or_card_alone(tmp_path: Path) -> None:
    text = (
        "sale,time,phone,email,loyalty card,product\n"
        "S1,2026-09-13,(415) 555-0154,,,P\nS2,2026-09-13,,A@B.example,,P\nS3,2026-09-13,,,LOY-7,P\n"
        "S4,2026-09-13,,not an address,,P\nS5,2026-09-13,,,4111111111111111,P\n"
    )
    chunks = read(tmp_path, text)
    assert [line.who for line in lines_of(chunks)] == [
        Who(phone="+14155550154"), Who(email="a@b.example"), Who(card="LOY-7"),
    ]  # fmt: skip
    assert [reason for _, reason in reasons(chunks)] == [
        "There is no customer on this line.", "A payment card is never kept.",
    ]  # fmt: skip
    assert [row.cells[4] for chunk in chunks for row in chunk.rejected] == ["", ""]


def test_a_missing_column_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="no column for customer"):
        read(tmp_path, "sale,time,product\nS1,2026-09-13,P\n")


def test_a_chunk_gives_the_cells_of_its_rows(tmp_path: Path) -> None:
    chunk = next(chunk for chunk in read(tmp_path, HEADER + GOOD) if chunk.lines)
    assert chunk.cells(2) == ("S1", "2026-09-13 10:02", "C1", "MUG", "Mug", "1", "15.00")


def test_reading_goes_forward_to_the_end(tmp_path: Path) -> None:
    done = [chunk.done for chunk in read(tmp_path, HEADER + GOOD * 9000)]
    assert done == sorted(done)
    assert len(done) > 9
    assert done[-1] == 1.0


@pytest.mark.parametrize("column", ["customer", "phone", "email", "client name", "name", "staff"])
def test_a_payment_card_in_any_cell_keeps_the_line_out(tmp_path: Path, column: str) -> None:
    number = "4111111111111111"
    others = "sale,time,loyalty card,product"
    chunks = read(tmp_path, f"{others},{column}\nS1,2026-09-13,C1,P,{number}\n")
    assert reasons(chunks) == [(2, "A payment card is never kept.")]
    assert number not in str([row.cells for chunk in chunks for row in chunk.rejected])
