"""Whole files of sales are compared and written."""

from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import replace

import pytest

from pos_companion.services import Shop
from pos_companion.storage.intake import Counts, SalesIntake, StagedSale, has_visits, keep_batch
from pos_companion.storage.newcomers import Newcomer
from tests.builders import add_customer, add_visit

PEOPLE = [Newcomer("17"), Newcomer("18")]
PRODUCTS = [("CAP", "Cappuccino", "coffee"), ("CRO", "Croissant", "")]
SALES = [
    StagedSale(0, "S1", "u1", 0, 1000, 730_000, "", "", 2, 760),
    StagedSale(1, "S2", "u2", 1, 2000, 730_000, "T1", "Kit", 1, 340),
]
Lines = list[tuple[int | None, ...]]
LINES: Lines = [(0, 0, 0, 1000, 340), (0, 1, 1, 2000, 420), (1, 0, 0, 1000, None)]


@contextmanager
def staged(shop: Shop, lines: Lines = LINES, sales: Sequence[StagedSale] = SALES):
    with SalesIntake(shop.storage, "till", "EUR") as intake:
        intake.add_lines(lines)
        intake.add_sales(sales)
        yield intake


def taken_in(shop: Shop, lines: Lines = LINES) -> Counts:
    with staged(shop, lines) as intake, shop.storage.transaction():
        return intake.write(PEOPLE, PRODUCTS, shop.clock.now())


def test_comparing_writes_nothing_and_may_be_done_again(shop: Shop) -> None:
    with staged(shop) as intake:
        assert intake.compare(PEOPLE, PRODUCTS) == Counts(created=2)
        assert intake.compare(PEOPLE, PRODUCTS) == Counts(created=2)
        assert not has_visits(shop.storage)
        assert shop.storage.rows("SELECT count(*) FROM product") == [(0,)]


def test_what_was_written_is_the_same_the_next_time(shop: Shop) -> None:
    assert taken_in(shop) == Counts(created=2)
    assert taken_in(shop) == Counts(unchanged=2)
    assert has_visits(shop.storage)


@pytest.mark.parametrize(
    "line",
    [(0, 1, 0, 2000, 420), (0, 1, 1, 1000, 420), (0, 1, 1, 2000, None), (0, 2, 1, 2000, 420)],
)
def test_any_difference_in_a_line_is_a_changed_sale(shop: Shop, line: tuple[object, ...]) -> None:
    taken_in(shop)
    assert taken_in(shop, [LINES[0], line, LINES[2]]) == Counts(updated=1, unchanged=1)


def test_a_line_less_is_a_changed_sale(shop: Shop) -> None:
    taken_in(shop)
    shorter = [replace(SALES[0], lines=1), SALES[1]]
    with staged(shop, [LINES[0], LINES[2]], shorter) as intake:
        assert intake.compare(PEOPLE, PRODUCTS) == Counts(updated=1, unchanged=1)


def test_sales_of_somebody_forgotten_are_left_out(shop: Shop) -> None:
    taken_in(shop)
    shop.storage.db.execute_sql("UPDATE customer SET erased = 1 WHERE id = 17")
    assert taken_in(shop) == Counts(unchanged=1, left_out=1)


def test_somebody_known_by_phone_is_not_added_again(shop: Shop) -> None:
    known = add_customer("Mara", phone="+4930901820", shop=shop)
    with staged(shop) as intake, shop.storage.transaction():
        intake.write([Newcomer("17", "+4930901820"), PEOPLE[1]], PRODUCTS, shop.clock.now())
    assert shop.storage.people.by_source("till", "17") == known.id
    assert shop.storage.people.get(known.id).visits == 1


def test_the_temporary_tables_are_gone_afterwards(shop: Shop) -> None:
    taken_in(shop)
    assert shop.storage.rows("SELECT name FROM sqlite_temp_master") == []


def test_a_batch_is_written_down(shop: Shop) -> None:
    add_visit(add_customer(shop=shop), shop=shop)
    assert has_visits(shop.storage)
    keep_batch("sales.csv", "sales", "till", Counts(1, 2, 3), shop.clock.now())
    assert shop.storage.rows("SELECT counts FROM import_batch") == [
        ('{"created":1,"updated":2,"unchanged":3}',)
    ]
