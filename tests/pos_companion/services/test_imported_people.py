"""Customers, their families and pets come in from a file."""

from functools import partial
from pathlib import Path

import pytest

from pos_companion.importers import Kind
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Species
from pos_companion.services import Shop
from pos_companion.services.finding import find
from tests.builders import add_customer, add_fact, add_member
from tests.till_files import TakeIn, counts, taker

HEADER = "id,name,phone,email,card,birthday,pet,species,pet birthday,note,household\n"
OKAFORS = (
    "17,Mara Okafor,030 901820,mara@okafor.example,LOY-7,1988-03-14,Biscuit,dog,05-01,Oat milk,H1\n"
    "18,Sam Okafor,030 901820,,,29/02/1984,Biscuit,dog,,,H1\n"
    "19,Bo Lind,0171 5550119,,,,Mina,cat,2020-07-04,,\n"
)


@pytest.fixture
def take_in(shop: Shop, tmp_path: Path) -> TakeIn:
    """Takes a text in as a file of customers."""
    return partial(taker(shop, tmp_path), kind=Kind.CUSTOMERS)


def test_people_come_with_their_household_their_pets_and_their_days(
    shop: Shop, take_in: TakeIn
) -> None:
    assert counts(take_in(HEADER + OKAFORS, apply=False)) == (3, 0, 0, 0)
    assert counts(take_in(HEADER + OKAFORS)) == (3, 0, 0, 0)
    people = shop.storage.people
    mara, sam, bo = (people.get(number) for number in (17, 18, 19))
    assert (mara.phone, mara.email, mara.card) == ("+4930901820", "mara@okafor.example", "LOY-7")
    assert mara.household == sam.household != bo.household
    around = [(one.name, one.species, one.customer) for one in people.members(mara.household)]
    assert around == [
        ("Mara Okafor", Species.PERSON, 17), ("Biscuit", Species.DOG, None),
        ("Sam Okafor", Species.PERSON, 18),
    ]  # fmt: skip
    days = people.celebrations(mara, people.members(mara.household))
    assert {(day.who, day.date) for day in days} == {
        ("Mara", PartialDate(1988, 3, 14)), ("Biscuit", PartialDate(None, 5, 1)),
        ("Sam Okafor", PartialDate(1984, 2, 29)),
    }  # fmt: skip
    facts = shop.storage.care.open_remarks(17)[0]
    assert [(fact.text, fact.heard_by) for fact in facts] == [("Oat milk", "")]
    assert shop.storage.check() == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [("okafor mara", 17), ("biscuit", 17), ("mina", 19), ("loy-7", 17), ("mara@okafor", 17)],
)
def test_they_are_found_by_all_that_came_with_them(
    shop: Shop, take_in: TakeIn, typed: str, found: int
) -> None:
    take_in(HEADER + OKAFORS)
    assert found in [hit.customer.id for hit in find(shop, typed, 5)]


def test_the_same_file_twice_changes_nothing(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + OKAFORS)
    before = shop.storage.rows("SELECT * FROM customer ORDER BY id")
    docs = shop.storage.rows("SELECT customer_id, slot, d FROM search_doc ORDER BY 1")
    assert counts(take_in(HEADER + OKAFORS, apply=False)) == (0, 0, 3, 0)
    assert counts(take_in(HEADER + OKAFORS)) == (0, 0, 3, 0)
    assert shop.storage.rows("SELECT * FROM customer ORDER BY id") == before
    assert shop.storage.rows("SELECT customer_id, slot, d FROM search_doc ORDER BY 1") == docs


@pytest.mark.parametrize(
    "change",
    [
        ("Bo Lind", "Bo Lindqvist"), ("0171 5550119", "0171 5550120"), ("1988-03-14", "1988-03-15"),
        ("2020-07-04", "2020-07-05"), ("05-01", "2019-05-01"), ("Oat milk", "Soy milk"),
        (",Mina,", ",Mia,"), (",,,,Mina", ",,LOY-9,,Mina"),
        ("cat,2020-07-04,,", "cat,2020-07-04,,H1"),
    ],
)  # fmt: skip
def test_one_changed_cell_is_one_customer_updated_once(
    shop: Shop, take_in: TakeIn, change: tuple[str, str]
) -> None:
    take_in(HEADER + OKAFORS)
    text = HEADER + OKAFORS.replace(*change)
    assert text != HEADER + OKAFORS
    assert counts(take_in(text, apply=False)) == (0, 1, 2, 0)
    assert counts(take_in(text)) == (0, 1, 2, 0)
    assert counts(take_in(text)) == (0, 0, 3, 0)
    assert shop.storage.check() == []


def test_what_a_file_leaves_empty_stays(shop: Shop, take_in: TakeIn) -> None:
    take_in(HEADER + OKAFORS)
    assert counts(take_in("id,name,phone,birthday\n17,,,\n18,,,--02-29\n")) == (0, 0, 2, 0)
    assert shop.storage.people.get(17).name == "Mara Okafor"


