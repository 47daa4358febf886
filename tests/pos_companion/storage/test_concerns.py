"""What we owe, and what happened until it was put right."""

from dataclasses import replace
from datetime import timedelta

from pos_companion.model.care import Channel, Concern, Update, UpdateKind
from pos_companion.storage import Storage
from pos_companion.storage.tables import StaffRow
from tests.pos_companion.storage.records import TODAY, contents

CONCERN = Concern(
    7, 1, "Sour milk", "a fresh one", "Mia", TODAY, TODAY - timedelta(days=4), "Sorry"
)
LOG = (
    Update(UpdateKind.OPENED, TODAY, "Mia", "a fresh one", until=TODAY),
    Update(UpdateKind.HANDED, TODAY, "Mia", "on holiday", to="Sam"),
    Update(UpdateKind.NEWS, TODAY, "Sam", "asked the dairy", told=Channel.PHONE),
)
WHOLE = replace(
    CONCERN, owner="Sam", first_owner="Mia", next_update_due=TODAY, is_question=True, log=LOG
)


def test_a_concern_comes_back_with_everything_that_happened(storage: Storage) -> None:
    assert storage.concerns.add(WHOLE) == WHOLE
    assert storage.concerns.get(7, 1) == WHOLE
    assert storage.care.open_remarks(7)[2] == (WHOLE,)
    assert storage.concerns.get(7, 2) is None


def test_one_of_an_older_version_is_read_and_written_as_it_was(storage: Storage) -> None:
    storage.db.execute_sql(
        "INSERT INTO remark (customer_id, kind, n, is_open, due, discretion, author, heard_on, "
        "text, body) VALUES (7, 'concern', 1, TRUE, ?, 'know', 'Mia', ?, 'Sour milk', ?)",
        (TODAY.toordinal(), TODAY.toordinal() - 4, '{"promise": "a fresh one", "words": "Sorry"}'),
    )
    before = contents(storage)
    found = storage.concerns.get(7, 1)
    assert found == CONCERN
    storage.concerns.put(replace(CONCERN, closed_on=TODAY, log=LOG))
    assert contents(storage) != before
    storage.concerns.put(found)
    assert storage.rows("SELECT body FROM remark") == [
        ('{"promise":"a fresh one","words":"Sorry"}',)
    ]
    assert storage.concerns.get(7, 1) == CONCERN


def test_one_that_was_closed_before_closing_days_were_kept_is_closed(storage: Storage) -> None:
    storage.concerns.add(CONCERN)
    storage.db.execute_sql("UPDATE remark SET is_open = FALSE")
    found = storage.concerns.get(7, 1)
    assert found is not None
    assert found.closed_on == CONCERN.opened_on
    assert storage.care.open_remarks(7)[2] == ()


def test_what_was_put_right_is_read_with_the_card_and_is_not_owed(storage: Storage) -> None:
    storage.concerns.add(CONCERN)
    storage.concerns.put(replace(CONCERN, closed_on=TODAY))
    assert storage.care.open_remarks(7)[2] == (replace(CONCERN, closed_on=TODAY),)
    assert storage.concerns.owed(TODAY, 5) == []


def test_numbers_go_on_and_one_taken_back_was_never_written(storage: Storage) -> None:
    storage.concerns.add(CONCERN)
    before = contents(storage)
    second = storage.concerns.add(replace(CONCERN, title="Stale bun"))
    assert second.n == 2
    storage.concerns.drop(second)
    assert contents(storage) == before


def test_the_board_names_what_is_due_most_overdue_first(storage: Storage) -> None:
    for customer, days in ((1, 0), (2, -3), (3, 1), (4, -9)):
        due = TODAY + timedelta(days=days)
        storage.concerns.add(replace(CONCERN, customer=customer, due=due))
    storage.concerns.put(replace(CONCERN, customer=4, due=TODAY, closed_on=TODAY))
    assert [one.customer for one in storage.concerns.owed(TODAY, 5)] == [2, 1]
    assert [one.customer for one in storage.concerns.owed(TODAY, 1)] == [2]
    assert storage.concerns.owed(TODAY, 5)[1] == replace(CONCERN, customer=1, due=TODAY)


def test_the_board_names_whom_we_have_to_tell_how_it_stands(storage: Storage) -> None:
    later = TODAY + timedelta(days=9)
    storage.concerns.add(replace(CONCERN, due=later, next_update_due=TODAY))
    storage.concerns.add(replace(CONCERN, due=later, next_update_due=TODAY + timedelta(days=1)))
    assert [one.n for one in storage.concerns.owed(TODAY, 5)] == [1]


def test_those_who_look_after_something_can_be_asked_again(storage: Storage) -> None:
    for owner in ("Mia", "Sam", "Sam"):
        storage.concerns.add(replace(CONCERN, owner=owner))
    assert storage.concerns.colleagues() == ["Sam", "Mia"]
    StaffRow.insert(name="Zoe").execute()
    StaffRow.insert(name="Who left", active=False).execute()
    assert storage.concerns.colleagues() == ["Zoe", "Sam", "Mia"]
