"""A move is put back, and what came since stays."""

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Gone, HouseholdMember, Species
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import (
    NOW,
    TODAY,
    add_customer,
    contents,
    minutes,
    redemption,
)

REX = HouseholdMember(0, "Rex", "dog", Species.DOG)
WHEN_WRITTEN = ("customer.updated", "household.updated", "setting", "search_doc.slot", "name_fts")


def state(storage: Storage) -> dict[str, list[tuple[object, ...]]]:
    return contents(storage, *WHEN_WRITTEN)


def test_two_people_alone_live_alone_again(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    storage.ledger.add(redemption("one", customer=ben.id), NOW)
    before = state(storage)
    move = storage.moves.join(ana, ben, NOW, TODAY)
    assert storage.moves.last(ben.id) == move
    assert storage.moves.undo(move, minutes(5))
    assert state(storage) == before
    assert not storage.moves.undo(move, minutes(6))


def test_a_pet_of_both_is_with_each_as_it_was(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    rex = storage.people.add_member(ana, REX, NOW)
    storage.people.add_member(ben, HouseholdMember(rex.id, "Rex", "her dog", Species.DOG), NOW)
    ana, ben = storage.people.some([ana.id, ben.id])
    storage.sad_news.silence_member(ana.household or 0, rex.id, Gone.LEFT, TODAY)
    before = state(storage)
    assert storage.moves.undo(storage.moves.join(ana, ben, NOW, TODAY), NOW)
    assert state(storage) == before


def test_who_left_comes_back_with_days_and_gifts(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    rex = storage.people.add_member(ana, REX, NOW)
    storage.people.add_celebration(
        Celebration(
            ana.id, 0, "Rex", CelebrationKind.BIRTHDAY, PartialDate(None, 5, 1), rex.id
        )
    )  # fmt: skip
    ana = storage.people.get(ana.id) or ana
    home = storage.moves.join(ana, ben, NOW, TODAY).household
    storage.ledger.add(redemption("one", customer=ben.id, household=home), NOW)
    before = state(storage)
    ben = storage.people.get(ben.id) or ben
    move = storage.moves.split(ben, [rex.id], (), NOW, TODAY)
    assert storage.moves.undo(move, NOW)
    assert state(storage) == before


def test_a_pet_that_came_since_stays_where_the_household_stays(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    move = storage.moves.join(ana, ben, NOW, TODAY)
    ana = storage.people.get(ana.id) or ana
    storage.people.add_member(ana, REX, NOW)
    assert storage.moves.undo(move, NOW)
    assert [one.name for one in storage.people.members(ana.household)] == ["Rex"]
    assert storage.people.living_in(ana.household) == [ana.id]
    assert storage.people.get(ben.id) == ben


def test_who_moved_on_since_is_not_moved_back(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    move = storage.moves.join(ana, ben, NOW, TODAY)
    later = add_customer(storage, "Cleo", household=move.household)
    before = state(storage)
    assert not storage.moves.undo(move, NOW)
    assert state(storage) == before
    storage.people.remove(later.id)
    assert storage.moves.undo(move, NOW)
