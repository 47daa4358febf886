"""Who lives with whom, once two records of one person are one."""

from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.storage import Storage
from pos_companion.storage.homes import Homes, together, told
from pos_companion.storage.turns import Turns
from tests.pos_companion.storage.records import NOW, add_customer, contents


def at_home(storage: Storage, customer: Customer, *names: str) -> Customer:
    """Give somebody a household with dogs in it, and a place of their own among them."""
    for name in names:
        fresh = storage.people.get(customer.id) or customer
        own = name == customer.name
        species = Species.PERSON if own else Species.DOG
        member = HouseholdMember(0, name, "" if own else "dog", species)
        member = HouseholdMember(**{**vars(member), "customer": customer.id if own else None})
        storage.people.add_member(fresh, member, NOW)
    return storage.people.get(customer.id) or customer


def settled(
    storage: Storage, keep: Customer, away: Customer, at_theirs: bool = False, **pets: int
) -> tuple[Homes, Turns]:
    turns = Turns(storage.db)
    rows = {row["id"]: row for row in turns.rows("customer", "id IN (?, ?)", (keep.id, away.id))}
    homes = Homes(turns, rows[keep.id], rows[away.id])
    if at_theirs:
        homes.live_with_the_other()
    homes.settle({pets["goes"]: pets["stays"]} if pets else {})
    return homes, turns


def names(storage: Storage, household: int | None) -> list[str]:
    return [member.name for member in storage.people.members(household)]


def test_whoever_lives_nowhere_lives_where_the_other_record_did(storage: Storage) -> None:
    ana = add_customer(storage, "Ana")
    anna = at_home(storage, add_customer(storage, "Anna"), "Rex")
    homes, _ = settled(storage, ana, anna)
    assert (homes.home, homes.left) == (anna.household, None)


def test_a_household_nobody_else_lives_in_becomes_part_of_the_other(storage: Storage) -> None:
    ana = at_home(storage, add_customer(storage, "Ana"), "Ana", "Rex")
    anna = at_home(storage, add_customer(storage, "Anna"), "Anna", "Miso")
    before = contents(storage)
    homes, turns = settled(storage, ana, anna)
    assert homes.home == ana.household
    assert names(storage, ana.household) == ["Ana", "Rex", "Miso"]
    assert names(storage, anna.household) == []
    assert homes.names.household == {anna.household: ana.household}
    turns.take_back(turns.made)
    assert contents(storage) == before


def test_a_household_of_others_stays_and_the_person_stays_its_member(storage: Storage) -> None:
    ana = at_home(storage, add_customer(storage, "Ana"), "Ana", "Rex")
    anna = at_home(storage, add_customer(storage, "Anna"), "Anna", "Miso")
    tom = add_customer(storage, "Tom", household=anna.household)
    homes, _ = settled(storage, ana, anna)
    assert names(storage, ana.household) == ["Ana", "Rex"]
    assert names(storage, anna.household) == ["Anna", "Miso"]
    assert storage.people.members(anna.household)[0].customer == ana.id
    assert storage.people.members(anna.household)[0].id == homes.being
    assert homes.others() == [tom.id]
    assert homes.names.household == {}


def test_they_may_live_in_the_household_of_the_record_that_goes(storage: Storage) -> None:
    ana = at_home(storage, add_customer(storage, "Ana"), "Rex")
    anna = at_home(storage, add_customer(storage, "Anna"), "Miso")
    homes, _ = settled(storage, ana, anna, at_theirs=True)
    assert homes.home == anna.household
    assert names(storage, anna.household) == ["Miso", "Rex"]


def test_one_pet_on_both_records_stands_there_once_with_all_that_is_told(storage: Storage) -> None:
    ana = at_home(storage, add_customer(storage, "Ana"), "Rex")
    anna = at_home(storage, add_customer(storage, "Anna"), "Rex")
    (mine,), (theirs,) = (storage.people.members(one.household) for one in (ana, anna))
    storage.db.execute_sql(
        "UPDATE household_member SET say_as = 'REX' WHERE being_id = ?", [theirs.id]
    )
    settled(storage, ana, anna, goes=theirs.id, stays=mine.id)
    (rex,) = storage.people.members(ana.household)
    assert (rex.id, rex.name, rex.say_as) == (mine.id, "Rex", "REX")


def test_a_row_gains_what_only_the_other_tells_and_a_yes_stays_a_yes() -> None:
    mine = {"name": "Ana", "say_as": "", "gone": 0, "tags": "[]", "n": 1}
    theirs = {"name": "Anna", "say_as": "AH-na", "gone": 1, "tags": '["a"]', "n": 2}
    gained = {"name": "Ana", "say_as": "AH-na", "gone": 1, "tags": '["a"]', "n": 1}
    assert together(mine, theirs) == gained
    assert [value for value in (None, 0, "", "[]", "x", 3) if told(value)] == ["x", 3]
