"""What tells the other tills who is found by something else."""

import pytest

from pos_companion.storage import Storage
from pos_companion.storage.found_anew import FoundAnew
from tests.pos_companion.storage.records import NOW, add_customer


@pytest.fixture
def engine() -> str:
    return "postgresql"


def test_a_note_has_the_number_of_its_time_and_each_person_the_latest(storage: Storage) -> None:
    news = FoundAnew(storage.db)
    assert news.heads() == (0, 0)
    news.note([7, 8])
    news.note([7])
    storage.audit.note(NOW, "Mia", "visit")
    assert news.heads() == (1, 3)
    assert news.since(0) == [(8, 2), (7, 3)]
    assert news.since(2) == [(7, 3)]
    assert news.since(3) == []


def test_everybody_can_be_noted_at_once(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    news = FoundAnew(storage.db)
    before = news.heads().change
    news.note_everybody()
    assert [customer for customer, _ in news.since(before)] == [ana.id, ben.id]
