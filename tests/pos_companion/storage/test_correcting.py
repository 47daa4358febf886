"""A visit is written anew at its place, and stands as it stood when that is undone."""

import json
from dataclasses import replace

from pos_companion.model.money import Money
from pos_companion.model.visits import Basket
from pos_companion.storage import Storage
from pos_companion.storage.correcting import Correcting, take_back
from tests.pos_companion.storage.records import (
    NOW,
    add_customer,
    add_product,
    contents,
    minutes,
    redemption,
    visit_of,
)


def test_also_when_visits_share_a_second_and_it_goes_before_them(storage: Storage) -> None:
    ana = add_customer(storage)
    tea, cake = add_product(storage, "Tea"), add_product(storage, "Cake")
    for uid in ("one", "two", "three"):
        storage.visits.record(visit_of(ana, uid, tea))
    with storage.transaction():
        given = storage.ledger.add(redemption("g", customer=ana.id, visit="two"), NOW)
    before, two = contents(storage), storage.visits.get("two")
    assert two is not None
    right = replace(visit_of(ana, "two", cake, at=minutes(-5)), total=Money(450, "EUR"))
    work = Correcting(storage, two)
    with storage.transaction():
        work.write(right)
        work.change_line(given.id, {"cost": 5})
    assert storage.rows("SELECT uid FROM visit ORDER BY n") == [("two",), ("one",), ("three",)]
    assert storage.rows("SELECT total FROM visit WHERE uid = 'two'") == [(450,)]
    assert storage.rows("SELECT cost FROM redemption") == [(5,)]
    assert storage.check() == []
    with storage.transaction():
        take_back(storage, two, json.loads(json.dumps(work.way_back)))
    assert contents(storage) == before


def test_a_visit_without_anything_bought_holds_nothing(storage: Storage) -> None:
    ana = add_customer(storage)
    storage.visits.record(visit_of(ana, "one", add_product(storage, "Tea")))
    one = storage.visits.get("one")
    assert one is not None
    with storage.transaction():
        Correcting(storage, one).write(replace(one, basket=Basket()))
    assert storage.rows("SELECT count(*) FROM visit_line") == [(0,)]
    assert storage.rows("SELECT count(*) FROM customer_item") == [(0,)]
    assert storage.check() == []
