"""Old numbers and names go on finding whoever they became."""

import pytest

from pos_companion.model.people import Customer
from pos_companion.storage import Storage
from pos_companion.storage.intake_people import IncomingPerson, PeopleIntake
from pos_companion.storage.known_as import (
    also_found_by,
    everybody_also_found_by,
    former_numbers,
    survivor,
    taken_ids,
)
from pos_companion.storage.newcomers import Match, Newcomer, Newcomers
from tests.pos_companion.storage.records import NOW, add_customer


def merge(storage: Storage, keep: Customer, away: Customer) -> int:
    with storage.transaction():
        return storage.merging.merge(keep.id, away.id, {}, False, NOW).id


@pytest.fixture
def three(storage: Storage) -> tuple[Customer, Customer, Customer]:
    """Ana three times: what was added first became part of the second, that of the third."""
    first = add_customer(storage, "Anna Kos", source="till", source_id="7", phone="+493011")
    second = add_customer(storage, "Ana Koss", source="till", source_id="8", card="ROSE-7")
    third = add_customer(storage, "Ana Kos", source="till", source_id="9", email="a@example.org")
    merge(storage, second, first)
    merge(storage, third, second)
    return first, second, third


def test_every_number_leads_to_the_one_who_is_left(
    storage: Storage, three: tuple[Customer, Customer, Customer]
) -> None:
    first, second, third = three
    assert [survivor(storage.db, one.id) for one in three] == [third.id, third.id, None]
    assert former_numbers(storage.db, "till") == {"7": third.id, "8": third.id}
    assert former_numbers(storage.db, "other") == {}
    assert taken_ids(storage.db, [first.id, second.id, third.id, 99]) == {7, 8}


def test_every_name_and_number_finds_the_one_who_is_left(
    storage: Storage, three: tuple[Customer, Customer, Customer]
) -> None:
    third = three[2]
    one_by_one = also_found_by(storage.db, third.id)
    assert {entry.words[0] for entry in one_by_one} == {"Anna Kos", "Ana Koss"}
    assert everybody_also_found_by(storage.db) == {third.id: list(one_by_one)}
    for found in (
        storage.search.by_words("anna", 9),
        storage.search.by_card("ROSE-7"),
        storage.search.by_source_id("7"),
        storage.search.by_number("493011", 9),
    ):
        assert found == [third.id]


def test_a_row_of_a_file_with_an_old_number_means_the_one_who_is_left(
    storage: Storage, three: tuple[Customer, Customer, Customer]
) -> None:
    third = three[2]
    people = [Newcomer("7", name="Anna Kos"), Newcomer("9"), Newcomer("10")]
    found = Newcomers(storage.db, storage.search, "till").match(people)
    assert found == [Match(third.id, is_former=True), Match(third.id), Match()]


def test_a_row_of_a_file_with_an_old_number_corrects_nothing_and_adds_what_is_new(
    storage: Storage, three: tuple[Customer, Customer, Customer]
) -> None:
    third = three[2]
    intake = PeopleIntake(storage, "till")
    told = [
        IncomingPerson(Newcomer("7", name="Anna Kos", phone="+493099"), call_name="Annie"),
        IncomingPerson(Newcomer("8", name="Ana Koss", card="NEW")),
    ]
    with storage.transaction():
        counts = intake.write(told, NOW)
    assert (counts.created, counts.updated) == (0, 1)
    customer = storage.people.get(third.id)
    assert customer is not None
    known = (customer.name, customer.call_name, customer.phone, customer.card)
    assert known == ("Ana Kos", "Annie", "+493011", "ROSE-7")
    assert storage.search.by_words("anna", 9) == [third.id]
    assert storage.check() == []


def test_numbers_that_may_come_back_are_not_given_away(
    storage: Storage, three: tuple[Customer, Customer, Customer]
) -> None:
    assert storage.people.new_customer_id("7") > 1_000_000_000
    with storage.transaction():
        (fresh,) = Newcomers(storage.db, storage.search, "another till").add([Newcomer("7")], NOW)
    assert fresh > 1_000_000_000


def test_once_they_are_parted_everybody_is_found_as_before(
    storage: Storage, three: tuple[Customer, Customer, Customer]
) -> None:
    first, second, third = three
    with storage.transaction():
        storage.merging.unmerge(2, NOW)
    assert survivor(storage.db, first.id) == second.id
    assert storage.search.by_words("anna", 9) == [second.id]
    assert also_found_by(storage.db, third.id) == ()
