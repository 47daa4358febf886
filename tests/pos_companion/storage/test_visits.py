"""Visits in the order of time, with counters that are never wrong."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import peewee
import pytest

from pos_companion.model.money import Money
from pos_companion.model.people import Customer
from pos_companion.model.visits import Basket, BasketLine, Product, VisitKind
from pos_companion.storage import Storage
from pos_companion.storage.history import KEPT_IN_MIND
from tests.pos_companion.storage.records import (
    NOW,
    TIME,
    TODAY,
    add_customer,
    add_product,
    contents,
    minutes,
    visit_of,
)

EVER = minutes(10**6)


@pytest.fixture
def ana(storage: Storage) -> Customer:
    return add_customer(storage)


@pytest.fixture
def latte(storage: Storage) -> Product:
    return add_product(storage, "Oat latte")


@pytest.fixture
def bun(storage: Storage) -> Product:
    return add_product(storage, "Cinnamon bun")


def history(storage: Storage, customer: Customer) -> list[str]:
    return [visit.uid for visit in storage.visits.history(customer.id, EVER, TIME)]


def standing_of(storage: Storage, customer: Customer) -> tuple[int, object, object]:
    """Visits, first and last, as the customer's own row has them."""
    found = storage.people.get(customer.id)
    assert found is not None
    return found.visits, found.first_visit, found.last_visit


def counted(storage: Storage) -> object:
    """All that counts visits, and nothing else: equal before a visit and after its undoing."""
    return contents(storage, "visit", "visit_line", "customer.next_n")


def test_a_visit_comes_back_as_it_was_recorded(
    storage: Storage, ana: Customer, latte: Product, bun: Product
) -> None:
    lines = (
        BasketLine(latte, Decimal("1"), Money(390, "EUR"), "extra hot"),
        BasketLine(bun, Decimal("0.25"), None),
        BasketLine(bun, Decimal("-2"), Money(-560, "EUR")),
    )
    visit = replace(
        visit_of(ana, "one"),
        basket=Basket(lines), kind=VisitKind.PHONED, till="Bar", staff="Mia", source="square",
        sale="S-1",
    )  # fmt: skip
    storage.visits.record(visit)
    found = storage.visits.get("one")
    assert found is not None
    assert [li.product.id for li in found.basket.lines] == [latte.id, bun.id, bun.id]
    assert replace(found, basket=visit.basket) == visit
    for kept, line in zip(found.basket.lines, lines, strict=True):
        assert replace(kept, product=line.product) == line


def test_a_visit_that_cost_nothing_still_has_its_amounts(
    storage: Storage, ana: Customer, latte: Product
) -> None:
    storage.visits.record(visit_of(ana, "free", latte, cents=0))
    found = storage.visits.get("free")
    assert found is not None
    assert found.basket.lines[0].amount == Money(0, "EUR")


def test_a_visit_without_a_basket_is_a_visit(storage: Storage, ana: Customer) -> None:
    storage.visits.record(visit_of(ana, "chat"))
    (past,) = storage.visits.history(ana.id, EVER, TIME)
    assert (past.uid, past.items, past.total) == ("chat", (), 0)
    assert storage.visits.get("chat") == visit_of(ana, "chat")
    assert storage.visits.get("no such visit") is None


def test_the_same_uid_is_never_recorded_twice(
    storage: Storage, ana: Customer, latte: Product
) -> None:
    storage.visits.record(visit_of(ana, "one", latte))
    before = contents(storage)
    with pytest.raises(peewee.IntegrityError), storage.transaction():
        storage.visits.record(visit_of(ana, "one", latte, at=minutes(-5)))
    assert contents(storage) == before


def test_the_same_sale_of_a_program_is_never_recorded_twice(
    storage: Storage, ana: Customer
) -> None:
    sale = replace(visit_of(ana, "one"), source="square", sale="S-1")
    storage.visits.record(sale)
    with pytest.raises(peewee.IntegrityError), storage.transaction():
        storage.visits.record(replace(sale, uid="two"))
    storage.visits.record(replace(sale, uid="three", source="shopify"))


