"""Whoever comes at this hour, or came often lately, is at hand before anything is typed."""

from datetime import datetime, timedelta

import pytest

from pos_companion.model.people import Customer
from pos_companion.storage import Storage
from pos_companion.storage.expected import Expected, Window
from tests.pos_companion.storage.records import NOW, add_customer, visit_of


def window(start: datetime, end: datetime) -> Window:
    return int(start.timestamp()), int(end.timestamp())


HOUR = timedelta(hours=1)
LAST_WEEKS = [
    window(NOW - timedelta(weeks=n) - HOUR, NOW - timedelta(weeks=n) + HOUR) for n in (1, 2, 3)
]
LATELY = window(NOW - timedelta(days=21), NOW)


def came(storage: Storage, customer: Customer, *days_ago: float) -> None:
    for days in sorted(days_ago, reverse=True):
        at = NOW - timedelta(days=days)
        storage.visits.record(visit_of(customer, f"{customer.id}-{days}", at=at))


def names(storage: Storage, *words: str, are_whole: bool = False, most: int = 5) -> list[str]:
    found = storage.search.expected.having(words, are_whole, most)
    people = [storage.people.get(one.customer) for one in found]
    return [one.name for one in people if one]


@pytest.fixture
def week(storage: Storage) -> Expected:
    """Maria Kos comes every Saturday at this hour, Maria Ito came once, Marian Oke long ago."""
    ito, kos = add_customer(storage, "Maria Ito"), add_customer(storage, "Maria Kos")
    came(storage, kos, 7, 14, 21)
    came(storage, ito, 14)
    came(storage, add_customer(storage, "Marian Oke"), 200)
    storage.search.settle()
    storage.search.expected.look_ahead("now", LAST_WEEKS, LATELY)
    return storage.search.expected


def test_nobody_is_expected_before_the_time_is_told(storage: Storage) -> None:
    add_customer(storage, "Maria Kos")
    assert not storage.search.expected.is_for("now")
    assert names(storage, "maria") == []


def test_of_many_marias_the_one_of_every_week_stands_first(
    storage: Storage, week: Expected
) -> None:
    assert week.is_for("now")
    assert not week.is_for("later")
    assert names(storage, "mar") == ["Maria Kos", "Maria Ito"]
    assert names(storage, "mar", most=1) == ["Maria Kos"]
    assert names(storage, "ma", "it") == ["Maria Ito"]


def test_a_beginning_is_no_whole_word(storage: Storage, week: Expected) -> None:
    assert names(storage, "mari", are_whole=True) == []
    assert names(storage, "maria", "kos", are_whole=True) == ["Maria Kos"]
    assert names(storage, "maria", "oke") == []


def test_who_came_more_than_once_lately_is_expected_at_any_hour(storage: Storage) -> None:
    came(storage, add_customer(storage, "Ana Kos"), 1.5, 3.5)
    came(storage, add_customer(storage, "Ana Ito"), 2.5)
    storage.search.settle()
    storage.search.expected.look_ahead("now", LAST_WEEKS, LATELY)
    assert names(storage, "ana") == ["Ana Kos"]


def test_who_is_called_otherwise_from_now_on_is_not_met_under_the_old_name(
    storage: Storage, week: Expected
) -> None:
    (kos,) = week.having(["kos"], True, 5)
    week.forget([kos.customer])
    assert names(storage, "kos") == []
    assert names(storage, "maria") == ["Maria Ito"]


def test_a_new_face_is_the_least_likely(storage: Storage, week: Expected) -> None:
    assert week.likely(99, 0, None, None) == 0
    (kos,) = week.having(["kos"], True, 5)
    assert kos.likely > week.having(["ito"], True, 5)[0].likely > 0
