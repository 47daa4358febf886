"""T24: the server is killed under two tills that go on writing; what they called saved is there.

`KILLS=50 make test ARGS='-k killed_under'` for as many kills.
"""

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_companion.errors import BusyError, ServerGoneError
from pos_companion.services import Shop
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import add_customer
from tests.postgresql import OwnServer
from tests.shops import close_shops, open_test_shop
from tests.tills import Writers

KILLS = int(os.environ.get("KILLS", "3"))


@pytest.fixture
def server() -> Iterator[OwnServer]:
    """A server of this test alone."""
    try:
        own = OwnServer()
    except OSError as error:
        pytest.skip(f"not run: no PostgreSQL server can be started here ({error})")
    yield own
    close_shops()
    own.end()


def write(shop: Shop, uid: str, customer: int) -> None:
    """Record a visit, and again by the same id until it is told to be saved."""
    while True:
        try:
            record_visit(shop, VisitDeed(uid, customer))
        except (ServerGoneError, BusyError):
            time.sleep(0.02)
        else:
            return


def test_a_server_killed_under_two_tills_loses_nothing_and_doubles_nothing(
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
