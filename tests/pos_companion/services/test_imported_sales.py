"""Lines are put together into sales."""

import pytest

from pos_companion.i18n import words
from pos_companion.importers import Chunk, SaleLine, What, Who
from pos_companion.services import Shop
from pos_companion.services.imported_sales import GatheredSales, sale_uid
from pos_companion.storage.intake import SalesIntake

MARA = Who("17")
NOON = 1_762_164_000


def line(row: int, sale: str = "S1", who: Who = MARA, at: int = NOON) -> SaleLine:
    return SaleLine(row, sale, at, 739_193, who, What("CAP", "Cappuccino"), 1000, 340)


@pytest.fixture
def sales(shop: Shop) -> GatheredSales:
    with SalesIntake(shop.storage, "till", "EUR") as intake:
        yield GatheredSales(intake, "till")


def test_people_and_products_are_counted_once(sales: GatheredSales) -> None:
    lines = [line(2), line(3), line(4, "S2"), line(5, "S3", Who("18"))]
    assert sales.add(Chunk(1.0, lines=lines)) == []
    assert [person.source_id for person in sales.people] == ["17", "18"]
    assert sales.products == [What("CAP", "Cappuccino")]


def test_a_line_of_somebody_else_or_another_day_is_rejected_with_its_cells(
    sales: GatheredSales,
) -> None:
    lines = [line(2), line(3, who=Who("18")), line(4, at=NOON + 13 * 3600), line(5, at=NOON - 60)]
    rejected = sales.add(Chunk(1.0, lines=lines, cells=lambda row: (f"cells of {row}",)))
    assert [(one.row, words(one.reason), one.cells) for one in rejected] == [
        (3, "Sale S1 belongs to another customer in row 2.", ("cells of 3",)),
        (4, "Sale S1 is of another time in row 2.", ("cells of 4",)),
    ]


def test_the_heads_of_many_sales_are_handed_over_in_steps(shop: Shop, sales: GatheredSales) -> None:
    sales.add(Chunk(1.0, lines=[line(n, f"S{n}") for n in range(12_000)]))
    assert len(list(sales.finish())) == 3


def test_a_sale_has_the_same_uid_whenever_it_comes() -> None:
    assert sale_uid("till", "S1") == sale_uid("till", "S1")
    assert len({sale_uid("till", "S1"), sale_uid("web", "S1"), sale_uid("till", "S2")}) == 3
