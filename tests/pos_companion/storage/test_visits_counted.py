"""However visits come, move and are taken back, the counters are what counting again gives."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.model.visits import Basket, BasketLine
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import (
    TIME,
    add_customer,
    add_product,
    minutes,
    nothing_kept,
    visit_of,
)

deeds = st.lists(
    st.one_of(
        st.tuples(
            st.just("record"),
            st.integers(0, 40),
            st.lists(
                st.tuples(st.integers(0, 2), st.sampled_from(["1", "2.5", "-1", "0"])), max_size=4
            ),
        ),
        st.tuples(st.just("void"), st.integers(0, 20), st.just([])),
    ),
    max_size=14,
)


@given(deeds)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_deeds_the_counters_are_what_counting_again_gives(
    storage: Storage, deeds: list[tuple[str, int, list[tuple[int, str]]]]
) -> None:
    with nothing_kept(storage):
        ana = add_customer(storage)
        products = [add_product(storage, name) for name in ("Latte", "Bun", "Tea")]
        expected: dict[str, tuple[int, int]] = {}
        recorded: list[str] = []
        for what, number, lines in deeds:
            if what == "record":
                uid = f"v{len(recorded)}"
                basket = Basket(
                    tuple(BasketLine(products[at], Decimal(count)) for at, count in lines)
                )
                visit = replace(visit_of(ana, uid, at=minutes(number)), basket=basket)
                storage.visits.record(visit)
                expected[uid] = (number, len(recorded))
                recorded.append(uid)
            elif recorded:
                uid = recorded[number % len(recorded)]
                storage.visits.void(uid, minutes(60))
                expected.pop(uid, None)
        history = storage.visits.history(ana.id, minutes(10**6), TIME)
        assert [one.uid for one in history] == sorted(expected, key=lambda uid: expected[uid])
        at = [minutes(place) for place, _ in expected.values()]
        first = min((TIME.business_day(one) for one in at), default=None)
        kept = storage.people.get(ana.id)
        assert kept is not None
        assert (kept.visits, kept.first_visit) == (len(at), first)
        assert kept.last_visit == max(at, default=None)
        numbers = storage.rows("SELECT n FROM visit ORDER BY ts, n")
        assert numbers == [(n + 1,) for n in range(len(recorded))]
        assert storage.visits.check() == []


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE customer SET visits = 2", "visit counts"),
        ("UPDATE customer SET last_visit = 0", "visit counts"),
        ("UPDATE customer SET first_visit = NULL", "visit counts"),
        ("UPDATE customer_item SET times = 7", "item counts"),
        ("UPDATE customer_item SET last_ts = 7", "item counts"),
        ("DELETE FROM customer_item", "item counts"),
        ("DELETE FROM visit_line", "item counts"),
        ("UPDATE visit SET voided = 1", "visit counts"),
    ],
)
def test_a_counter_that_is_wrong_is_noticed(storage: Storage, statement: str, what: str) -> None:
    latte = add_product(storage, "Oat latte")
    storage.visits.record(visit_of(add_customer(storage), "one", latte))
    assert storage.visits.check() == []
    storage.rows(statement)
    assert any(what in line for line in storage.visits.check())
