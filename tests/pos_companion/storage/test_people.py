"""Customers and their households."""

from dataclasses import replace
from datetime import timedelta

import peewee
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.model.care import Concern, Thread
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Fact, FactKind
from pos_companion.model.people import Customer, Gone, HouseholdMember, Species
from pos_companion.storage import Storage
from pos_companion.storage.people import FIRST_OWN_ID
from tests.pos_companion.storage.records import (
    NOW,
    TODAY,
    add_customer,
    contents,
    minutes,
    nothing_kept,
    visit_of,
)

WHOLE = Customer(
    id=0,
    name="Siobhán O’Neill",
    call_name="Shiv",
    say_as="shi-VAWN",
    formal=True,
    phone="+491701234567",
    email="shiv@example.org",
    card="2900000000017",
    description="red pram",
    language="ga",
    source="square",
    source_id="A-17",
    no_celebrations=True,
    no_offers=True,
    remember=False,
)


def test_a_customer_comes_back_as_they_were_kept(storage: Storage) -> None:
    kept = storage.people.add(WHOLE, NOW)
    assert kept == replace(WHOLE, id=FIRST_OWN_ID)
    assert storage.people.get(kept.id) == kept
    assert storage.people.by_source("square", "A-17") == kept.id
    assert storage.people.by_source("shopify", "A-17") is None


def test_nobody_was_asked_is_not_the_same_as_no(storage: Storage) -> None:
    for answer in (None, True, False):
        customer = add_customer(storage, remember=answer)
        found = storage.people.get(customer.id)
        assert found is not None
        assert found.remember is answer


def test_several_customers_come_in_the_order_asked_for(storage: Storage) -> None:
    ana, ben, cleo = (add_customer(storage, name) for name in ("Ana", "Ben", "Cleo"))
    assert storage.people.some([cleo.id, 4711, ana.id, ben.id]) == [cleo, ana, ben]
    assert storage.people.some([]) == []


def test_a_change_keeps_visits_and_counters(storage: Storage) -> None:
    ana = add_customer(storage)
    storage.visits.record(visit_of(ana, "one"))
    storage.people.change(replace(ana, name="Anna Kos", visits=99), minutes(5))
    changed = storage.people.get(ana.id)
    assert changed is not None
    assert (changed.name, changed.visits, changed.last_visit) == ("Anna Kos", 1, NOW)
    assert storage.search.by_words("anna", 5) == [ana.id]
    assert storage.search.by_words("ana", 5) == []


@pytest.mark.parametrize(
    ("source_id", "number"),
    [
        ("4471", 4471),
        ("1000000000", 1_000_000_000),
        ("1000000001", FIRST_OWN_ID),
        ("99999999999999999999", FIRST_OWN_ID),
        ("9" * 5000, FIRST_OWN_ID),
        ("007", FIRST_OWN_ID),
        ("0", FIRST_OWN_ID),
        ("-5", FIRST_OWN_ID),
        ("A-17", FIRST_OWN_ID),
        ("٤٤٧١", FIRST_OWN_ID),
        ("", FIRST_OWN_ID),
    ],
)
def test_a_plain_number_of_another_program_is_kept_as_ours(
    storage: Storage, source_id: str, number: int
) -> None:
    assert storage.people.new_customer_id(source_id) == number


def test_a_number_that_is_taken_is_not_given_twice(storage: Storage) -> None:
    first = add_customer(storage, source="square", source_id="4471")
    second = add_customer(storage, source="shopify", source_id="4471")
    third = add_customer(storage)
    assert (first.id, second.id, third.id) == (4471, FIRST_OWN_ID, FIRST_OWN_ID + 1)


def test_the_same_person_of_a_program_cannot_be_added_twice(storage: Storage) -> None:
    add_customer(storage, source="square", source_id="A-17")
    with pytest.raises(peewee.IntegrityError):
        add_customer(storage, source="square", source_id="A-17")


def test_any_number_of_people_may_have_no_number_elsewhere(storage: Storage) -> None:
    assert add_customer(storage).id != add_customer(storage).id


def test_the_first_member_founds_the_household(storage: Storage) -> None:
    ana = add_customer(storage)
    rex = storage.people.add_member(
        ana, HouseholdMember(0, "Rex", "dog", Species.DOG, say_as="reks"), NOW
    )
    ana = replace(ana, household=storage.people.get(ana.id).household)  # type: ignore[union-attr]
    mia = storage.people.add_member(ana, HouseholdMember(0, "Mia", "daughter", Species.CHILD), NOW)
    assert storage.people.members(ana.household) == (rex, mia)
    assert rex.id != mia.id
    assert storage.people.in_household(ana.household or 0) == [ana]
    assert storage.search.by_words("rex", 5) == [ana.id]


def test_a_customer_alone_has_no_household(storage: Storage) -> None:
    assert storage.people.members(None) == ()
    assert storage.people.members(add_customer(storage).household) == ()


