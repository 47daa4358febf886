import pytest

from pos_companion.errors import BadInputError
from pos_companion.services.deeds import do


def test_a_day_on_which_nothing_went_beyond_is_empty(shop, ana):
    assert do(shop, "exceptions", {}) == {"exceptions": [], "totals": [], "together": []}
    with pytest.raises(BadInputError):
        do(shop, "exceptions", {"since": "yesterday"})
