"""What the search costs beside being asked: making, keeping, bytes, memory; and `LIKE` instead."""

import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from statistics import median

from pos_companion.model.people import Customer
from pos_companion.services import Shop
from pos_companion.storage import PAGE
from tests.bench.find_query import Query
from tests.bench.town import FIRST_NUMBER, NOW

TABLES = ("name_fts", "search_doc", "contact_key", "term_key", "term")
RUN_IN, CHANGES = 60, 200
_USED = (
    "SELECT (SELECT page_count FROM pragma_page_count) - "
    "(SELECT freelist_count FROM pragma_freelist_count)"
)
_KEY_READ = "SELECT name FROM customer WHERE id = ?"
_LIKE = """
SELECT id FROM customer c WHERE name LIKE ?1 OR call_name LIKE ?1 OR phone LIKE ?1
    OR email LIKE ?1 OR card LIKE ?1 OR description LIKE ?1 OR household_id IN (
        SELECT household_id FROM household_member WHERE name LIKE ?1)
ORDER BY visits DESC LIMIT 6
"""
_ONE_ROW = """
INSERT INTO setting (key, value) VALUES ('bench', ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


def build_seconds(shop: Shop) -> float:
    """CPU of making the whole index anew."""
    start = time.process_time()
    with shop.storage.transaction():
        shop.storage.search.rebuild()
    return time.process_time() - start


def index_bytes(shop: Shop) -> dict[str, int]:
    """Bytes of each table of the index: the pages that are free without it. Nothing changes."""
    connection = shop.storage.search.tables.connection()
    found = {}
    connection.execute("BEGIN IMMEDIATE")
    try:
        for table in TABLES:
            before = connection.execute(_USED).fetchone()[0]
            connection.execute(f"DROP TABLE {table}")
            found[table] = (before - connection.execute(_USED).fetchone()[0]) * PAGE
    finally:
        connection.execute("ROLLBACK")
    return found


def key_read(shop: Shop, chance: random.Random, count: int) -> Callable[[], object]:
    """A row by its key, on the raw connection; another one each time."""
    run = shop.storage.search.tables.connection().execute
    return lambda: run(_KEY_READ, (FIRST_NUMBER + chance.randrange(count),)).fetchone()


def like_seconds(shop: Shop, queries: Sequence[Query]) -> float:
    """CPU of looking through the columns, the median of some queries."""
    run = shop.storage.search.tables.connection().execute
    took = []
    for query in queries:
        start = time.thread_time()
        run(_LIKE, (f"%{query.text}%",)).fetchall()
        took.append(time.thread_time() - start)
    return median(took)


def change_seconds(shop: Shop, count: int, chance: random.Random) -> dict[str, float]:
    """CPU of keeping a new person and a new name, of the index alone, and of writing one row.

    Each in its turn, as a till does them, after a run-in: what was measured before threw away the
    pages that were at hand.
    """
    people = shop.storage.people
    numbers = [FIRST_NUMBER + chance.randrange(count) for _ in range(RUN_IN + CHANGES)]
    names = [people.some([number])[0] for number in numbers]
    new = [
        Customer(0, f"{one.name} Nova", phone=f"+49160{n:08d}", email=f"nova{n}@example.org")
        for n, one in enumerate(names)
    ]
    run = shop.storage.db.execute_sql
    took: dict[str, list[float]] = {"add": [], "rename": [], "index": [], "row": []}
    for old, other in zip(names, new, strict=True):
        renamed = replace(old, name=f"Zenobia {old.name}")
        took["add"].append(_spent(shop, partial(people.add, other, NOW)))
        took["rename"].append(_spent(shop, partial(people.change, renamed, NOW)))
        took["index"].append(_spent(shop, partial(people.reindex, renamed)))
        took["row"].append(_spent(shop, partial(run, _ONE_ROW, (str(old.id),))))
    return {deed: median(each[RUN_IN:]) for deed, each in took.items()}


def _spent(shop: Shop, deed: Callable[[], object]) -> float:
    start = time.thread_time()
    with shop.storage.transaction():
        deed()
    return time.thread_time() - start


def peak_bytes() -> int:
    """The most memory this process ever had."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
