"""What a card looks back on, also for somebody who came more often than it keeps in mind."""

from datetime import date, timedelta

import pytest

from pos_companion.model.people import Customer
from pos_companion.storage import Storage
from pos_companion.storage.history import Beginnings
from tests.pos_companion.storage.records import NOW, TIME, TODAY, add_customer, visit_of

EVER = NOW + timedelta(days=4000)


@pytest.fixture
def ana(storage: Storage) -> Customer:
    """Somebody who came every third day for 140 visits; the last time was today."""
    customer = add_customer(storage)
    with storage.transaction():
        for back in range(139, -1, -1):
            at = NOW - timedelta(days=3 * back)
            storage.visits.record(visit_of(customer, f"v{back}", at=at))
    storage.visits.void("v138", NOW)
    return storage.people.get(customer.id) or customer


def first_day() -> date:
    return TODAY - timedelta(days=3 * 139)


def test_with_few_visits_there_is_nothing_before_them(storage: Storage, ana: Customer) -> None:
    found = storage.visits.look_back(ana.id, EVER, TIME, None)
    assert found.lately == storage.visits.history(ana.id, EVER, TIME)
    assert (found.last_year, found.nth, found.after) == ((), {}, {})


def test_the_days_of_the_first_visits_come_along(storage: Storage, ana: Customer) -> None:
    wanted = Beginnings(first_day(), (1, 3, 20, 500), (30, 365, 4000))
    found = storage.visits.look_back(ana.id, NOW, TIME, wanted)
    assert found.lately == storage.visits.history(ana.id, NOW, TIME)
    # The second visit was taken back: the third that counts is the fourth that was made.
    days = {1: 0, 3: 9, 20: 60}
    assert found.nth == {n: first_day() + timedelta(days=more) for n, more in days.items()}
    assert found.after == {30: first_day() + timedelta(30), 365: first_day() + timedelta(366)}


def test_the_same_weeks_a_year_ago_come_along(storage: Storage, ana: Customer) -> None:
    wanted = Beginnings(first_day(), (), ())
    found = storage.visits.look_back(ana.id, NOW, TIME, wanted)
    away = [(TODAY - visit.day).days for visit in found.last_year]
    assert away == sorted(away, reverse=True)
    assert (away[0], away[-1]) == (381, 348)


def test_nobody_who_never_came_has_a_past(storage: Storage) -> None:
    leo = add_customer(storage, "Leo")
    wanted = Beginnings(TODAY, (3,), (30,))
    assert storage.visits.look_back(leo.id, NOW, TIME, wanted).lately == ()


def test_the_days_of_all_visits_that_count(storage: Storage, ana: Customer) -> None:
    days = storage.visits.days(ana.id, NOW)
    assert (len(days), days[0], days[-1]) == (139, first_day(), TODAY)
    assert storage.visits.days(ana.id, NOW - timedelta(days=3 * 139)) == (first_day(),)


def test_looking_far_back_walks_the_visits_of_one_customer_only(
    storage: Storage, ana: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, tuple[object, ...]]] = []
    real = storage.visits._db.execute_sql

    def noted(sql: str, params: tuple[object, ...] = ()) -> object:
        asked.append((sql, params))
        return real(sql, params)

    monkeypatch.setattr(storage.visits._db, "execute_sql", noted)
    storage.visits.look_back(ana.id, NOW, TIME, Beginnings(first_day(), (3, 8), (30,)))
    monkeypatch.undo()
    (one,) = asked
    plan = [str(step[3]) for step in storage.rows("EXPLAIN QUERY PLAN " + one[0], one[1])]
    reads = [step for step in plan if " visit" in step or step.startswith(("SEARCH v", "SCAN v"))]
    assert reads
    assert all("customer_id=?" in step for step in reads), plan
