"""T25: the program's own process never opens the live files: closing them would drop every lock."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_companion.services import Shop
from pos_companion.services.backup_health import health, rehearse_when_due
from pos_companion.services.backups import (
    back_up,
    offered,
)
from pos_companion.services.health import check_shop
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import add_customer

_watched: set[str] = set()
_opened: list[str] = []
_hooked: list[bool] = []


def _watch(event: str, values: tuple[object, ...]) -> None:
    if event == "open" and _watched and isinstance(values[0], str | bytes | os.PathLike):
        path = os.path.realpath(os.fsdecode(values[0]))
        if path in _watched:
            _opened.append(path)


@pytest.fixture
def watched(shop: Shop) -> Iterator[Shop]:
    """A hook cannot be taken out again, so it is told when to look."""
    if not _hooked:
        _hooked.append(True)
        sys.addaudithook(_watch)
    store = os.path.realpath(shop.storage.db.database)
    _opened.clear()
    _watched.update(f"{store}{end}" for end in ("", "-wal", "-shm"))
    yield shop
    _watched.clear()


def test_t25_a_day_of_work_opens_none_of_them(watched: Shop) -> None:
    record_visit(watched, VisitDeed("first", add_customer("Ana Silva").id))
    back_up(watched)
    rehearse_when_due(watched)
    assert len(offered(watched)) == 1
    assert health(watched).newest is not None
    assert check_shop(watched) == []
    assert _opened == []


def test_t25_the_watch_notices(watched: Shop) -> None:
    Path(watched.storage.db.database).open("rb").close()
    assert len(_opened) == 1
