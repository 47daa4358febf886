"""Drawer: products, and what the whole shop does with them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.money import Money
from pos_companion.model.visits import Product, ShopHabits
from pos_companion.storage.folding import folded
from pos_companion.storage.tables import ProductHabitRow, ProductRow, SettingRow

_COLUMNS = "p.id, p.ref, p.name, p.grp, p.price, p.available, p.icon"
_WITH_HABITS = f"""
SELECT {_COLUMNS}, h.popularity, h.rebuy, h.gap, h.size
FROM product p LEFT JOIN product_habit h ON h.product_id = p.id WHERE p.id IN (%s)
"""
_BEST = f"""
SELECT {_COLUMNS}, h.popularity, h.rebuy, h.gap, h.size
FROM product_habit h JOIN product p ON p.id = h.product_id WHERE h.place < ? ORDER BY h.place
"""
_MEANS = "SELECT value FROM setting WHERE key = 'habits'"
_BY_REF = f"SELECT {_COLUMNS} FROM product p WHERE p.ref = ? ORDER BY p.id LIMIT 1"
_BY_NAME = f"SELECT {_COLUMNS} FROM product p WHERE p.folded = ? ORDER BY p.id LIMIT 1"
_BEGINNING = f"""
SELECT {_COLUMNS} FROM product p LEFT JOIN product_habit h ON h.product_id = p.id
WHERE p.folded >= ? AND p.folded < ?
ORDER BY coalesce(h.place, 1000000), p.folded LIMIT ?
"""
_INSIDE = f"""
SELECT {_COLUMNS} FROM product_habit h JOIN product p ON p.id = h.product_id
WHERE h.place < 2000 AND ' ' || p.folded LIKE '%% ' || ? || '%%' ORDER BY h.place LIMIT ?
"""


_LAST = "\U0010ffff"
"""Stands behind every other letter."""


class CatalogueDrawer:
    """Products by number, by what the till calls them and by name."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def with_habits(
        self, ids: Iterable[int], currency: str, best: int
    ) -> tuple[dict[int, Product], ShopHabits]:
        """The products with these ids and the shop's best sellers, and the shop's habits with them.

        Args:
            best: how many best sellers to include.

        Returns:
            Products by id; the habits hold only those products.
        """
        wanted = sorted(set(ids))
        marks = ",".join("?" * len(wanted))
        rows = self._db.execute_sql(_BEST, (best,)).fetchall()
        places = tuple(row[0] for row in rows)
        if wanted:
            rows += self._db.execute_sql(_WITH_HABITS % marks, wanted).fetchall()
        means = self._db.execute_sql(_MEANS).fetchone()
        return {row[0]: _product(row, currency) for row in rows}, _habits(rows, places, means)

    def best_sellers(self, count: int, currency: str) -> tuple[Product, ...]:
        """The products most visits hold, best first, only those that can be sold today."""
        rows = self._db.execute_sql(_BEST, (count * 3,)).fetchall()
        products = (_product(row, currency) for row in rows)
        return tuple([one for one in products if one.available][:count])

    def find(self, text: str, limit: int, currency: str) -> tuple[Product, ...]:
        """Products whose name begins with the text, then best sellers with a word that does."""
        start = folded(text)
        if not start:
            return ()
        rows = self._db.execute_sql(_BEGINNING, (start, start + _LAST, limit)).fetchall()
        rows += self._db.execute_sql(_INSIDE.replace("%%", "%"), (start, limit)).fetchall()
        found = {row[0]: _product(row, currency) for row in rows}
        return tuple(found.values())[:limit]

    def named(self, text: str, currency: str) -> Product | None:
        """The product the till calls so, else the one with exactly this name; None else."""
        row = self._db.execute_sql(_BY_REF, (text.strip(),)).fetchone()
        row = row or self._db.execute_sql(_BY_NAME, (folded(text),)).fetchone()
        return None if row is None else _product(row, currency)

    def add(self, product: Product, source: str = "") -> Product:
        """Keep a new product; it gets a number of its own."""
        number = ProductRow.insert(
            source=source,
            ref=product.ref,
            name=product.name,
            folded=folded(product.name),
            grp=product.group,
            price=None if product.price is None else product.price.amount,
            available=product.available,
            icon=product.icon,
        ).execute()
        return Product(
            int(number), product.ref, product.name, product.group, product.price,
            product.available, product.icon,
        )  # fmt: skip

    def keep_habits(self, habits: ShopHabits) -> None:
        """Replace what is known of the whole shop; in the caller's transaction."""
        means = {
            "rebuy": habits.mean_rebuy, "gap": habits.mean_gap, "size": habits.mean_size,
            "slope": habits.slope, "shift": habits.shift,
        }  # fmt: skip
        SettingRow.put(key="habits", value=means)
        ProductHabitRow.delete().execute()
        order = sorted(habits.popularity, key=lambda one: (-habits.popularity[one], one))
        rows = [
            (
                product, habits.popularity[product], habits.rebuy.get(product, habits.mean_rebuy),
                habits.gap.get(product, habits.mean_gap),
                habits.size.get(product, habits.mean_size), place,
            )
            for place, product in enumerate(order)
        ]  # fmt: skip
        for start in range(0, len(rows), 500):
            part = rows[start : start + 500]
            ProductHabitRow.insert_many(part, fields=_HABIT_FIELDS).execute()


_HABIT_FIELDS = [
    ProductHabitRow.product_id,
    ProductHabitRow.popularity,
    ProductHabitRow.rebuy,
    ProductHabitRow.gap,
    ProductHabitRow.size,
    ProductHabitRow.place,
]


def _product(row: Sequence[Any], currency: str) -> Product:
    number, ref, name, group, price, available, icon = row[:7]
    return Product(
        id=number,
        ref=ref,
        name=name,
        group=group,
        price=None if price is None else Money(price, currency),
        available=bool(available),
        icon=icon,
    )


def _habits(
    rows: Sequence[Sequence[Any]], best: tuple[int, ...], means: Sequence[Any] | None
) -> ShopHabits:
    popularity, rebuy, gap, size = (
        {row[0]: row[at] for row in rows if row[7] is not None} for at in range(7, 11)
    )
    habits = ShopHabits(popularity, rebuy, gap, size, best=best)
    if not means:
        return habits
    kept = json.loads(means[0])
    return replace(
        habits,
        mean_rebuy=kept["rebuy"],
        mean_gap=kept["gap"],
        mean_size=kept["size"],
        # Habits worked out before the chances were fitted to each shop have neither.
        slope=kept.get("slope", habits.slope),
        shift=kept.get("shift", habits.shift),
    )
