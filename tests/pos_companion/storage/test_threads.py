"""What to ask about, and what was asked."""

from dataclasses import replace
from datetime import timedelta

from pos_companion.model.care import Thread
from pos_companion.model.facts import Discretion
from pos_companion.model.prompts import Asked, Outcome
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import TODAY, contents

LISBON = Thread(
    7, 0, "How was Lisbon?", "Mia", TODAY, TODAY + timedelta(days=8), about=3, starts=TODAY,
    ends=TODAY + timedelta(days=7), discretion=Discretion.SAY,
)  # fmt: skip
BIRTHDAY = Asked(7, 0, "day:birthday:self", Outcome.LATER, TODAY, 3, "Mia")


def test_a_thread_comes_back_with_its_days_and_whom_it_is_about(storage: Storage) -> None:
    kept = storage.care.add_thread(LISBON)
    assert kept == replace(LISBON, n=1)
    assert storage.care.thread(7, 1) == kept
    assert storage.care.open_remarks(7).threads == (kept,)


def test_a_thread_written_before_it_had_days_is_read_as_ever(storage: Storage) -> None:
    storage.care.add_thread(LISBON)
    storage.db.execute_sql("UPDATE remark SET body = '{}', about = NULL, discretion = 'know'")
    plain = Thread(7, 1, "How was Lisbon?", "Mia", TODAY, TODAY + timedelta(days=8))
    assert storage.care.open_remarks(7).threads == (plain,)


def test_a_thread_that_was_asked_is_closed_and_opens_again_as_it_was(storage: Storage) -> None:
    kept = storage.care.add_thread(LISBON)
    before = contents(storage)
    asked = replace(kept, asked_on=TODAY, mood=Outcome.WELL)
    storage.care.change_thread(asked)
    assert storage.care.open_remarks(7).threads == ()
    assert storage.care.thread(7, 1) == asked
    storage.care.change_thread(kept)
    assert contents(storage) == before


def test_of_each_question_only_the_latest_asking_is_open(storage: Storage) -> None:
    storage.care.add_asked(BIRTHDAY)
    other = storage.care.add_asked(replace(BIRTHDAY, key="call_name"))
    again = storage.care.add_asked(replace(BIRTHDAY, outcome=Outcome.DECLINED))
    assert storage.care.open_remarks(7).asked == (again, other)
    assert again.n == 3
    assert storage.care.asked(7, 3) == again


def test_taken_back_the_asking_before_it_counts_again(storage: Storage) -> None:
    storage.care.add_asked(BIRTHDAY)
    before = contents(storage)
    storage.care.drop_asked(storage.care.add_asked(replace(BIRTHDAY, outcome=Outcome.DECLINED)))
    assert contents(storage) == before
    assert storage.care.asked(7, 2) is None


def test_nothing_is_known_of_what_was_never_written(storage: Storage) -> None:
    assert storage.care.thread(7, 1) is None
    assert storage.care.asked(7, 1) is None
