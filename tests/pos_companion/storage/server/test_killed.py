"""T24: the server is killed under two tills that go on writing; what they called saved is there.

`KILLS=50 make test ARGS='-k killed_under'` for as many kills.
"""

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pos_companion.errors import BusyError, ServerGoneError
from pos_companion.services import Shop
from pos_companion.services.finding import as_typed, find
from pos_companion.services.following import follow, how_current
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.storage import following
from tests.builders import add_customer
from tests.postgresql import OwnServer
from tests.shops import close_shops, open_test_shop
from tests.tills import Writers

KILLS = int(os.environ.get("KILLS", "3"))


@pytest.fixture(scope="module")
def server() -> Iterator[OwnServer]:
    """A server of these tests alone."""
    try:
        own = OwnServer()
    except OSError as error:
        pytest.skip(f"not run: no PostgreSQL server can be started here ({error})")
    yield own
    own.end()


@pytest.fixture(autouse=True)
def _closed(server: OwnServer) -> Iterator[None]:
    yield
    close_shops()


def write(shop: Shop, uid: str, customer: int) -> None:
    """Record a visit, and again by the same id until it is told to be saved."""
    while True:
        try:
            record_visit(shop, VisitDeed(uid, customer))
        except (ServerGoneError, BusyError):
            time.sleep(0.02)
        else:
            return


def test_t24_a_server_killed_under_two_tills_loses_nothing_and_doubles_nothing(
    server: OwnServer, tmp_path: Path
) -> None:
    shop = open_test_shop(tmp_path / "shop", database=server.url)
    ana = add_customer("Ana")
    chance = random.Random(24)
    writers = Writers(shop, 2, write, ana.id)
    saved: list[str] = []
    for _ in range(KILLS):
        saved += writers.saved(at_least=5)
        time.sleep(chance.uniform(0, 0.05))
        server.kill()
        server.start()
    saved += writers.saved(at_least=5)
    saved += writers.end()
    kept = Counter(row[0] for row in shop.storage.rows("SELECT uid FROM visit"))
    noted = shop.storage.rows("SELECT count(*) FROM audit WHERE deed = 'visit'")
    assert [uid for uid in saved if kept[uid] != 1] == []
    assert len(saved) == len(set(saved)) >= 5 * (KILLS + 1)
    assert noted == [(len(kept),)]
    assert shop.storage.check() == []


def names(shop: Shop, text: str) -> list[str]:
    return [hit.customer.name for hit in find(shop, text)]


def test_people_are_found_while_the_server_is_gone_and_all_is_followed_once_it_is_back(
    server: OwnServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "AGAIN", 0.05)
    shop = open_test_shop(tmp_path / "shop", database=server.new_database("line"))
    follow(shop)
    ana = add_customer("Ana Kos")
    record_visit(shop, VisitDeed("first", ana.id))
    assert names(shop, "ana") == ["Ana Kos"]
    server.kill()
    until(lambda: how_current(shop) is not None)
    assert names(shop, "anna kos") == ["Ana Kos"]
    assert [hit.customer.visits for hit in as_typed(shop, "ana").hits] == [1]
    assert as_typed(shop, "ana").note == how_current(shop)
    with pytest.raises(ServerGoneError):
        open_card(shop, ana.id)
    server.start()
    until(lambda: how_current(shop) is None)
    add_customer("Ben Ito")
    assert names(shop, "ben") == ["Ben Ito"]
    assert shop.storage.check() == []


def until(is_so: Callable[[], bool]) -> None:
    """Wait for the other thread; the limit is for a test that would never end."""
    for _ in range(3000):
        if is_so():
            return
        time.sleep(0.01)
    raise TimeoutError
