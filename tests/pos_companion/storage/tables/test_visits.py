"""Products, visits and counters."""

import peewee
import pytest

from pos_companion.storage import Storage
from pos_companion.storage.tables import LineRow, ProductRow, VisitRow
from tests.pos_companion.storage.records import NOW, TODAY

VISIT = {"customer_id": 7, "n": 1, "uid": "one", "ts": NOW, "day": TODAY, "currency": "EUR"}


@pytest.mark.parametrize(
    "twice",
    [
        {"uid": "two", "source": "a", "sale": "S-2"},
        {"n": 2, "source": "a", "sale": "S-2"},
        {"n": 2, "uid": "two", "source": "a", "sale": "S-1"},
    ],
)
def test_neither_number_nor_uid_nor_sale_stands_twice(
    storage: Storage, twice: dict[str, object]
) -> None:
    VisitRow.insert(**VISIT, source="a", sale="S-1").execute()
    with pytest.raises(peewee.IntegrityError):
        VisitRow.insert(**{**VISIT, **twice}).execute()


def test_visits_recorded_here_have_no_sale_and_may_be_many(storage: Storage) -> None:
    VisitRow.insert(**VISIT).execute()
    VisitRow.insert(**{**VISIT, "n": 2, "uid": "two"}).execute()
    assert [row.voided for row in VisitRow.select()] == [None, None]


def test_a_line_is_one_piece_of_unknown_price_unless_it_says_more(storage: Storage) -> None:
    LineRow.insert(customer_id=7, n=1, pos=0, product_id=3).execute()
    assert storage.rows("SELECT quantity, amount, their_way FROM visit_line") == [(1000, None, "")]


def test_two_programs_may_call_different_products_the_same(storage: Storage) -> None:
    product = {"ref": "100", "name": "Latte", "folded": "latte"}
    ProductRow.insert(source="a", **product).execute()
    ProductRow.insert(source="b", **product).execute()
    with pytest.raises(peewee.IntegrityError):
        ProductRow.insert(source="a", **product).execute()