def test_one_pet_may_live_in_two_households(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    rex = storage.people.add_member(ana, HouseholdMember(0, "Rex", species=Species.DOG), NOW)
    assert storage.people.add_member(ben, rex, NOW) == rex
    assert sorted(storage.search.by_words("rex", 5)) == [ana.id, ben.id]


def test_one_is_found_by_the_family_and_not_by_those_who_are_gone(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    home = storage.people.found_household(ana, NOW)
    ben = add_customer(storage, "Ben Okafor", household=home)
    ana = replace(ana, household=home)
    for member in (
        HouseholdMember(0, "Ana Kos", customer=ana.id),
        HouseholdMember(0, "Ben Okafor", customer=ben.id),
        HouseholdMember(0, "Waldo", species=Species.DOG, gone=Gone.DIED),
    ):
        storage.people.add_member(ana, member, NOW)
    assert storage.search.by_words("okafor", 5) == [ben.id, ana.id]
    assert storage.search.words_of([ana.id]) == {ana.id: ["ana", "kos", "ben", "okafor"]}
    assert storage.search.by_words("waldo", 5) == []


def with_all_that_hangs_on_them(storage: Storage, customer: Customer) -> Customer:
    """A customer with a pet, a birthday, a fact, a question and a concern."""
    rex = storage.people.add_member(customer, HouseholdMember(0, "Rex", species=Species.DOG), NOW)
    birthday = Celebration(
        customer.id, 0, "Rex", CelebrationKind.BIRTHDAY, PartialDate(None, 5, 1), rex.id
    )
    storage.people.add_celebration(birthday)
    storage.care.add_fact(Fact(customer.id, 0, FactKind.NOTE, "moves to Lisbon"))
    storage.care.add_thread(Thread(customer.id, 0, "How is Lisbon?", "Mia", TODAY, TODAY))
    storage.concerns.add(Concern(customer.id, 0, "Sour", "a new one", "Mia", TODAY, TODAY))
    return storage.people.get(customer.id) or customer


def test_an_addition_taken_back_is_as_if_it_had_never_been(storage: Storage) -> None:
    with_all_that_hangs_on_them(storage, add_customer(storage, "Ben Okafor", phone="+4930123456"))
    before = contents(storage, "setting")  # which remembers the lowest place of the word index
    ana = with_all_that_hangs_on_them(storage, storage.people.add(WHOLE, NOW))
    storage.people.remove(ana.id)
    assert contents(storage, "setting") == before


def test_who_leaves_a_household_leaves_the_others_in_it(storage: Storage) -> None:
    ben = with_all_that_hangs_on_them(storage, add_customer(storage, "Ben Okafor"))
    before = contents(storage, "search_doc", "name_fts", "setting")
    ana = add_customer(storage, "Ana Kos", household=ben.household)
    storage.people.add_member(ben, HouseholdMember(0, "Ana Kos", customer=ana.id), NOW)
    assert sorted(storage.search.by_words("kos", 5)) == [ben.id, ana.id]
    storage.people.remove(ana.id)
    assert contents(storage, "search_doc", "name_fts", "setting") == before
    assert storage.search.by_words("kos", 5) == []


def test_a_forgotten_customer_is_nowhere(storage: Storage) -> None:
    ana = storage.people.add(WHOLE, NOW)
    storage.rows("UPDATE customer SET erased = 1 WHERE id = ?", (ana.id,))
    assert storage.people.get(ana.id) is None
    assert storage.people.some([ana.id]) == []
    storage.people.reindex(ana)
    assert storage.search.words_of([ana.id]) == {}
    assert storage.search.by_card(WHOLE.card) == []
    assert storage.search.by_number("1234567", 5) == []
    assert storage.search.check() == []


def test_those_who_stay_away_are_named_with_the_most_faithful_first(storage: Storage) -> None:
    def last_came(name: str, days_ago: int, visits: int) -> Customer:
        customer = add_customer(storage, name)
        for n in range(visits):
            at = NOW - timedelta(days=days_ago + n)
            storage.visits.record(visit_of(customer, f"{name}-{n}", at=at))
        return customer

    now_and_then = last_came("Ana", 40, 2)
    faithful = last_came("Ben", 50, 5)
    last_came("Cleo", 3, 5)
    last_came("Dora", 200, 5)
    last_came("Egon", 40, 1)
    add_customer(storage, "Never here")
    missed = storage.people.not_seen(NOW - timedelta(days=90), NOW - timedelta(days=30), 2, 5)
    assert [one.id for one in missed] == [faithful.id, now_and_then.id]
    assert len(storage.people.not_seen(minutes(-(10**6)), NOW, 1, 2)) == 2


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_is_kept_as_it_is_and_the_search_stays_whole(storage: Storage, name: str) -> None:
    with nothing_kept(storage):
        customer = add_customer(storage, name)
        assert storage.people.get(customer.id) == customer
        assert storage.search.check() == []
