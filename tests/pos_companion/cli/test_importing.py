from collections.abc import Callable
from pathlib import Path

from tests.pos_companion.cli.conftest import Terminal

SALES = """receipt,when,who,article,text,pieces,sum
1,2026-10-02 08:10,17,A1,Flat white,1,3.90
1,2026-10-02 08:10,17,A2,Croissant,2,5.20
2,2026-10-03 08:20,18,A1,Flat white,1,3.90
3,the day before,18,A1,Flat white,1,3.90
"""
MAPPED = [
    word
    for pair in (
        "sale=receipt", "time=when", "customer=who", "product=article", "name=text",
        "quantity=pieces", "amount=sum",
    )
    for word in ("--map", pair)
]  # fmt: skip


def test_a_dry_run_counts_and_writes_nothing(
    own_terminal: Callable[[], Terminal], tmp_path: Path
) -> None:
    file = tmp_path / "sales.csv"
    file.write_text(SALES)
    counted = own_terminal().asks("import", str(file), "--as", "sales", *MAPPED)
    assert (counted["created"], counted["rejected"], counted["applied"]) == (2, 1, False)
    assert counted["problems"][0]["row"] == 5
    assert own_terminal().asks("find", "17") == {"found": []}


def test_the_file_is_taken_in_once(own_terminal: Callable[[], Terminal], tmp_path: Path) -> None:
    file = tmp_path / "sales.csv"
    file.write_text(SALES)
    command = ("import", str(file), "--as", "sales", *MAPPED, "--currency", "EUR", "--yes")
    first = own_terminal().asks(*command)
    assert (first["created"], first["updated"], first["unchanged"]) == (2, 0, 0)
    assert Path(first["rejected_file"]).read_text().count("\n") == 2
    second = own_terminal().asks(*command)
    assert (second["created"], second["updated"], second["unchanged"]) == (0, 0, 2)
    card = own_terminal().asks("card", "17", "--at", "2026-10-05T09:00")
    assert card["customer"]["visits"] == 1
    products = own_terminal().asks("usual", "17", "--at", "2026-10-05T09:00")["usual"]
    assert {one["product"] for one in products} == {"A1", "A2"}


def test_people_read_the_counts_in_words(
    own_terminal: Callable[[], Terminal], tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("id,name,phone,pet\n17,Mara Quill,0151 2347700,Pepper\n")
    terminal = own_terminal()
    assert terminal.types("import", str(file), "--as", "customers") == 0
    assert "dry run" in terminal.out
    terminal = own_terminal()
    assert terminal.types("import", str(file), "--as", "customers", "--yes") == 0
    assert own_terminal().asks("find", "pepper")["found"][0]["name"] == "Mara Quill"
