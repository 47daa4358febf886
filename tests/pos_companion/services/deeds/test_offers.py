import json

from pos_companion.rules.conditions.item_bought import ItemBought
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_rule


def test_everything_that_can_be_offered_is_told_with_what_it_needs(shop, ana):
    answer = do(shop, "offers", {"customer": str(ana.id), "visit": "v1"})
    assert json.loads(json.dumps(answer)) == answer
    assert answer["visit"] == "v1"
    assert [(one["id"], one["needs"], one["beneficiary"][:5]) for one in answer["offers"]] == [
        (answer["offers"][0]["id"], "", "being")
    ]
    assert [no["rule"] for no in answer["why_not"]] == ["ten"]
    assert answer["own"]["left_today"] == {"amount": 1000, "currency": "EUR"}
    assert "own:self:gift:1" in [one["id"] for one in answer["own"]["offers"]]


def test_what_lies_on_the_counter_is_judged_along(shop, ana):
    add_rule("With coffee", ItemBought("Flat white"))
    without = do(shop, "offers", {"customer": str(ana.id)})
    assert "with-coffee" in [no["rule"] for no in without["why_not"]]
    taken = do(shop, "offers", {"customer": str(ana.id), "items": ["Flat white:1:3.50"]})
    assert "with-coffee" in [one["rule"] for one in taken["offers"]]


def test_what_was_accepted_is_told(shop):
    add_rule("Tea")
    bea = add_customer("Bea")
    do(shop, "accept", {"customer": bea.id, "visit": "v1", "offer": "tea"})
    answer = do(shop, "offers", {"customer": bea.id, "visit": "v1"})
    assert answer["accepted"] == ["tea:self"]
