"""A table of customers becomes values."""

from datetime import date
from pathlib import Path

import pytest

from pos_companion.i18n import words
from pos_companion.importers import Chunk, ImportedPerson, Kind, Wanted, Who
from pos_companion.importers.mapping import known_names
from pos_companion.importers.people import read_people
from pos_companion.importers.table import open_table
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Species


def read(folder: Path, text: str, **wanted: object) -> list[Chunk]:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    order = Wanted(Kind.CUSTOMERS, date(2026, 11, 21), **{"country": "US", **wanted})
    return list(read_people(open_table(path, known_names(Kind.CUSTOMERS, order.columns)), order))


def people_of(chunks: list[Chunk]) -> list[ImportedPerson]:
    return [person for chunk in chunks for person in chunk.people]


def reasons(chunks: list[Chunk]) -> list[tuple[int, str]]:
    return [(row.row, words(row.reason)) for chunk in chunks for row in chunk.rejected]


def test_a_customer_is_read_whole(tmp_path: Path) -> None:
    text = (
        "id,name,nickname,phone,email,card,birthday,pet,species,pet birthday,note,household,"
        "language\n"
        "17,Mara Okafor,Mara,'+14155550117,Mara@Example.com,LOY-7,1988-03-14,Biscuit,dog,05-01,"
        "Likes oat milk,H1,en\n"
    )
    assert people_of(read(tmp_path, text)) == [
        ImportedPerson(
            2,
            Who("17", "+14155550117", "mara@example.com", "LOY-7", "Mara Okafor"),
            call_name="Mara",
            birthday=PartialDate(1988, 3, 14),
            pet="Biscuit",
            pet_species=Species.DOG,
            pet_birthday=PartialDate(None, 5, 1),
            note="Likes oat milk",
            household="H1",
            language="en",
        )
    ]


def test_a_directory_with_many_columns_needs_no_mapping(tmp_path: Path) -> None:
    text = (
        "Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,"
        "Birthday,Memo,Square Customer ID,Creation Source,First Visit\n"
        ",Tomás,Ibáñez,,'+14155550188,Tom,Ibáñez & Sons,0000-07-29,,3M9PD1V6,Instant,2026-08-11\n"
    )
    person = people_of(read(tmp_path, text))[0]
    assert person.who == Who("3M9PD1V6", "+14155550188", name="Tomás Ibáñez")
    assert person.birthday == PartialDate(None, 7, 29)


def test_the_column_of_a_pet_may_say_what_it_is(tmp_path: Path) -> None:
    text = "id,dog name,pet type\n1,Rex,\n2,Mina,cat\n"
    assert [one.pet_species for one in people_of(read(tmp_path, text))] == [
        Species.DOG,
        Species.CAT,
    ]


def test_words_for_nothing_are_nothing(tmp_path: Path) -> None:
    text = "id,name,phone,birthday,note\n1,Ana,n/a,00/00/0000,-\n"
    person = people_of(read(tmp_path, text))[0]
    assert (person.who, person.birthday, person.note) == (Who("1", name="Ana"), None, "")


def test_yes_and_no_are_only_taken_when_asked_for(tmp_path: Path) -> None:
    text = "id,ok\n1,yes\n2,No\n3,unknown\n4,\n5,subscribed\n"
    answers = [
        one.remember for one in people_of(read(tmp_path, text, columns={"remember": ("ok",)}))
    ]
    assert answers == [True, False, None, None, None]
    assert {one.remember for one in people_of(read(tmp_path, text))} == {None}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",Pedro,,,,", "There is no number, phone, e-mail or card by which to know them again."),
        ("9,Pedro,,,30.02.1990,", "“30.02.1990” is not a birthday."),
        ("9,Pedro,,pedro at home,,", "“pedro at home” is not an e-mail address."),
        ("9,Pedro,,,,4111 1111 1111 1111", "A payment card is never kept."),
        (f"9,{'x' * 4001},,,,", "A cell is longer than 4,000 letters."),
        ("9,Pedro,,,,,,surplus", "The row has more cells than there are columns."),
    ],
)
def test_a_row_is_taken_in_whole_or_not_at_all(tmp_path: Path, row: str, reason: str) -> None:
    for after in ("", "2,Bo,,,,\n"):
        chunks = read(tmp_path, f"id,name,phone,email,birthday,card\n1,Ana,,,,\n{row}\n{after}")
        assert reasons(chunks) == [(3, reason)]
        assert people_of(chunks)[0].who.name == "Ana"


def test_a_row_below_the_table_is_left_out(tmp_path: Path) -> None:
    chunks = read(tmp_path, "id,name,x\n1,Ana,\n,,exported by Kit\n")
    assert reasons(chunks) == []
    assert [words(n) for chunk in chunks for n in chunk.notes] == [
        "One row below the table was left out."
    ]


@pytest.mark.parametrize("column", ["name", "phone", "email", "note", "pet", "household"])
def test_a_payment_card_in_any_cell_keeps_the_row_out(tmp_path: Path, column: str) -> None:
    number = "4111111111111111"
    card = {"email": f"{number}@example.org", "note": f"pays by {number}"}.get(column, number)
    chunks = read(tmp_path, f"id,{column}\n1,{card}\n")
    assert reasons(chunks) == [(2, "A payment card is never kept.")]
    assert number not in str([row.cells for chunk in chunks for row in chunk.rejected])
