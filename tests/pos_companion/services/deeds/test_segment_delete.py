import pytest

from pos_companion.errors import NotFoundError
from pos_companion.services.deeds import do


def test_a_segment_is_taken_away(shop):
    do(shop, "segment_save", {"name": "Pets", "when": {"kind": "has_pet"}})
    assert do(shop, "segment_delete", {"id": "pets"})["name"] == "Pets"
    assert do(shop, "segments", {}) == {"segments": []}
    with pytest.raises(NotFoundError, match="no segment called pets"):
        do(shop, "segment_delete", {"id": "pets"})
