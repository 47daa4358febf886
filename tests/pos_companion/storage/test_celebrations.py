"""Days worth remembering, of customers and of those around them."""

from dataclasses import replace
from datetime import date

import pytest

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.storage import Storage
from pos_companion.storage.celebrations import month_day
from tests.pos_companion.storage.records import NOW, TODAY, add_customer

BIRTHDAY = CelebrationKind.BIRTHDAY


def celebrated(storage: Storage, customer: Customer) -> tuple[Celebration, ...]:
    return storage.people.celebrations(customer, storage.people.members(customer.household))


def add_birthday(
    storage: Storage, customer: Customer, when: PartialDate, being: HouseholdMember | None = None
) -> Celebration:
    return storage.people.add_celebration(
        Celebration(
            customer.id,
            0,
            being.name if being else customer.called,
            BIRTHDAY,
            when,
            being.id if being else None,
            being.species if being else Species.PERSON,
        )
    )


@pytest.mark.parametrize(
    ("when", "code"),
    [
        (PartialDate(1990, 5, 1), 501),
        (PartialDate(None, 12, 31), 1231),
        (PartialDate(2000, 2, 29), 229),
        (PartialDate(None, 5), 0),
        (PartialDate(1990), 0),
    ],
)
def test_a_day_of_the_year_has_a_code(when: PartialDate, code: int) -> None:
    assert month_day(when) == code


@pytest.mark.parametrize(
    "when",
    [
        PartialDate(1990, 5, 1),
        PartialDate(None, 2, 29),
        PartialDate(None, 5),
        PartialDate(1990, 5),
        PartialDate(1990),
    ],
)
def test_a_celebration_comes_back_with_what_is_known_of_its_day(
    storage: Storage, when: PartialDate
) -> None:
    ana = add_customer(storage, "Ana Kos")
    celebration = Celebration(
        ana.id,
        1,
        "Ana",
        CelebrationKind.OTHER,
        when,
        title="starts at university",
        leap=LeapPolicy.MARCH,
        yearly=False,
        known_since=TODAY,
    )
    assert storage.people.add_celebration(replace(celebration, n=0)) == celebration
    assert celebrated(storage, ana) == (celebration,)


def test_the_pets_birthday_names_the_pet(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    rex = storage.people.add_member(ana, HouseholdMember(0, "Rex", species=Species.DOG), NOW)
    ana = storage.people.get(ana.id) or ana
    own = add_birthday(storage, ana, PartialDate(None, 3, 4))
    pets = add_birthday(storage, ana, PartialDate(None, 5, 1), rex)
    assert celebrated(storage, ana) == (own, pets)
    assert (pets.who, pets.species, pets.n) == ("Rex", Species.DOG, 2)


def test_a_celebration_of_somebody_who_moved_out_is_silent(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    rex = storage.people.add_member(ana, HouseholdMember(0, "Rex", species=Species.DOG), NOW)
    ana = storage.people.get(ana.id) or ana
    add_birthday(storage, ana, PartialDate(None, 5, 1), rex)
    storage.rows("DELETE FROM household_member")
    assert celebrated(storage, ana) == ()


def test_the_partners_birthday_is_on_both_cards_under_the_name_of_each(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana Kos"), add_customer(storage, "Ben Okafor")
    for customer in (ana, ben):
        storage.people.add_member(
            replace(ana, household=(storage.people.get(ana.id) or ana).household),
            HouseholdMember(0, customer.name, customer=customer.id),
            NOW,
        )
    ana = storage.people.get(ana.id) or ana
    ben = replace(ben, household=ana.household)
    storage.people.change(ben, NOW)
    add_birthday(storage, ben, PartialDate(1988, 8, 8))
    (on_his_card,) = celebrated(storage, ben)
    (on_her_card,) = celebrated(storage, ana)
    assert (on_his_card.who, on_his_card.being) == ("Ben", None)
    assert (on_her_card.who, on_her_card.customer) == ("Ben Okafor", ben.id)
    assert on_her_card.being is not None


def test_a_celebration_can_be_taken_back(storage: Storage) -> None:
    ana = add_customer(storage)
    first = add_birthday(storage, ana, PartialDate(None, 3, 4))
    second = add_birthday(storage, ana, PartialDate(None, 5, 1))
    storage.people.drop_celebration(ana.id, first.n)
    assert celebrated(storage, ana) == (second,)


def test_the_board_finds_who_celebrates_on_some_days(storage: Storage) -> None:
    days = [date(2026, 11, 21), date(2026, 11, 22)]
    codes = [month_day(PartialDate(None, day.month, day.day)) for day in days]
    ana, ben, cleo = (add_customer(storage, name) for name in ("Ana", "Ben", "Cleo"))
    add_birthday(storage, ana, PartialDate(1990, 11, 21))
    add_birthday(storage, ana, PartialDate(None, 11, 22))
    add_birthday(storage, ben, PartialDate(None, 11, 23))
    add_birthday(storage, cleo, PartialDate(None, 11))
    assert storage.people.celebrating(codes, 5) == [ana.id]
    assert storage.people.celebrating([*codes, 1123], 1) in ([ana.id], [ben.id])
    assert storage.people.celebrating([], 5) == []
