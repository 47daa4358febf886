"""What it costs that the people of a shop on a server are found in a file of each till.

A new till joins the shop of the town, is asked for people while it copies them, and then follows
changes one by one. Nothing crosses a network here: the server runs on this computer.
"""

import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from pos_companion.model.people import Customer
from pos_companion.services import KEYS, Shop
from pos_companion.services.finding import find
from pos_companion.services.following import follow, how_current
from pos_companion.storage.lookup import FILE
from pos_companion.storage.server.session import Statement
from tests.bench.find_query import Query
from tests.bench.town import FIRST_NUMBER, NOW
from tests.bench.town_shop import open_shop_of_town

CHANGES = 60
_STEP = 97


@dataclass(frozen=True)
class Joined:
    """Figures of a new till; seconds by the clock unless they say CPU.

    Attributes:
        filled, filled_cpu: until everybody was here.
        first: until somebody could be found.
        key, slow_key: median and 99th hundredth of the keys pressed meanwhile.
        follow, follow_cpu: of one change.
        statements: sent to the server for it.
        sent: statements sent to the server by all keys.
        size: bytes of the till's file.
    """

    filled: float
    filled_cpu: float
    first: float
    key: float
    slow_key: float
    follow: float
    follow_cpu: float
    statements: int
    sent: int
    size: int

    def told(self, count: int) -> list[str]:
        """As lines of the report."""
        each, size = self.filled / count * 1e6, self.size / count
        return [
            f"A new till finds the first after {self.first:.1f} s and everybody after "
            f"{self.filled:.1f} s ({self.filled_cpu:.1f} s of CPU, {each:.0f} µs per customer); "
            f"a key pressed meanwhile takes {self.key * 1e3:.1f} ms by the clock, one in a hundred "
            f"{self.slow_key * 1e3:.0f} ms or more.",
            f"Following one change takes {self.follow * 1e3:.1f} ms by the clock, "
            f"{self.follow_cpu * 1e3:.1f} ms of CPU and {self.statements} statements; the file of "
            f"the till holds {size:.0f} bytes per customer, people and visits included.",
            f"All keys together sent {self.sent} statements to the server.",
        ]


def join(folder: Path, url: str, count: int, queries: Sequence[Query]) -> Joined:
    """Open the shop as a new till does, and measure."""
    till = folder / "new till"
    (till / "shop").mkdir(parents=True)
    shutil.copy(folder / "shop" / KEYS, till / "shop")
    shop = open_shop_of_town(till, url)
    start, cpu = time.monotonic(), time.process_time()
    follow(shop)
    with counted() as sent:
        keys, first = _typed_meanwhile(shop, queries)
        by_keys = len(sent)
    filled, filled_cpu = time.monotonic() - start, time.process_time() - cpu
    shop.close()
    shop = open_shop_of_town(till, url)
    follows, statements = _followed(shop, count)
    shop.close()
    return Joined(
        filled=filled,
        filled_cpu=filled_cpu,
        first=first - start,
        key=median(keys),
        slow_key=sorted(keys)[len(keys) * 99 // 100],
        follow=median(wall for wall, _ in follows),
        follow_cpu=median(cpu for _, cpu in follows),
        statements=statements,
        sent=by_keys,
        size=(till / "shop" / FILE).stat().st_size,
    )


def _typed_meanwhile(shop: Shop, queries: Sequence[Query]) -> tuple[list[float], float]:
    """Seconds of each key pressed until everybody is here, and when the first was found."""
    keys: list[float] = []
    first = 0.0
    while not shop.storage.search.standing().is_whole:
        before = time.monotonic()
        hits = find(shop, queries[len(keys) % len(queries)].text)
        after = time.monotonic()
        keys.append(after - before)
        first = first or (after if hits else 0.0)
        time.sleep(0.02)  # nobody types quicker, and the other thread has work to do
    assert how_current(shop) is None
    return keys or [0.0], first or time.monotonic()


def _followed(shop: Shop, count: int) -> tuple[list[tuple[float, float]], int]:
    """Seconds and CPU of following each of some changes, and the statements of the last."""
    took = []
    search = shop.storage.search
    for n in range(CHANGES):
        one = shop.storage.people.some([FIRST_NUMBER + n * _STEP % count])[0]
        with shop.storage.transaction():
            _change(shop, one, n)
        with counted() as sent:
            start, cpu = time.monotonic(), time.thread_time()
            search.settle()
            took.append((time.monotonic() - start, time.thread_time() - cpu))
    return took, len(sent)


def _change(shop: Shop, one: Customer, n: int) -> None:
    shop.storage.people.change(replace(one, name=f"{one.name} Nova{n}"), NOW)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements this thread sends to a server."""
    sent: list[str] = []
    execute, own = Statement.execute, threading.get_ident()

    def counting(statement: Statement, query: Any, *values: Any, **options: Any) -> Statement:
        if threading.get_ident() == own:
            sent.append(str(query))
        return execute(statement, query, *values, **options)

    Statement.execute = counting  # type: ignore[method-assign]
    try:
        yield sent
    finally:
        Statement.execute = execute  # type: ignore[method-assign]
