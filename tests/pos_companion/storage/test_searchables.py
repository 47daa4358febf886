"""What customers are found by is read from their details, their household and their past."""

from pos_companion.model.consent import Consent, ConsentKind
from pos_companion.model.people import HouseholdMember, Species
from pos_companion.storage import Storage
from pos_companion.storage.searchables import all_customers, entries, in_order_of_visits
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, minutes, visit_of

BISCUIT = HouseholdMember(0, "Biscuit", species=Species.CAT)


def test_somebody_is_found_by_their_own_details(storage: Storage) -> None:
    ana = add_customer(
        storage, "Ana Kos", call_name="Anny", description="red pram", phone="+491701234567",
        email="ana@example.org", card="Card-7", source="square", source_id="A-1",
    )  # fmt: skip
    (entry,) = entries(storage.db, [ana.id])
    assert entry.words == ("Ana Kos", "Anny", "red pram")
    assert (entry.phone, entry.email) == ("+491701234567", "ana@example.org")
    assert (entry.card, entry.source_id) == ("Card-7", "A-1")
    assert (entry.around, entry.also) == ((), ())


def test_somebody_is_found_by_the_pet_but_not_twice_by_themselves(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    storage.people.add_member(ana, BISCUIT, NOW)
    settled = storage.people.get(ana.id)
    assert settled is not None
    storage.people.add_member(settled, HouseholdMember(0, "Ana", customer=ana.id), NOW)
    (entry,) = entries(storage.db, [ana.id])
    assert entry.around == ("Biscuit",)


def test_who_does_not_want_the_family_remembered_is_not_found_by_it(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    ben = add_customer(storage, "Ben Ito", remember=False)
    for one in (ana, ben):
        storage.people.add_member(one, BISCUIT, NOW)
    assert [one.around for one in entries(storage.db, [ben.id])] == [()]
    assert [one.around for one in entries(storage.db, [ana.id])] == [("Biscuit",)]
    storage.consents.put(Consent(ana.id, ConsentKind.FAMILY, False, TODAY))
    assert [one.around for one in entries(storage.db, [ana.id])] == [()]


def test_the_forgotten_are_left_out(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana Kos"), add_customer(storage, "Ben Ito")
    storage.rows("UPDATE customer SET erased = 1 WHERE id = ?", (ana.id,))
    both = [ana.id, ben.id]
    assert [one.customer for one in entries(storage.db, both)] == [ben.id]
    assert all_customers(storage.db) == in_order_of_visits(storage.db, both) == [ben.id]


def test_who_came_last_is_told_last(storage: Storage) -> None:
    ana, ben, cleo = (add_customer(storage, name) for name in ("Ana", "Ben", "Cleo"))
    storage.visits.record(visit_of(ana, "later", at=minutes(5)))
    storage.visits.record(visit_of(cleo, "sooner"))
    wanted = [ben.id, cleo.id, ana.id]
    assert all_customers(storage.db) == wanted
    assert in_order_of_visits(storage.db, [cleo.id, ana.id]) == [cleo.id, ana.id]
    assert [one.customer for one in entries(storage.db, sorted(wanted))] == wanted
