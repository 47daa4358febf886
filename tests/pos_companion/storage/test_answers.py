"""What the shop knows when it is asked."""

from dataclasses import replace
from datetime import timedelta

from pos_companion.model.answers import ShopAnswer
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import TODAY, contents

HOURS = ShopAnswer(
    0, "When are you open?", "Eight to six.", "Closed on 1 January.", ("hours", "Öffnung"), TODAY,
    90, "Mia",
)  # fmt: skip
FLOUR = ShopAnswer(
    0, "Do you sell flour?", asked_by="Hanna", asked_on=TODAY, owner="Sam", due=TODAY
)


def test_an_answer_and_a_question_come_back_as_they_were(storage: Storage) -> None:
    hours, flour = storage.answers.put(HOURS), storage.answers.put(FLOUR)
    assert hours == replace(HOURS, id=hours.id)
    assert storage.answers.get(flour.id) == replace(FLOUR, id=flour.id)
    assert storage.answers.all() == [flour, hours]
    assert storage.answers.get(99) is None


def test_one_that_was_taken_out_is_put_back_exactly(storage: Storage) -> None:
    kept = storage.answers.put(HOURS)
    before = contents(storage)
    storage.answers.drop(kept.id)
    assert storage.answers.all() == []
    storage.answers.put(kept)
    assert contents(storage) == before


def test_only_what_somebody_finds_out_waits_and_the_first_due_stands_first(
    storage: Storage,
) -> None:
    storage.answers.put(HOURS)
    later = storage.answers.put(replace(FLOUR, due=TODAY + timedelta(days=3)))
    doubted = storage.answers.put(replace(HOURS, owner="Sam", due=TODAY, doubt="it was shut"))
    assert storage.answers.waiting(5) == [doubted, later]
    assert storage.answers.waiting(1) == [doubted]


def test_the_words_are_folded_and_change_with_the_answer(storage: Storage) -> None:
    kept = storage.answers.put(HOURS)
    (words,) = storage.answers.all_in_words()
    assert words.named == " when are you open hours offnung "
    assert words.told == " eight to six closed on 1 january "
    storage.answers.put(replace(kept, question="Opening hours?"))
    (words,) = storage.answers.all_in_words()
    assert words.named.startswith(" opening hours")
