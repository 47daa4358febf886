"""Days worth remembering, of customers and of those around them."""

from dataclasses import replace
from datetime import date

import pytest

from pos_companion.model.calendars import OtherCalendar, OtherDay, When
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, WrittenIn
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.storage import Storage
from pos_companion.storage.day_codes import codes_from
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
    "when",
    [
        PartialDate(1990, 5, 1),
        PartialDate(None, 2, 29),
        PartialDate(None, 5),
        PartialDate(1990, 5),
        PartialDate(1990),
        NthWeekday(3, 0, 5),
        NthWeekday(-1, 6, 10),
        OtherDay(OtherCalendar.ISLAMIC, 2, 30),
        OtherDay(OtherCalendar.PERSIAN, 12, 30),
        OtherDay(OtherCalendar.JULIAN, 12, 25),
        WrittenIn(date(2026, 2, 17)),
    ],
)
def test_a_celebration_comes_back_with_what_is_known_of_its_day(
    storage: Storage, when: When
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


def test_a_celebration_is_changed_under_its_number_and_read_as_it_was_written(
    storage: Storage,
) -> None:
    ana = add_customer(storage)
    first = add_birthday(storage, ana, PartialDate(1990, 3, 4))
    second = add_birthday(storage, ana, PartialDate(None, 5, 1))
    changed = replace(first, date=OtherDay(OtherCalendar.PERSIAN, 12, 13), quiet=True)
    storage.people.put_celebration(changed)
    assert celebrated(storage, ana) == (changed, second)
    assert storage.people.celebration_as_written(ana.id, first.n) == replace(changed, who="")
    assert storage.people.celebration_as_written(ana.id, 99) is None
    storage.people.put_celebration(first)
    assert celebrated(storage, ana) == (first, second)


def at_home(storage: Storage, *names: str) -> list[Customer]:
    """Customers who live together, each a member of the household."""
    first, *others = (add_customer(storage, name) for name in names)
    storage.people.add_member(first, HouseholdMember(0, first.name, customer=first.id), NOW)
    first = storage.people.get(first.id) or first
    family = [first]
    for other in others:
        storage.people.add_member(first, HouseholdMember(0, other.name, customer=other.id), NOW)
        other = replace(other, household=first.household)
        storage.people.change(other, NOW)
        family.append(other)
    return family


@pytest.mark.parametrize("by_member", [True, False])
def test_a_surprise_is_not_among_the_days_of_whom_it_is_to_surprise(
    storage: Storage, by_member: bool
) -> None:
    rosa, tomas = at_home(storage, "Rosa", "Tomás")
    members = storage.people.members(rosa.household)
    being = next(one for one in members if one.customer == tomas.id)
    key = f"being:{being.id}" if by_member else f"customer:{tomas.id}"
    party = add_birthday(storage, rosa, PartialDate(None, 5, 1))
    storage.people.put_celebration(replace(party, hidden_from=(key,)))
    assert celebrated(storage, tomas) == ()
    (seen,) = celebrated(storage, rosa)
    assert (seen.hidden_from, seen.surprises) == ((key,), ("Tomás",))


def test_who_does_not_celebrate_is_silent_on_the_partners_card_too(storage: Storage) -> None:
    rosa, tomas = at_home(storage, "Rosa", "Tomás")
    being = next(one for one in storage.people.members(rosa.household) if one.customer == tomas.id)
    add_birthday(storage, tomas, PartialDate(None, 5, 1))
    add_birthday(storage, rosa, PartialDate(None, 5, 1), being)
    add_birthday(storage, rosa, PartialDate(None, 6, 1))
    storage.people.change(replace(tomas, no_celebrations=True), NOW)
    assert [(one.who, one.declined) for one in celebrated(storage, rosa)] == [
        ("Tomás", True),
        ("Rosa", False),
        ("Tomás", True),
    ]


def test_the_lists_find_who_celebrates_on_some_days(storage: Storage) -> None:
    ana, ben, cleo = (add_customer(storage, name) for name in ("Ana", "Ben", "Cleo"))
    for customer, when in (
        (ana, PartialDate(1990, 11, 21)),
        (ana, PartialDate(None, 11, 22)),
        (ben, PartialDate(None, 11, 29)),
        (cleo, PartialDate(None, 11)),
    ):
        add_birthday(storage, customer, when)
    codes = codes_from(date(2026, 11, 21), 1)
    found = [one.celebration for one in storage.people.ahead(codes)]
    assert [(one.customer, one.date) for one in found] == [
        (ana.id, PartialDate(1990, 11, 21)),
        (ana.id, PartialDate(None, 11, 22)),
        (cleo.id, PartialDate(None, 11)),
    ]
    assert len(list(storage.people.ahead(codes, 1))) == 1
    assert list(storage.people.ahead([])) == []


def test_the_lists_leave_out_what_is_never_celebrated(storage: Storage) -> None:
    when = PartialDate(None, 11, 21)
    rosa, tomas = at_home(storage, "Rosa", "Tomás")
    rex = storage.people.add_member(rosa, HouseholdMember(0, "Rex", "dog", Species.DOG), NOW)
    quiet = add_birthday(storage, rosa, when)
    storage.people.put_celebration(replace(quiet, quiet=True))
    add_birthday(storage, rosa, when, rex)
    add_birthday(storage, tomas, when)

    def found() -> list[str]:
        codes = codes_from(date(2026, 11, 20), 3)
        return [one.member.name for one in storage.people.ahead(codes) if one.member]

    assert found() == ["Rex", "Tomás"]
    storage.people.change(replace(tomas, no_celebrations=True), NOW)
    assert found() == ["Rex"]
    storage.rows("UPDATE household_member SET gone = TRUE WHERE name = 'Rex'")
    assert found() == []
