"""Two households become one, or one is parted: what goes along and what stays."""

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Gone, HouseholdMember, Species
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, redemption

REX = HouseholdMember(0, "Rex", "dog", Species.DOG)


def test_everybody_of_the_guests_household_comes_along(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    storage.people.add_member(ben, REX, NOW)
    ben = storage.people.get(ben.id) or ben
    cleo = add_customer(storage, "Cleo", household=ben.household)
    move = storage.moves.join(ana, ben, NOW, TODAY)
    assert storage.people.living_in(move.household) == [ana.id, ben.id, cleo.id]
    names = [one.name for one in storage.people.members(move.household)]
    assert names == ["Rex", "Ana", "Ben", "Cleo"]
    assert storage.people.members(ben.household) == ()


def test_a_pet_of_both_is_written_once_and_around_if_it_is_with_one(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    rex = storage.people.add_member(ana, REX, NOW)
    storage.people.add_member(ben, rex, NOW)
    ana, ben = storage.people.some([ana.id, ben.id])
    storage.people.mark_gone(ana.household or 0, rex.id, Gone.LEFT, TODAY)
    move = storage.moves.join(ana, ben, NOW, TODAY)
    pets = [one for one in storage.people.members(move.household) if one.species.is_pet]
    assert [(one.name, one.gone) for one in pets] == [("Rex", Gone.NO)]


def test_gifts_count_for_the_household_a_customer_lives_in(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    for key, customer in (("one", ana), ("two", ben)):
        storage.ledger.add(redemption(key, customer=customer.id), NOW)
    home = storage.moves.join(ana, ben, NOW, TODAY).household
    assert {row.household for row in storage.ledger.own(ana.id, home)} == {home}
    ben = storage.people.get(ben.id) or ben
    alone = storage.moves.split(ben, (), (), NOW, TODAY).household
    assert [row.customer for row in storage.ledger.own(ben.id, alone)] == [ben.id]


def test_a_day_goes_where_its_being_goes(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    rex = storage.people.add_member(ana, REX, NOW)
    ana = storage.people.get(ana.id) or ana
    storage.moves.join(ana, ben, NOW, TODAY)
    day = PartialDate(None, 5, 1)
    for _ in range(2):
        storage.people.add_celebration(
            Celebration(ana.id, 0, "Rex", CelebrationKind.BIRTHDAY, day, rex.id)
        )
    ben = storage.people.get(ben.id) or ben
    storage.moves.split(ben, [rex.id], (), NOW, TODAY)
    rows = storage.rows("SELECT customer_id, n FROM celebration ORDER BY n")
    assert rows == [(ben.id, 1), (ben.id, 2)]
