"""Who looked at whose card, by script."""

import pytest

from pos_companion.errors import BadInputError
from pos_companion.services.deeds import do
from pos_companion.services.looks import note_look
from tests.builders import add_customer


def test_looks_are_told_with_ids(shop):
    rosa = add_customer("Rosa Delgado")
    shop.staff, shop.person = "Mia", 7
    note_look(shop, rosa.id)
    shop.staff, shop.person = "", 0
    assert do(shop, "looks", {"days": 1}) == {
        "looks": [{"day": "2025-11-21", "staff": "Mia", "customer": str(rosa.id), "times": 1}]
    }
    with pytest.raises(BadInputError):
        do(shop, "looks", {"days": "many"})


@pytest.mark.parametrize("name", ["looks", "simulate"])
def test_no_days_at_all_are_refused_by_their_own_name(shop, name):
    with pytest.raises(BadInputError, match="days must be a whole number from 1 to 1,000"):
        do(shop, name, {"days": 0})
