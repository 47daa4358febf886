"""People shown a moment ago are not read again, unless anything of theirs was written."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from pos_companion.model.consent import Consent, ConsentKind
from pos_companion.model.glimpse import Glimpse
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import (
    NOW,
    TODAY,
    add_customer,
    key_for,
    nothing_kept,
    visit_of,
)


@pytest.fixture
def ana(storage: Storage) -> Customer:
    return add_customer(storage, "Ana Kos")


def known(storage: Storage, customer: Customer) -> Glimpse:
    (found,) = storage.search.at_hand.look().people([customer.id])
    return found


def test_who_was_shown_is_at_hand_the_next_time(storage: Storage, ana: Customer) -> None:
    assert known(storage, ana).id == ana.id
    assert known(storage, ana) is known(storage, ana)


def test_people_come_in_the_order_asked_for_without_the_unknown(
    storage: Storage, ana: Customer
) -> None:
    ben = add_customer(storage, "Ben Ito")
    look = storage.search.at_hand.look()
    assert [one.id for one in look.people([ben.id, 4, ana.id])] == [ben.id, ana.id]
    assert look.people([]) == []


def test_a_new_name_a_visit_and_a_no_are_seen_at_once(storage: Storage, ana: Customer) -> None:
    known(storage, ana)
    storage.people.change(replace(ana, name="Ana Oke"), NOW)
    assert known(storage, ana).name == "Ana Oke"
    storage.visits.record(visit_of(ana, "1"))
    assert known(storage, ana).visits == 1
    storage.consents.put(Consent(ana.id, ConsentKind.FAMILY, False, TODAY, ""))
    assert known(storage, ana).is_alone
    storage.consents.drop(ana.id, ConsentKind.FAMILY)
    assert not known(storage, ana).is_alone


def test_who_was_forgotten_or_never_added_is_gone(storage: Storage, ana: Customer) -> None:
    known(storage, ana)
    storage.rows("UPDATE customer SET erased = 1 WHERE id = ?", (ana.id,))
    assert storage.search.at_hand.look().people([ana.id]) == []
    ben = add_customer(storage, "Ben Ito")
    known(storage, ben)
    storage.people.remove(ben.id)
    assert storage.search.at_hand.look().people([ben.id]) == []


def test_a_pet_comes_and_goes_at_once(storage: Storage, ana: Customer) -> None:
    rex = storage.people.add_member(ana, HouseholdMember(0, "Rex", species=Species.DOG), NOW)
    home = known(storage, ana).household
    at_hand = storage.search.at_hand
    assert home is not None
    assert rex in at_hand.look().members([home, None])[home]
    storage.people.rewrite_member(home, replace(rex, name="Rexy"))
    assert "Rexy" in [one.name for one in at_hand.look().members([home])[home]]
    storage.people.take_out(home, rex.id)
    assert rex.id not in [one.id for one in at_hand.look().members([home])[home]]


def test_what_is_taken_back_was_never_at_hand(storage: Storage, ana: Customer) -> None:
    with nothing_kept(storage):
        storage.people.change(replace(ana, name="Ana Oke"), NOW)
        assert known(storage, ana).name == "Ana Oke"
    assert known(storage, ana).name == "Ana Kos"


def test_what_another_program_writes_is_seen_at_once(tmp_path: Path) -> None:
    with (
        closing(Storage.open(tmp_path, key_for)) as till,
        closing(Storage.open(tmp_path, key_for)) as other,
    ):
        ana = add_customer(till, "Ana Kos")
        known(till, ana)
        other.rows("UPDATE customer SET name = 'Ana Oke' WHERE id = ?", (ana.id,))
        assert known(till, ana).name == "Ana Oke"


def test_the_older_ones_make_room(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pos_companion.storage.at_hand.MOST", 3)
    people = [add_customer(storage, f"Ana {n}") for n in range(5)]
    first = known(storage, people[0])
    for one in people[1:]:
        known(storage, one)
    assert known(storage, people[4]) is known(storage, people[4])
    assert known(storage, people[0]) is not first
    found = storage.search.at_hand.look().people([one.id for one in people])
    assert [one.id for one in found] == [one.id for one in people]
