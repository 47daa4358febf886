import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.services.deeds import do


def test_a_segment_is_changed_by_its_id(shop):
    do(shop, "segment_save", {"name": "Pets", "when": {"kind": "has_pet"}})
    cats = {"kind": "has_pet", "animal": "cat"}
    changed = do(shop, "segment_save", {"id": "pets", "name": "Cats", "when": cats})
    assert (changed["id"], changed["name"], changed["when"]) == ("pets", "Cats", cats)
    with pytest.raises(NotFoundError, match="no segment called dogs"):
        do(shop, "segment_save", {"id": "dogs", "name": "Dogs", "when": cats})
    with pytest.raises(BadInputError, match="about a day or a purchase"):
        do(shop, "segment_save", {"name": "Today", "when": {"kind": "weekday", "days": [1]}})
