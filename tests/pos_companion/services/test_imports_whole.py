"""An import is all or nothing, step by step, and nothing is lost without a word."""

import csv
from pathlib import Path

import pytest

from pos_companion.errors import ImportRefusedError, NotSavedError
from pos_companion.i18n import words
from pos_companion.importers import Kind
from pos_companion.services import Shop
from pos_companion.services import imports as deeds
from pos_companion.services.imports import ImportJob, import_file, import_steps
from tests.builders import add_customer, add_visit
from tests.till_files import HEADER, MONDAY, TUESDAY, TakeIn, counts, everything, taker


@pytest.fixture
def take_in(shop: Shop, tmp_path: Path) -> TakeIn:
    """Takes a text in as a file of the till."""
    return taker(shop, tmp_path)


def test_a_dry_run_counts_and_writes_nothing_at_all(
    shop: Shop, take_in: TakeIn, tmp_path: Path
) -> None:
    before = everything(shop)
    report = take_in(HEADER + MONDAY + "S9,never,17,CAP,,1,1\n" + TUESDAY, apply=False)
    assert counts(report) == (3, 0, 0, 1)
    assert everything(shop) == before
    assert not report.applied
    assert report.rejected_path is None
    assert [path.name for path in tmp_path.glob("*.csv")] == ["sales.csv"]


def test_lines_of_one_sale_that_do_not_belong_together_are_rejected(
    shop: Shop, take_in: TakeIn
) -> None:
    text = MONDAY + "S1,2025-11-03 08:11,A-9,CAP,,1,3\nS1,2025-11-09 08:11,17,CAP,,1,3\n"
    report = take_in(HEADER + text)
    assert counts(report) == (2, 0, 0, 2)
    assert [words(row.reason) for row in report.problems] == [
        "Sale S1 belongs to another customer in row 2.",
        "Sale S1 is of another time in row 2.",
    ]
    assert report.problems[0].cells[0] == "S1"


def test_rejected_rows_stand_beside_the_file_with_number_and_reason(
    shop: Shop, take_in: TakeIn, tmp_path: Path
) -> None:
    report = take_in(HEADER + MONDAY + 'S7,"=2+5",17,CAP,@tea,1,1\n,2025-11-03,17,CAP,,1,1\n')
    assert report.rejected == 2
    assert report.rejected_path == tmp_path / "sales.rejected.csv"
    with report.rejected_path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Row", "Reason", *HEADER.strip().split(",")]
    assert rows[1] == [
        "5", "“=2+5” is not a date and time.", "S7", "'=2+5", "17", "CAP", "'@tea", "1", "1",
    ]  # fmt: skip
    assert rows[2][:2] == ["6", "There is no sale number."]


def test_mended_rows_can_be_taken_in_from_the_file_of_rejected_ones(
    shop: Shop, take_in: TakeIn, tmp_path: Path
) -> None:
    report = take_in(HEADER + MONDAY + "S7,soon,17,CAP,,1,3.40\n")
    assert report.rejected_path is not None
    mended = report.rejected_path.read_text("utf-8-sig").replace("soon", "2025-11-07 08:00", 1)
    mended = mended.replace("“2025-11-07 08:00”", "“soon”").replace(",soon,", ",2025-11-07 08:00,")
    assert counts(take_in(mended)) == (1, 0, 0, 0)


def test_only_the_first_problems_are_told(shop: Shop, take_in: TakeIn) -> None:
    report = take_in(HEADER + "S1,never,17,CAP,,1,1\n" * 500)
    assert report.rejected == 500
    assert len(report.problems) == 10


def test_an_import_is_written_down_with_who_did_it(shop: Shop, take_in: TakeIn) -> None:
    shop.staff = "Mia"
    take_in(HEADER + MONDAY)
    assert shop.storage.rows("SELECT file, what, source FROM import_batch") == [
        ("sales.csv", "sales", "till")
    ]
    assert shop.storage.rows("SELECT staff, deed FROM audit ORDER BY id DESC LIMIT 1") == [
        ("Mia", "import")
    ]


def test_an_import_that_fails_in_the_middle_leaves_nothing_behind(
    shop: Shop, take_in: TakeIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(shop)

    def no_room(*_: object) -> None:
        raise NotSavedError("The disk is full.")

    monkeypatch.setattr(deeds, "keep_batch", no_room)
    with pytest.raises(NotSavedError):
        take_in(HEADER + MONDAY + "S9,never,17,CAP,,1,1\n")
    assert everything(shop) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sales.csv", "shop"]
    monkeypatch.undo()
    assert counts(take_in(HEADER + MONDAY)) == (2, 0, 0, 0)


def test_rejected_rows_that_cannot_be_written_stop_the_import(
    shop: Shop, take_in: TakeIn, tmp_path: Path
) -> None:
    before = everything(shop)
    (tmp_path / "sales.rejected.csv.part").mkdir()
    with pytest.raises(NotSavedError, match=r"cannot be written to .*sales.rejected.csv"):
        take_in(HEADER + MONDAY + "S9,never,17,CAP,,1,1\n")
    assert everything(shop) == before


def test_a_file_that_is_not_there_is_refused(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match=r"no file nothing.csv"):
        import_file(shop, ImportJob(tmp_path / "nothing.csv", Kind.SALES))


def test_an_import_goes_in_steps_and_the_counter_works_in_between(
    shop: Shop, tmp_path: Path
) -> None:
    path = tmp_path / "sales.csv"
    rows = (f"S{n},2025-11-03 08:10,{n % 50 + 1},CAP,,1,3.40\n" for n in range(9000))
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    steps = import_steps(shop, ImportJob(path, Kind.SALES, apply=True))
    done = [next(steps).done for _ in range(5)]
    customer = add_customer("Ana", shop=shop)
    add_visit(customer, shop=shop)
    try:
        while True:
            done.append(next(steps).done)
    except StopIteration as finished:
        report = finished.value
    assert counts(report) == (9000, 0, 0, 0)
    assert done == sorted(done)
    assert shop.storage.people.get(customer.id).visits == 1
    assert shop.storage.check() == []


def test_an_import_given_up_half_way_leaves_nothing_behind(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_text(HEADER + "S0,never,1,CAP,,1,1\n" + MONDAY * 3000, encoding="utf-8")
    before = everything(shop)
    steps = import_steps(shop, ImportJob(path, Kind.SALES, apply=True))
    for _ in range(8):
        next(steps)
    steps.close()
    assert everything(shop) == before
    assert [one.name for one in tmp_path.glob("*.part")] == []
