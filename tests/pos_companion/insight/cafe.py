"""A small café and its regulars, for the tests of what is worked out."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from pos_companion.model.visits import PastVisit, Product, ShopHabits, UsualItem

FLAT_WHITE, CROISSANT, TEA, CAKE, LATTE, SOUP, WATER, BAGEL = range(1, 9)
PRODUCTS = {
    FLAT_WHITE: Product(FLAT_WHITE, "fw", "Flat white", "coffee"),
    CROISSANT: Product(CROISSANT, "ac", "Almond croissant", "pastry"),
    TEA: Product(TEA, "te", "Tea", "tea"),
    CAKE: Product(CAKE, "ca", "Carrot cake", "cake"),
    LATTE: Product(LATTE, "la", "Latte", "coffee"),
    SOUP: Product(SOUP, "so", "Soup", "lunch"),
    WATER: Product(WATER, "wa", "Water"),
    BAGEL: Product(BAGEL, "ba", "Bagel", "pastry"),
}
HABITS = ShopHabits(
    popularity={
        FLAT_WHITE: 0.4, CROISSANT: 0.3, TEA: 0.2, CAKE: 0.1,
        LATTE: 0.3, SOUP: 0.1, WATER: 0.1, BAGEL: 0.05,
    },
    best=(FLAT_WHITE, LATTE, CROISSANT, TEA, CAKE, SOUP, WATER, BAGEL),
)  # fmt: skip
MONDAY = datetime(2026, 3, 2, 8, 30)  # noqa: DTZ001 - the shop's wall clock


def visit(at: datetime, *items: int, way: tuple[int, str] | None = None) -> PastVisit:
    ways = {way[0]: way[1]} if way else {}
    return PastVisit(at.isoformat(), at, at.date(), items, ways)


def daily(baskets: Iterable[Sequence[int]], start: datetime = MONDAY) -> list[PastVisit]:
    """One visit a day; an empty basket is a day without a visit."""
    return [
        visit(start + timedelta(days=day), *basket) for day, basket in enumerate(baskets) if basket
    ]


def on_days(days: Iterable[date]) -> list[PastVisit]:
    """Visits for a coffee."""
    return [
        visit(datetime(day.year, day.month, day.day, 9), FLAT_WHITE)  # noqa: DTZ001
        for day in days
    ]


def day_after(history: Sequence[PastVisit]) -> datetime:
    return history[-1].at + timedelta(days=1)


def ids(items: Iterable[UsualItem]) -> list[int]:
    return [item.product.id for item in items]
