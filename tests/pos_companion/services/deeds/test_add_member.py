"""`add_member`: somebody at home."""

import json

import pytest

from pos_companion.errors import CompanionError
from pos_companion.services.deeds import do
from tests.builders import add_customer
from tests.state import everything


def test_a_pet_is_added_in_its_agreed_form(shop):
    ana = add_customer("Ana Silva")
    answer = do(
        shop,
        "add_member",
        {
            "customer": str(ana.id), "name": "Rex", "species": "dog", "relation": "dog",
            "say_as": "reks", "birthday": "05-01",
        },
    )  # fmt: skip
    rex = answer["member"]
    assert rex == {
        "id": rex["id"], "name": "Rex", "relation": "dog", "species": "dog", "say": "reks",
        "customer": "", "gone": "",
    }  # fmt: skip
    assert rex["id"].isdigit()
    assert answer["household"] == [rex]
    assert json.loads(json.dumps(answer)) == answer


def test_a_member_may_be_a_customer_too(shop):
    ana, bea = add_customer("Ana Silva"), add_customer("Bea Silva")
    values = {"customer": str(ana.id), "name": "Bea", "member_customer": str(bea.id)}
    assert do(shop, "add_member", values)["member"]["customer"] == str(bea.id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": 5},
        {"name": "x" * 10_000},
        {"name": "\u202e\x07"},
        {"species": "dragon"},
        {"birthday": "2025-02-30"},
        {"birthday": "2999"},
        {"relation": "x" * 10_000},
        {"member_customer": "Ana Silva"},
        {"member_customer": 4711},
        {"colour": "brown"},
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(shop, wrong):
    ana = add_customer("Ana Silva")
    before = everything(shop)
    with pytest.raises(CompanionError):
        do(shop, "add_member", {"customer": str(ana.id), "name": "Rex", **wrong})
    assert everything(shop) == before