def test_a_visit_of_the_past_takes_its_place_in_time(
    storage: Storage, ana: Customer, latte: Product, bun: Product
) -> None:
    for uid, at, product in (("b", 10, latte), ("d", 30, bun), ("a", 0, bun), ("c", 20, latte)):
        storage.visits.record(visit_of(ana, uid, product, at=minutes(at)))
    assert history(storage, ana) == ["a", "b", "c", "d"]
    items = [visit.items for visit in storage.visits.history(ana.id, EVER, TIME)]
    assert items == [(bun.id,), (latte.id,), (latte.id,), (bun.id,)]
    assert standing_of(storage, ana) == (4, TODAY, minutes(30))
    assert storage.visits.check() == []


def test_a_visit_of_the_past_takes_its_place_also_beside_one_taken_back(
    storage: Storage, ana: Customer
) -> None:
    storage.visits.record(visit_of(ana, "a", at=minutes(50)))
    storage.visits.record(visit_of(ana, "void", at=minutes(100)))
    storage.visits.void("void", minutes(101))
    for uid, at in (("b", 75), ("d", 90), ("c", 80)):
        storage.visits.record(visit_of(ana, uid, at=minutes(at)))
    assert history(storage, ana) == ["a", "b", "c", "d"]


def test_two_visits_of_the_same_second_stay_in_the_order_they_came(
    storage: Storage, ana: Customer
) -> None:
    for uid in ("a", "b", "c"):
        storage.visits.record(visit_of(ana, uid))
    storage.visits.record(visit_of(ana, "later", at=minutes(1)))
    storage.visits.record(visit_of(ana, "d"))
    assert history(storage, ana) == ["a", "b", "c", "d", "later"]


def test_one_customers_visits_do_not_move_another_ones(
    storage: Storage, ana: Customer, latte: Product
) -> None:
    ben = add_customer(storage, "Ben")
    for uid, who, at in (("b1", ben, 5), ("a2", ana, 10), ("a1", ana, 0), ("b2", ben, 7)):
        storage.visits.record(visit_of(who, uid, latte, at=minutes(at)))
    assert (history(storage, ana), history(storage, ben)) == (["a1", "a2"], ["b1", "b2"])


@pytest.mark.parametrize("place", [-5, 5, 15])
def test_an_undone_visit_leaves_every_counter_as_it_was(
    storage: Storage, ana: Customer, latte: Product, bun: Product, place: int
) -> None:
    storage.visits.record(visit_of(ana, "one", latte))
    storage.visits.record(visit_of(ana, "two", latte, bun, at=minutes(10)))
    before = counted(storage)
    storage.visits.record(visit_of(ana, "gone", latte, bun, bun, at=minutes(place)))
    assert counted(storage) != before
    storage.visits.void("gone", minutes(20))
    assert counted(storage) == before
    assert history(storage, ana) == ["one", "two"]
    gone = storage.visits.get("gone")
    assert gone is not None
    assert gone.voided_at == minutes(20)


def test_when_the_only_visit_is_undone_they_were_never_here(
    storage: Storage, ana: Customer, latte: Product
) -> None:
    before = counted(storage)
    storage.visits.record(visit_of(ana, "one", latte))
    storage.visits.void("one", minutes(1))
    assert counted(storage) == before
    assert standing_of(storage, ana) == (0, None, None)
    assert history(storage, ana) == []


