from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.storage import Storage
from pos_companion.storage.places import carry, places, put_in_order
from tests.pos_companion.storage.records import (
    add_customer,
    add_product,
    minutes,
    nothing_kept,
    visit_of,
)


def add_visits(storage: Storage, customer: int, *at: tuple[str, datetime]) -> None:
    tea = storage.catalogue.named("Tea", "EUR") or add_product(storage, "Tea")
    for uid, instant in at:
        storage.visits.record(visit_of(customer, uid, tea, at=instant))


def test_visits_of_two_stand_in_the_order_of_time(storage: Storage) -> None:
    ana, bea = add_customer(storage, "Ana"), add_customer(storage, "Bea")
    add_visits(storage, ana.id, ("a1", minutes(1)), ("a2", minutes(5)))
    add_visits(storage, bea.id, ("b1", minutes(0)), ("b2", minutes(5)), ("b3", minutes(9)))
    carry(storage.db, ["b1", "b2", "b3"], bea.id, ana.id)
    for one in (ana, bea):
        put_in_order(storage.db, one.id, {})
    assert places(storage.db, ana.id) == {"b1": 1, "a1": 2, "a2": 3, "b2": 4, "b3": 5}
    assert places(storage.db, bea.id) == {}
    assert storage.visits.get("b2").basket.lines[0].product.name == "Tea"  # type: ignore[union-attr]
    assert storage.check() == []


def test_numbers_are_had_again_and_what_is_new_stands_between(storage: Storage) -> None:
    ana = add_customer(storage, "Ana")
    add_visits(storage, ana.id, ("one", minutes(1)), ("new", minutes(2)), ("two", minutes(3)))
    put_in_order(storage.db, ana.id, {"one": 4, "two": 5})
    assert places(storage.db, ana.id) == {"one": 4, "new": 5, "two": 6}
    ((next_n,),) = storage.rows("SELECT next_n FROM customer")
    assert next_n == 7


def test_the_next_number_is_never_smaller_than_it_was(storage: Storage) -> None:
    ana = add_customer(storage, "Ana")
    add_visits(storage, ana.id, ("one", minutes(1)))
    put_in_order(storage.db, ana.id, {}, 12)
    add_visits(storage, ana.id, ("two", minutes(2)))
    assert places(storage.db, ana.id) == {"one": 1, "two": 12}


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    times=st.lists(st.integers(0, 5), max_size=8),
    wanted=st.dictionaries(st.integers(0, 8), st.integers(1, 20)),
)
def test_whatever_is_wanted_the_order_of_time_holds(
    storage: Storage, times: list[int], wanted: dict[int, int]
) -> None:
    with nothing_kept(storage):
        ana = add_customer(storage, "Ana")
        add_visits(storage, ana.id, *((f"v{at}", minutes(time)) for at, time in enumerate(times)))
        put_in_order(storage.db, ana.id, {f"v{at}": n for at, n in wanted.items()})
        rows = storage.rows("SELECT ts FROM visit WHERE customer_id = ? ORDER BY n", [ana.id])
        assert [ts for (ts,) in rows] == sorted(ts for (ts,) in rows)
        assert len(rows) == len(times)
        assert storage.visits.check() == []
