"""What tells the tills of a shop whose copies are out of date."""

import pytest

from pos_companion.storage import Storage
from pos_companion.storage.found_anew import EVERYBODY, FoundAnew
from tests.pos_companion.storage.records import NOW


@pytest.fixture
def engine() -> str:
    return "postgresql"


def test_a_note_has_the_number_of_its_time_and_each_person_the_latest(storage: Storage) -> None:
    news = FoundAnew(storage.db)
    assert news.heads()[:3] == (0, "", 0)
    news.note([7, 8])
    news.note([7])
    assert news.heads().change == 2
    assert news.since(0, 9) == [(8, 1), (7, 2)]
    assert news.since(0, 1) == [(8, 1)]
    assert news.since(1, 9) == [(7, 2)]
    assert news.since(2, 9) == []


def test_who_is_noted_twice_in_one_deed_has_one_number(storage: Storage) -> None:
    news = FoundAnew(storage.db)
    with storage.transaction():
        news.note([7])
        news.note([8, 7, 8])
    assert news.since(0, 9) == [(7, 1), (8, 2)]


def test_everybody_can_be_noted_at_once(storage: Storage) -> None:
    news = FoundAnew(storage.db)
    news.note_everybody()
    assert news.since(0, 9) == [(EVERYBODY, 1)]


def test_whether_a_deed_is_still_what_it_was_is_told_with_it(storage: Storage) -> None:
    news = FoundAnew(storage.db)
    storage.audit.note(NOW, "Mia", "visit")
    head = news.heads()
    assert (head.deed, head.seal) == storage.audit.head()
    assert (head.known, news.heads(1).known, news.heads(2).known) == ("", head.seal, "")