def test_somebody_known_here_is_found_by_phone_and_gets_the_number_of_the_till(
    shop: Shop, take_in
) -> None:
    known = add_customer("Mara O.", phone="+4930901820", shop=shop)
    assert counts(take_in("id,name,phone\n17,Mara Okafor,030 901820\n")) == (0, 1, 0, 0)
    mara = shop.storage.people.get(known.id)
    assert (mara.name, mara.source, mara.source_id) == ("Mara Okafor", "till", "17")
    assert counts(take_in("id,name\n17,Mara Okafor\n")) == (0, 0, 1, 0)


@pytest.mark.parametrize("column", ["phone", "email", "card"])
def test_somebody_known_here_is_found_by_what_the_file_has(
    shop: Shop, take_in: TakeIn, column: str
) -> None:
    value = {"phone": "+4930901820", "email": "mara@okafor.example", "card": "LOY-7"}[column]
    known = add_customer("Mara", shop=shop, **{column: value})
    assert counts(take_in(f"name,{column}\nMara Okafor,{value}\n")) == (0, 1, 0, 0)
    assert shop.storage.people.get(known.id).name == "Mara Okafor"


def test_a_couple_with_one_telephone_is_two_people(shop: Shop, take_in: TakeIn) -> None:
    add_customer("Mara", phone="+4930901820", shop=shop)
    text = "id,name,phone\n17,Mara,030 901820\n18,Sam,030 901820\n"
    assert counts(take_in(text)) == (1, 1, 0, 0)
    assert counts(take_in(text)) == (0, 0, 2, 0)


def test_rows_that_turn_out_to_mean_one_person_are_one_person(shop: Shop, take_in: TakeIn) -> None:
    add_customer("Mara", phone="+4930901820", email="m@o.example", shop=shop)
    text = "name,phone,email\nMara O,030 901820,\nMara Okafor,,m@o.example\n"
    assert counts(take_in(text)) == (0, 1, 0, 0)
    assert counts(take_in(text)) == (0, 0, 1, 0)


def test_one_person_may_have_a_row_for_each_pet(shop: Shop, take_in: TakeIn) -> None:
    text = "id,name,pet,pet birthday\n1,Ana,Rex,05-01\n1,Ana,Mina,\n1,,Rex,2020-05-01\n"
    assert counts(take_in(text)) == (1, 0, 0, 0)
    ana = shop.storage.people.get(1)
    members = shop.storage.people.members(ana.household)
    assert [one.name for one in members] == ["Rex", "Mina"]
    days = shop.storage.people.celebrations(ana, members)
    assert [day.date for day in days] == [PartialDate(2020, 5, 1)]
    assert counts(take_in(text)) == (0, 0, 1, 0)


def test_where_a_couple_disagrees_about_the_dogs_birthday_the_last_row_counts(
    shop: Shop, take_in
) -> None:
    text = "id,pet,pet birthday,household\n1,Rex,05-01,H\n2,rex,06-01,H\n"
    take_in(text)
    assert counts(take_in(text)) == (0, 0, 2, 0)
    assert shop.storage.rows("SELECT month FROM celebration") == [(6,)]


def test_a_pet_we_know_of_is_not_added_again(shop: Shop, take_in: TakeIn) -> None:
    known = add_customer("Ana", card="A1", shop=shop)
    add_member(known, "Rex", shop=shop)
    assert counts(take_in("card,pet,pet birthday\nA1,REX,05-01\n")) == (0, 1, 0, 0)
    home = shop.storage.people.get(known.id).household
    assert [one.name for one in shop.storage.people.members(home)] == ["Rex"]


def test_a_note_we_know_is_not_kept_twice(shop: Shop, take_in: TakeIn) -> None:
    known = add_customer("Ana", card="A1", shop=shop)
    add_fact(known, "Oat milk", shop=shop)
    assert counts(take_in("card,note\nA1,Oat milk\n")) == (0, 0, 1, 0)


def test_a_no_is_never_turned_into_a_yes(shop: Shop, take_in: TakeIn) -> None:
    columns = {"remember": ("ok",)}
    take_in("id,ok\n1,no\n2,yes\n3,\n", columns=columns)
    take_in("id,ok\n1,yes\n2,no\n3,yes\n", columns=columns)
    answers = [shop.storage.people.get(number).remember for number in (1, 2, 3)]
    assert answers == [False, False, True]


def test_somebody_who_was_forgotten_does_not_come_back(shop: Shop, take_in: TakeIn) -> None:
    take_in("id,name\n1,Ana\n2,Bo\n")
    shop.storage.db.execute_sql("UPDATE customer SET erased = 1, name = '' WHERE id = 1")
    report = take_in("id,name\n1,Ana\n2,Bo\n")
    assert counts(report) == (0, 0, 1, 0)
    assert shop.storage.rows("SELECT name FROM customer WHERE id = 1") == [("",)]
    assert [note.values["count"] for note in report.notes] == [1]
