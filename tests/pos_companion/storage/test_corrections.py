"""How visits were before they were put right."""

from pos_companion.storage import Storage
from pos_companion.storage.corrections import KeptCorrection
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, contents


def test_each_time_is_kept_and_the_last_one_of_a_visit_can_be_dropped(storage: Storage) -> None:
    ana = add_customer(storage)
    before = contents(storage)
    kept = [
        KeptCorrection(visit, NOW, "items", {"items": [at]}, "Mia")
        for at, visit in enumerate(("one", "two", "one"))
    ]
    for one in kept:
        storage.corrections.add(ana.id, one, TODAY)
    assert storage.corrections.of_customer(ana.id) == tuple(kept)
    storage.corrections.drop_last(ana.id, "one")
    assert storage.corrections.of_customer(ana.id) == tuple(kept[:2])
    for visit in ("two", "one", "one"):
        storage.corrections.drop_last(ana.id, visit)
    assert contents(storage) == before
