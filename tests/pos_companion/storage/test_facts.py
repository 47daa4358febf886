"""What customers told us, as it lies in the records."""

from dataclasses import replace
from datetime import timedelta

from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import TODAY, contents

FACT = Fact(
    customer=7,
    n=0,
    kind=FactKind.TENDER,
    text="Her mother is ill",
    discretion=Discretion.LOCKED,
    about=3,
    subject="",
    heard_by="Ben",
    heard_on=TODAY,
    told_by="her sister",
    used_on=TODAY,
    until=TODAY + timedelta(days=90),
)


def test_all_that_is_known_of_a_fact_comes_back(storage: Storage) -> None:
    kept = storage.care.add_fact(FACT)
    assert storage.care.fact(7, 1) == kept == replace(FACT, n=1)
    assert storage.care.fact(7, 2) is None


def test_a_fact_that_is_wrong_is_closed_and_the_history_keeps_it(storage: Storage) -> None:
    kept = storage.care.add_fact(FACT)
    wrong = replace(kept, wrong_by="Mia", wrong_on=TODAY)
    storage.care.keep_fact(wrong)
    assert storage.care.open_remarks(7).facts == ()
    assert storage.care.all_facts(7) == (wrong,)


def test_put_back_it_is_as_it_was_to_the_letter(storage: Storage) -> None:
    plain = storage.care.add_fact(Fact(7, 0, FactKind.NOTE, "Plays chess"))
    before = contents(storage)
    storage.care.keep_fact(replace(plain, used_on=TODAY, wrong_by="Mia", wrong_on=TODAY))
    assert contents(storage) != before
    storage.care.keep_fact(plain)
    assert contents(storage) == before
