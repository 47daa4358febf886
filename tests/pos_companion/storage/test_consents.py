from dataclasses import replace

from pos_companion.model.consent import Consent, ConsentKind
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import TODAY, add_customer

HEALTH, FAMILY = ConsentKind.HEALTH, ConsentKind.FAMILY


def test_an_answer_is_kept_with_its_day_and_who_asked(storage: Storage) -> None:
    ana = add_customer(storage)
    asked = Consent(ana.id, HEALTH, True, TODAY, "Mia")
    storage.consents.put(asked)
    assert storage.consents.of(ana.id) == (asked,)
    later = replace(asked, answer=False, asked_by="Sam")
    storage.consents.put(later)
    assert storage.consents.of(ana.id) == (later,)


def test_without_an_answer_nothing_stays(storage: Storage) -> None:
    ana = add_customer(storage)
    storage.consents.put(Consent(ana.id, HEALTH, True, TODAY))
    storage.consents.put(Consent(ana.id, HEALTH))
    assert storage.consents.of(ana.id) == ()


def test_a_kind_of_a_newer_version_is_passed_over(storage: Storage) -> None:
    ana = add_customer(storage)
    storage.db.execute_sql("INSERT INTO consent VALUES (?, 'hologram', TRUE, 1, '')", (ana.id,))
    assert storage.consents.of(ana.id) == ()


def test_a_customer_brings_along_what_they_refused(storage: Storage) -> None:
    ana = add_customer(storage)
    storage.consents.put(Consent(ana.id, HEALTH, False, TODAY))
    storage.consents.put(Consent(ana.id, FAMILY, False, TODAY))
    storage.consents.put(Consent(ana.id, ConsentKind.PHOTO, True, TODAY))
    for customer in (storage.people.get(ana.id), *storage.people.some([ana.id])):
        assert customer is not None
        assert customer.refused == {"health", "family"}


def test_a_taken_back_addition_takes_its_answers_along(storage: Storage) -> None:
    ana = add_customer(storage)
    storage.consents.put(Consent(ana.id, HEALTH, True, TODAY))
    storage.people.remove(ana.id)
    assert storage.consents.of(ana.id) == ()
    assert add_customer(storage, "Bo").refused == frozenset()
