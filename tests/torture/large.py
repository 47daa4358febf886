"""T9: a shop of a gigabyte is copied while it sells, put back, and started."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from pos_companion.services import Shop, open_shop
from pos_companion.settings import Settings
from pos_companion.storage import STORE
from pos_companion.storage.columns import to_seconds
from pos_companion.storage.copies import copies_in
from pos_companion.storage.tables.people import CustomerRow
from pos_companion.storage.tables.shop import AuditRow
from pos_companion.storage.tables.visits import CustomerItemRow, LineRow, VisitRow
from tests.torture.program import PASSPHRASE, Writer, command, kill, write
from tests.torture.told import Told

MEGABYTE = 1_000_000
_VISITS = 45
"""Of each of the many people; the few of the torture have no more than they get by it."""
_FIRST = 1_001
_AT_ONCE = 500
_PATIENCE = 3600.0
_WARM = 3.0
"""Seconds in which the writer sells before the copy is begun."""


class Timed(Told):
    """Hears how long each deed took."""

    def __init__(self) -> None:
        super().__init__()
        self.took: list[float] = []

    def hear(self, line: str) -> None:
        super().hear(line)
        if line.startswith("TOOK"):
            self.took.append(float(line.split()[1]))


@dataclass
class Large:
    """Everything in seconds.

    Attributes:
        size: bytes of the store.
        deeds: how long each took while the copy was made.
    """

    size: int = 0
    start: float = 0.0
    backup: float = 0.0
    deeds: list[float] = field(default_factory=list)
    restore: float = 0.0
    start_again: float = 0.0
    bad: list[str] = field(default_factory=list)

    @property
    def usual(self) -> float:
        """99 of 100 deeds took no longer."""
        return sorted(self.deeds)[int(0.99 * (len(self.deeds) - 1))] if self.deeds else 0.0


def copy_large(place: Path, megabytes: int, seed: int) -> Large:
    """Fill a shop to so many megabytes, copy it while it sells, and put the copy back."""
    folder, other, told = place / "shop", place / "other", Timed()
    write(folder, seed, 5, told)
    fill(folder, megabytes * MEGABYTE)
    went = Large((folder / STORE).stat().st_size)
    went.start = kill(folder, _PATIENCE, "find", "nobody")
    writer = Writer(folder, seed + 1, told, ("tests/torture/timed.py",))
    writer.hear(60, answers=1)
    writer.hear(_WARM)
    told.took.clear()
    went.backup = kill(folder, _PATIENCE, "backup", meanwhile=lambda: writer.hear(0.01))
    went.deeds = list(told.took)
    writer.kill()
    if told.stopped or not went.deeds:
        went.bad.append(f"DEAD {told.stopped or 'the writer said nothing'}")
    copies = copies_in(folder / "backups")
    if not copies:
        went.bad.append("NONE listed")
        return went
    went.restore = kill(other, _PATIENCE, "restore", str(copies[0].path), "--yes")
    went.start_again = kill(other, _PATIENCE, "find", "nobody")
    said = command(other, "check", patience=_PATIENCE)
    went.bad += [] if said == ["The records are sound."] else [f"BROKEN {said}"]
    return went


def fill(folder: Path, size: int) -> None:
    """Give a closed shop of the torture so many people that its file is that large."""
    shop = open_shop(Settings(folder), PASSPHRASE)
    try:
        people, at = iter(range(_FIRST, 10**9)), shop.clock.now()
        while (folder / STORE).stat().st_size < size:
            some = list(islice(people, _AT_ONCE))
            with shop.storage.transaction():
                _write(shop, CustomerRow, (_customer(at, one) for one in some))
                _write(shop, VisitRow, (row for one in some for row in _visits(at, one)))
                _write(shop, LineRow, (row for one in some for row in _lines(one)))
                _write(shop, CustomerItemRow, (row for one in some for row in _items(at, one)))
                _write(shop, AuditRow, _trail(shop, some))
            shop.storage.wipe()
        with shop.storage.transaction():
            shop.storage.search.rebuild()
        shop.storage.guard.mark(shop.storage.audit.head())
    finally:
        shop.close()


def _write(shop: Shop, table: Any, rows: Iterable[Mapping[str, object]]) -> None:
    """What a row does not say is as in any new one."""
    fields = table._meta.sorted_fields
    usual = {one.column_name: None if callable(one.default) else one.default for one in fields}
    sql = (
        f"INSERT INTO {table._meta.table_name} ({', '.join(usual)}) "
        f"VALUES ({', '.join('?' * len(usual))})"
    )
    values = (tuple({**usual, **one}.values()) for one in rows)
    shop.storage.db.connection().executemany(sql, values)


def _customer(now: datetime, number: int) -> Mapping[str, object]:
    return {
        "id": number, "name": f"Person Number{number}", "source": "large",
        "source_id": str(number), "visits": _VISITS, "next_n": _VISITS + 1,
        "first_visit": (now - timedelta(days=_VISITS)).toordinal(),
        "last_visit": to_seconds(now - timedelta(days=1)), "updated": to_seconds(now),
        "remember": True,
    }  # fmt: skip


def _visits(now: datetime, number: int) -> Iterator[Mapping[str, object]]:
    for n in range(1, _VISITS + 1):
        at = now - timedelta(days=_VISITS + 1 - n)
        yield {
            "customer_id": number, "n": n, "uid": f"{number:012x}{n:012x}", "ts": to_seconds(at),
            "day": at.toordinal(), "total": 450, "currency": "EUR", "till": "1",
        }  # fmt: skip


def _lines(number: int) -> Iterator[Mapping[str, object]]:
    for n in range(1, _VISITS + 1):
        for pos in (1, 2):
            yield {"customer_id": number, "n": n, "pos": pos, "product_id": pos, "amount": 225}


def _items(now: datetime, number: int) -> Iterator[Mapping[str, object]]:
    last = to_seconds(now - timedelta(days=1))
    for product in (1, 2):
        yield {
            "customer_id": number, "product_id": product, "times": _VISITS, "last_ts": last,
        }  # fmt: skip


def _trail(shop: Shop, people: list[int]) -> Iterator[Mapping[str, object]]:
    """A line for each visit, sealed as the program seals it."""
    audit, at = shop.storage.audit, to_seconds(shop.clock.now())
    number, seal = audit.head()
    for one in people:
        for n in range(1, _VISITS + 1):
            body = json.dumps({"customer": one, "n": n}, sort_keys=True, separators=(",", ":"))
            seal = audit._seal(seal, at, "", "record_visit", body)
            number += 1
            yield {
                "id": number, "ts": at, "staff": "", "deed": "record_visit", "body": body,
                "mac": seal,
            }  # fmt: skip