def test_history_knows_nothing_of_what_comes_later_or_was_brought_back(
    storage: Storage, ana: Customer, latte: Product, bun: Product
) -> None:
    brought_back = (
        BasketLine(latte, Decimal(1), Money(390, "EUR")),
        BasketLine(bun, Decimal(-1), Money(-280, "EUR")),
    )
    storage.visits.record(replace(visit_of(ana, "now"), basket=Basket(brought_back)))
    storage.visits.record(visit_of(ana, "void", bun, at=minutes(1)))
    storage.visits.void("void", minutes(2))
    storage.visits.record(visit_of(ana, "later", bun, at=minutes(10)))
    (past,) = storage.visits.history(ana.id, minutes(9), TIME)
    assert (past.uid, past.items, past.total) == ("now", (latte.id,), 110)
    assert storage.visits.history(ana.id, minutes(-1), TIME) == ()
    assert storage.visits.standing(ana.id, minutes(9)) == (1, NOW)
    assert storage.visits.standing(ana.id, minutes(-1)) == (0, None)


def test_a_visit_of_a_moment_ago_is_in_the_past(storage: Storage, ana: Customer) -> None:
    storage.visits.record(visit_of(ana, "one", at=NOW + timedelta(milliseconds=200)))
    a_moment_later = NOW + timedelta(milliseconds=900)
    assert [one.uid for one in storage.visits.history(ana.id, a_moment_later, TIME)] == ["one"]
    assert storage.visits.standing(ana.id, a_moment_later) == (1, NOW)


def test_history_tells_each_product_once_and_how_they_had_it(
    storage: Storage, ana: Customer, latte: Product, bun: Product
) -> None:
    lines = (
        BasketLine(latte, their_way="extra hot"),
        BasketLine(bun),
        BasketLine(latte, their_way="extra hot"),
    )
    storage.visits.record(replace(visit_of(ana, "one"), basket=Basket(lines)))
    (past,) = storage.visits.history(ana.id, EVER, TIME)
    assert past.items == (latte.id, bun.id)
    assert past.ways == {latte.id: "extra hot"}
    assert past.at == NOW.replace(tzinfo=None)


def test_a_card_looks_back_on_a_hundred_visits(storage: Storage, ana: Customer) -> None:
    with storage.transaction():
        for n in range(KEPT_IN_MIND + 5):
            storage.visits.record(visit_of(ana, f"v{n}", at=minutes(n)))
    kept = history(storage, ana)
    assert len(kept) == 100
    assert (kept[0], kept[-1]) == ("v5", "v104")


def test_the_day_counts_what_belongs_to_it(storage: Storage, ana: Customer) -> None:
    storage.visits.record(visit_of(ana, "one"))
    storage.visits.record(visit_of(ana, "night", at=NOW + timedelta(hours=18)))
    storage.visits.record(visit_of(ana, "tomorrow", at=NOW + timedelta(hours=19)))
    storage.visits.record(visit_of(ana, "void", at=minutes(1)))
    storage.visits.void("void", minutes(2))
    assert storage.visits.count_on(TODAY) == 2
    assert storage.visits.count_on(date(2026, 11, 22)) == 1


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_everybodys_visits_come_in_pieces_that_never_split_a_customer(
    storage: Storage, latte: Product, bun: Product, at_once: int
) -> None:
    for n in range(5):
        customer = add_customer(storage, f"Customer{n}")
        storage.visits.record(visit_of(customer, f"late{n}", bun, at=minutes(5)))
        storage.visits.record(visit_of(customer, f"early{n}", latte, bun))
    pieces = [list(piece) for piece in storage.visits.of_everybody(at_once)]
    assert max(len(piece) for piece in pieces) <= at_once * 2
    together = [visit for piece in pieces for visit in piece]
    assert [items for _, _, items in together] == [[latte.id, bun.id], [bun.id]] * 5
    assert together == sorted(together, key=lambda visit: visit[:2])


def test_a_pinch_too_small_to_weigh_is_not_counted(
    storage: Storage, ana: Customer, latte: Product
) -> None:
    pinch = Basket((BasketLine(latte, Decimal("0.0001")),))
    storage.visits.record(replace(visit_of(ana, "one"), basket=pinch))
    assert storage.visits.check() == []
    assert storage.rows("SELECT * FROM customer_item") == []
