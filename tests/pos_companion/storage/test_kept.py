from datetime import date

from pos_companion.model.consent import Consent, ConsentKind
from pos_companion.model.people import HouseholdMember
from pos_companion.storage import Storage
from pos_companion.storage.kept import tables_about_people
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, add_product, visit_of


def test_every_row_of_a_person_is_found_in_whichever_table_it_lies(storage: Storage) -> None:
    ana, other = add_customer(storage, "Ana", phone="+49301234"), add_customer(storage, "Bo")
    rex = storage.people.add_member(ana, HouseholdMember(0, "Rex", "dog"), NOW)
    for one in (ana, other):
        storage.visits.record(
            visit_of(one, f"visit-{one.id}", add_product(storage, f"Tea {one.id}"))
        )
    storage.consents.put(Consent(ana.id, ConsentKind.PHOTO, True, TODAY, "Mia"))
    storage.audit.note(NOW, "Mia", "add_customer", customer=ana.id)
    storage.audit.note(NOW, "Mia", "add_customer", customer=other.id)
    found = storage.kept.about(ana.id)
    assert [row["name"] for row in found["customer"]] == ["Ana"]
    assert [row["being_id"] for row in found["household_member"]] == [rex.id]
    assert [row["product"] for row in found["visit_line"]] == [f"Tea {ana.id}"]
    assert found["consent"][0]["day"] == TODAY
    assert found["visit"][0]["ts"] == NOW
    assert [row["deed"] for row in found["audit"]] == ["add_customer"]
    assert isinstance(found["visit"][0]["day"], date)


def test_of_somebody_unknown_nothing_is_kept(storage: Storage) -> None:
    add_customer(storage)
    assert not any(storage.kept.about(404).values())


def test_the_tables_about_people_are_known_with_all_their_columns(storage: Storage) -> None:
    tables = tables_about_people()
    assert {"customer", "household_member", "visit", "remark", "consent", "merge"} <= set(tables)
    assert "phone" in tables["customer"]
    assert "staff" not in tables
