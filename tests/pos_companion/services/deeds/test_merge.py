import json

import pytest

from pos_companion.errors import BadInputError, CompanionError
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_visits


@pytest.fixture
def two(shop):
    ana = add_customer("Ana Silva", family=[("Rex", "dog")])
    anna = add_customer("Anna Silva", card="ROSE-7", family=[("Rex", "dog")])
    add_visits(anna, 2)
    return ana, anna


def test_merge_answers_in_its_agreed_form(shop, two):
    ana, _ = two
    answer = do(shop, "merge", {"keep": str(ana.id), "away": "ROSE-7", "same_pets": True})
    assert json.loads(json.dumps(answer)) == {
        "merge": 1,
        "customer": {"id": str(ana.id), "name": "Ana Silva", "visits": 2},
        "moved": {
            "visits": 2,
            "redemptions": 0,
            "celebrations": 0,
            "remarks": 0,
            "coupons": 0,
            "answers": 0,
        },
    }
    card = do(shop, "card", {"customer": "ROSE-7"})
    assert card["customer"]["id"] == str(ana.id)
    assert [one["name"] for one in card["household"]] == ["Rex"]


def test_nonsense_is_refused(shop, two):
    ana, anna = two
    for values in (
        {"keep": str(ana.id), "away": str(ana.id)},
        {"keep": str(ana.id), "away": ""},
        {"keep": None, "away": str(ana.id)},
        {"keep": str(ana.id)},
    ):
        with pytest.raises(CompanionError):
            do(shop, "merge", values)
    with pytest.raises(BadInputError, match="same_pets must be true or false"):
        do(shop, "merge", {"keep": str(ana.id), "away": str(anna.id), "same_pets": "yes"})
    assert shop.storage.rows("SELECT count(*) FROM merge") == [(0,)]
