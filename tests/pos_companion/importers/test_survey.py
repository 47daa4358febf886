"""How a file writes numbers and dates is decided from all of it."""

from pathlib import Path

from pos_companion.i18n import words
from pos_companion.importers import Kind
from pos_companion.importers.mapping import known_names, map_columns
from pos_companion.importers.survey import Writing, survey
from pos_companion.importers.table import open_table


def surveyed(folder: Path, *rows: str, country: str = "DE") -> Writing:
    path = folder / "sales.csv"
    header = "sale;time;customer;product;quantity;amount\n"
    path.write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    table = open_table(path, known_names(Kind.SALES, {}))
    found: list[Writing] = []
    done = list(survey(table, map_columns(Kind.SALES, table.header, {}), country, found.append))
    assert done[-1] == 1.0
    return found[0]


def test_one_clear_cell_at_the_end_decides_for_the_whole_file(tmp_path: Path) -> None:
    unclear = ["1;03/04/2026;c;p;1;1.000"] * 5000
    clear = surveyed(tmp_path, *unclear, "2;04/13/2026;c;p;1;3.50")
    assert not clear.day_first
    assert clear.signs["amount"] == "."
    assert clear.notes == ()


def test_a_column_that_does_not_tell_follows_the_others(tmp_path: Path) -> None:
    writing = surveyed(tmp_path, "1;2026-01-01;c;p;1.000;15.50")
    assert writing.signs == {"quantity": ".", "amount": "."}
    assert writing.notes == ()


def test_a_guess_from_the_country_is_told(tmp_path: Path) -> None:
    german = surveyed(tmp_path, "1;03/04/2026;c;p;1;1.000")
    assert (german.day_first, german.signs["amount"]) == (True, ",")
    assert [words(note) for note in german.notes] == [
        "Numbers such as 1.234 were read as a thousand and more.",
        "Dates such as 03/04 were read with the day first.",
    ]
    american = surveyed(tmp_path, "1;03/04/2026;c;p;1;1,000", country="US")
    assert (american.day_first, american.signs["amount"]) == (False, ".")
    assert len(american.notes) == 2


def test_nothing_is_told_where_nothing_was_guessed(tmp_path: Path) -> None:
    assert surveyed(tmp_path, "1;2026-03-04;c;p;1;12").notes == ()
