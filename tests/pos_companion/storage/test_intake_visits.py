"""Visits stand in the order of time, however their sales came."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from pos_companion.importers import Kind
from pos_companion.model.money import Money
from pos_companion.model.visits import BasketLine, Impression, Mood
from pos_companion.services import Shop
from pos_companion.services.catalogue import product_called
from pos_companion.services.correct_visit import (
    PutRight,
    WhyPutRight,
    correct_visit,
    undo_correction,
)
from pos_companion.services.imports import ImportJob, import_file
from pos_companion.services.move_visit import move_back, move_visit

HEADER = "sale,time,customer,product,quantity,amount\n"


def invented_sales(chance: random.Random, count: int) -> list[str]:
    """Sales of a few customers in one month, some in the same second, some bringing back."""
    sales = []
    for number in range(count):
        customer, second = chance.randint(1, 4), chance.randint(0, 40)
        when = f"2025-10-{chance.randint(1, 28):02d} 10:00:{second:02d}"
        lines = [
            f"S{number},{when},{customer},P{chance.randint(1, 6)},"
            f"{chance.choice([1, 1, 2, -1, 0])},{chance.randint(-500, 900) / 100}\n"
            for _ in range(chance.randint(1, 4))
        ]
        sales.append("".join(lines))
    return sales


def take_in(shop: Shop, folder: Path, sales: Sequence[str]) -> tuple[int, int, int]:
    path = folder / "sales.csv"
    path.write_text(HEADER + "".join(sales), encoding="utf-8")
    report = import_file(shop, ImportJob(path, Kind.SALES, apply=True))
    assert report.rejected == 0
    return report.created, report.updated, report.unchanged


def state(shop: Shop) -> list[list[tuple[object, ...]]]:
    """What matters of visits, lines and counters, products by their name."""
    return [
        shop.storage.rows(sql)
        for sql in (
            "SELECT customer_id, ts, uid, total FROM visit ORDER BY 1, 2, 3",
            "SELECT v.uid, l.pos, p.ref, l.quantity, l.amount FROM visit v JOIN visit_line l"
            " ON l.customer_id = v.customer_id AND l.n = v.n JOIN product p ON p.id = l.product_id"
            " ORDER BY 1, 2",
            "SELECT i.customer_id, p.ref, i.times, i.last_ts FROM customer_item i"
            " JOIN product p ON p.id = i.product_id ORDER BY 1, 2",
            "SELECT id, visits, first_visit, last_visit, next_n FROM customer ORDER BY 1",
        )
    ]


def empty(shop: Shop) -> None:
    everybody = [row[0] for row in shop.storage.rows("SELECT id FROM customer")]
    shop.storage.search.forget_many(everybody)
    for table in ("visit_line", "visit", "customer_item", "customer"):
        shop.storage.db.execute_sql(f"DELETE FROM {table}")


def assert_in_order(shop: Shop) -> None:
    rows = shop.storage.rows("SELECT customer_id, n, ts FROM visit ORDER BY customer_id, ts, n")
    expected: dict[int, int] = {}
    for customer, n, _ in rows:
        expected[customer] = expected.get(customer, 0) + 1
        assert n == expected[customer]
    assert shop.storage.check() == []


@pytest.mark.parametrize("seed", range(12))
def test_pieces_in_any_order_end_as_one_whole_file(shop: Shop, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    sales = invented_sales(chance, 60)
    take_in(shop, tmp_path, sales)
    whole = state(shop)
    empty(shop)
    shuffled = chance.sample(sales, len(sales))
    for start in range(0, 60, 15):
        overlap = chance.sample(sales, 5)
        take_in(shop, tmp_path, [*dict.fromkeys([*shuffled[start : start + 15], *overlap])])
        assert_in_order(shop)
    assert state(shop) == whole
    assert take_in(shop, tmp_path, chance.sample(sales, 60)) == (0, 0, 60)


@pytest.mark.parametrize("seed", range(6))
def test_changed_sales_leave_no_trace_of_what_they_were(
    shop: Shop, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    before, after = invented_sales(chance, 40), invented_sales(chance, 40)
    take_in(shop, tmp_path, after)
    wanted = state(shop)
    empty(shop)
    take_in(shop, tmp_path, before)
    created, updated, unchanged = take_in(shop, tmp_path, after)
    assert (created, updated + unchanged) == (0, 40)
    assert_in_order(shop)
    assert state(shop)[:3] == wanted[:3]


def test_a_customer_whose_sales_are_newer_is_only_added_to(shop: Shop, tmp_path: Path) -> None:
    take_in(shop, tmp_path, ["S1,2025-10-01 10:00,1,P,1,1\n", "S2,2025-10-02 10:00,1,P,1,1\n"])
    take_in(shop, tmp_path, ["S3,2025-10-02 10:00,1,P,1,1\n", "S4,2025-10-03 10:00,1,P,1,1\n"])
    rows = shop.storage.rows("SELECT n, sale FROM visit ORDER BY n")
    assert rows == [(1, "S1"), (2, "S2"), (3, "S3"), (4, "S4")]


def only_sale(price: str, customer: str = "1") -> list[str]:
    return [f"S1,2025-10-03 10:00:00,{customer},Tea,1,{price}\n"]


@pytest.mark.parametrize("later", [only_sale("2.50"), only_sale("9.90"), only_sale("2.50", "2")])
def test_what_was_put_right_by_hand_no_file_changes_any_more(
    shop: Shop, tmp_path: Path, later: list[str]
) -> None:
    take_in(shop, tmp_path, only_sale("2.50"))
    ((uid,),) = shop.storage.rows("SELECT uid FROM visit")
    right = PutRight((BasketLine(product_called(shop, "Cake"), amount=Money(450, "EUR")),))
    corrected = correct_visit(shop, uid, right, WhyPutRight.ITEMS)
    before = state(shop)
    assert take_in(shop, tmp_path, later)[1:] == (0, 1)
    assert state(shop)[:3] == before[:3]
    assert shop.storage.check() == []
    undo_correction(shop, corrected)
    take_in(shop, tmp_path, only_sale("9.90"))
    assert shop.storage.rows("SELECT total FROM visit") == [(990,)]


def test_a_sale_that_was_moved_is_not_moved_back_by_its_file(shop: Shop, tmp_path: Path) -> None:
    take_in(shop, tmp_path, [*only_sale("2.50"), "S2,2025-10-04 10:00:00,2,Tea,1,2.50\n"])
    (_, one), (bea, _) = shop.storage.rows("SELECT customer_id, uid FROM visit ORDER BY sale")
    moved = move_visit(shop, one, bea)
    assert take_in(shop, tmp_path, only_sale("2.50")) == (0, 0, 1)
    assert shop.storage.visits.get(one).customer == bea  # type: ignore[union-attr]
    before = state(shop)
    move_back(shop, moved)
    take_in(shop, tmp_path, only_sale("2.50"))
    assert state(shop) != before


def test_a_file_knows_nothing_of_moods_and_takes_none_away(shop: Shop, tmp_path: Path) -> None:
    take_in(shop, tmp_path, only_sale("2.50"))
    ((uid,),) = shop.storage.rows("SELECT uid FROM visit")
    felt = Impression(mood_in=Mood.GOOD, mood_out=Mood.LOW)
    with shop.storage.transaction():
        shop.storage.visits.keep_impression(uid, felt)
    assert take_in(shop, tmp_path, only_sale("9.90")) == (0, 1, 0)
    assert shop.storage.visits.get(uid).impression == felt  # type: ignore[union-attr]
