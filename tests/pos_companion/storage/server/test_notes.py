"""The server notes whose row was changed, by whatever way."""

from dataclasses import replace

import psycopg
import pytest

from pos_companion.model.consent import Consent, ConsentKind
from pos_companion.model.people import HouseholdMember, Species
from pos_companion.servers import Server
from pos_companion.storage import Storage
from pos_companion.storage.found_anew import FoundAnew
from pos_companion.storage.server.notes import are_made, make_notes
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, visit_of


def noted(storage: Storage) -> list[int]:
    """Who was noted since this was asked last; nobody has a number again."""
    found = [customer for customer, _ in FoundAnew(storage.db).since(0, 99)]
    storage.rows("DELETE FROM found_anew WHERE n < (SELECT max(n) FROM found_anew)")
    storage.rows("UPDATE found_anew SET customer_id = -1 - n")
    return [one for one in found if one > 0]


def test_whatever_changes_what_is_shown_of_somebody_notes_them(here: Storage) -> None:
    ana, ben = add_customer(here, "Ana Kos"), add_customer(here, "Ben Ito")
    assert noted(here) == [ana.id, ben.id]
    here.visits.record(visit_of(ana, "first"))
    assert noted(here) == [ana.id]
    here.consents.put(Consent(ben.id, ConsentKind.HEALTH, False, TODAY, ""))
    assert noted(here) == [ben.id]
    here.people.add_member(ana, HouseholdMember(0, "Rex", species=Species.DOG), NOW)
    assert noted(here) == [ana.id]
    here.rows("UPDATE household_member SET name = 'Max' WHERE name = 'Rex'")
    assert noted(here) == [ana.id]
    here.people.remove(ben.id)
    assert noted(here) == [ben.id]


def test_a_product_or_a_setting_is_nobodys(here: Storage) -> None:
    here.settings.put("any", "thing")
    assert noted(here) == []


def test_who_changed_twice_in_one_deed_is_noted_once(here: Storage) -> None:
    ana = add_customer(here, "Ana Kos")
    ben = add_customer(here, "Ben Ito")
    with here.transaction():
        here.people.change(replace(ana, name="Anna Kos"), NOW)
        here.people.change(replace(ben, name="Benno Ito"), NOW)
        before = FoundAnew(here.db).since(0, 9)
        here.visits.record(visit_of(ana, "first"))
        assert FoundAnew(here.db).since(0, 9) == before


def test_what_is_changed_by_hand_waits_for_the_deed_that_is_being_done(
    here: Storage, address: Server
) -> None:
    ana, ben = add_customer(here, "Ana Kos"), add_customer(here, "Ben Ito")
    change = "UPDATE customer SET name = 'Anna' WHERE id = %s"
    with psycopg.connect(address.url, password=address.password or None) as hand:
        hand.execute("SET lock_timeout = '50ms'")
        with here.transaction():
            here.people.change(replace(ben, name="Benno"), NOW)
            with pytest.raises(psycopg.errors.LockNotAvailable):
                hand.execute(change, (ana.id,))
        hand.rollback()
        noted(here)
        hand.execute(change, (ana.id,))
        hand.commit()
    assert noted(here) == [ana.id]


def test_records_of_an_older_version_come_to_be_noted(here: Storage) -> None:
    assert are_made(here.db)
    here.rows("DROP TRIGGER noted_anew_1 ON consent")
    assert not are_made(here.db)
    make_notes(here.db)
    assert are_made(here.db)
