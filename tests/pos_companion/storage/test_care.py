"""What customers told us, what we owe them, what is worth asking."""

from dataclasses import replace
from datetime import timedelta

from pos_companion.model.care import Concern, Thread
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.storage import Storage
from pos_companion.storage.care import Remarks
from tests.pos_companion.storage.records import TODAY, contents

FACT = Fact(
    customer=7,
    n=0,
    kind=FactKind.ALLERGY,
    text="Mia must not have peanuts",
    discretion=Discretion.LOCKED,
    about=3,
    subject="peanut",
    heard_by="Ben",
    heard_on=TODAY,
    confirmed_on=TODAY - timedelta(days=1),
)
THREAD = Thread(7, 1, "How was Lisbon?", "Mia", TODAY, TODAY + timedelta(days=10))
CONCERN = Concern(
    7, 1, "Sour milk", "a fresh one", "Mia", TODAY, TODAY - timedelta(days=4), "Sorry"
)


def test_what_was_told_comes_back_with_who_may_know_it(storage: Storage) -> None:
    kept = storage.care.add_fact(FACT)
    assert kept == replace(FACT, n=1)
    assert storage.care.open_remarks(7) == Remarks(facts=(kept,))


def test_facts_come_newest_first(storage: Storage) -> None:
    kept = [storage.care.add_fact(replace(FACT, text=text)) for text in ("first", "second")]
    assert storage.care.open_remarks(7)[0] == (kept[1], kept[0])


def test_each_sort_of_remark_is_counted_on_its_own(storage: Storage) -> None:
    storage.care.add_fact(FACT)
    storage.care.add_thread(THREAD)
    storage.concerns.add(CONCERN)
    facts, threads, concerns, *_ = storage.care.open_remarks(7)
    assert [one.n for one in facts] == [1]
    assert threads == (THREAD,)
    assert concerns == (CONCERN,)
    assert storage.care.open_remarks(8) == Remarks()


def test_questions_and_debts_come_by_their_day(storage: Storage) -> None:
    for days in (5, 1, 3):
        day = TODAY + timedelta(days=days)
        storage.care.add_thread(replace(THREAD, ask_from=day))
        storage.concerns.add(replace(CONCERN, due=day))
    _, threads, concerns, *_ = storage.care.open_remarks(7)
    assert [one.n for one in threads] == [2, 3, 1]
    assert [one.n for one in concerns] == [2, 3, 1]


def test_what_is_closed_is_gone_and_can_be_opened_again(storage: Storage) -> None:
    storage.concerns.add(CONCERN)
    assert storage.care.set_open(7, "concern", 1, False)
    assert storage.care.open_remarks(7)[2] == ()
    assert not storage.care.set_open(7, "concern", 1, False)
    assert storage.care.set_open(7, "concern", 1, True)
    assert storage.care.open_remarks(7)[2] == (CONCERN,)
    assert not storage.care.set_open(7, "concern", 2, False)
    assert not storage.care.set_open(8, "concern", 1, False)


def test_a_closed_remark_keeps_its_number(storage: Storage) -> None:
    storage.concerns.add(CONCERN)
    storage.care.set_open(7, "concern", 1, False)
    storage.concerns.add(CONCERN)
    assert [one.n for one in storage.care.open_remarks(7)[2]] == [2]


def test_a_remark_taken_back_was_never_written(storage: Storage) -> None:
    before = contents(storage)
    storage.care.add_fact(FACT)
    storage.care.drop(7, "fact", 1)
    assert contents(storage) == before
