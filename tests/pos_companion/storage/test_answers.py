"""What the shop knows when it is asked."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from pos_companion.model.answers import ShopAnswer
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import TODAY, add_customer, contents, key_for

HOURS = ShopAnswer(
    0, "When are you open?", "Eight to six.", "Closed on 1 January.", ("hours", "Öffnung"), TODAY,
    90, "Mia",
)  # fmt: skip
FLOUR = ShopAnswer(
    0, "Do you sell flour?", asked_by="Hanna", asked_on=TODAY, owner="Sam", due=TODAY
)


def everything(storage: Storage) -> list[ShopAnswer]:
    return [one.answer for one in storage.answers.all_in_words()]


def test_an_answer_and_a_question_come_back_as_they_were(storage: Storage) -> None:
    hours, flour = storage.answers.put(HOURS), storage.answers.put(FLOUR)
    assert hours == replace(HOURS, id=hours.id)
    assert storage.answers.get(flour.id) == replace(FLOUR, id=flour.id)
    assert everything(storage) == [flour, hours]
    assert storage.answers.get(99) is None


def test_one_that_was_taken_out_is_put_back_exactly(storage: Storage) -> None:
    kept = storage.answers.put(HOURS)
    before = contents(storage)
    storage.answers.drop(kept.id)
    assert everything(storage) == []
    storage.answers.put(kept)
    assert contents(storage) == before


def test_a_store_from_before_there_were_answers_gets_the_table_and_keeps_the_rest(
    tmp_path: Path,
) -> None:
    old = Storage.open(tmp_path, key_for)
    add_customer(old, "Ana Kos")
    before = contents(old, "answer")
    old.db.execute_sql("DROP TABLE answer")
    old.db.execute_sql("DELETE FROM schema_migration WHERE name = '0004_answers'")
    old.close()
    new = Storage.open(tmp_path, key_for)
    assert contents(new, "answer", "schema_migration") == {
        table: rows for table, rows in before.items() if table != "schema_migration"
    }
    assert new.answers.put(HOURS).id
    new.close()


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
