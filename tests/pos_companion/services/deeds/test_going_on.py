import pytest

from pos_companion.errors import BadInputError
from pos_companion.services.deeds import do


def test_what_is_going_on_is_said_looked_at_and_ended(shop):
    said = do(shop, "going_on", {"flag": "Rain", "until": "2025-11-21T18:00"})
    assert [one["name"] for one in said["flags"]] == ["Rain"]
    assert do(shop, "going_on", {}) == said
    assert do(shop, "going_on", {"flag": "rain"})["flags"] == []
    with pytest.raises(BadInputError):
        do(shop, "going_on", {"flag": "Rain", "until": "soon"})
