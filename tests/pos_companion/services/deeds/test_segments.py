from pos_companion.services.deeds import do
from tests.builders import add_customer


def test_segments_are_told_with_their_counts_when_asked(shop):
    add_customer("Ana", family=[("Rex", "dog")])
    kept = do(shop, "segment_save", {"name": "Dog people", "when": {"kind": "has_pet"}})
    assert kept == {
        "id": "dog-people",
        "name": "Dog people",
        "when": {"kind": "has_pet", "animal": "any"},
        "count": {"people": 1, "unknown": 0, "of": 1},
    }
    assert do(shop, "segments", {"count": True}) == {"segments": [kept]}
    assert do(shop, "segments", {}) == {"segments": [{**kept, "count": None}]}
