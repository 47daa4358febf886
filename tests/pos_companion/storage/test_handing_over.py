import json

from pos_companion.storage import Storage
from pos_companion.storage.handing_over import HandingOver, take_back
from tests.pos_companion.storage.records import (
    NOW,
    add_customer,
    add_product,
    contents,
    minutes,
    redemption,
    visit_of,
)


def test_a_visit_goes_over_and_comes_back_also_when_visits_share_a_second(
    storage: Storage,
) -> None:
    ana, bea = add_customer(storage, "Ana"), add_customer(storage, "Bea")
    tea = add_product(storage, "Tea")
    for uid in ("one", "two", "three"):
        storage.visits.record(visit_of(ana, uid, tea))
    storage.visits.record(visit_of(bea, "four", tea, at=minutes(-5)))
    with storage.transaction():
        given = storage.ledger.add(
            redemption("g", customer=ana.id, visit="one", period_key=f"customer:{ana.id}:ever"), NOW
        )
    before = contents(storage)
    handing = HandingOver(storage, "one", ana.id, bea.id)
    with storage.transaction():
        handing.carry([given.id])
        handing.flag(given.id, {"code": "cap_person"})
        handing.say((), NOW)
    rows = storage.rows("SELECT customer_id, beneficiary, period_key, reason FROM redemption")
    key = f"customer:{bea.id}"
    assert rows == [(bea.id, key, f"{key}:ever", '{"exception": {"code": "cap_person"}}')]
    assert storage.check() == []
    with storage.transaction():
        take_back(storage, json.loads(json.dumps(handing.way_back)))
    assert contents(storage) == before
