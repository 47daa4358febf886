import json

import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_rule


def test_a_script_tells_how_it_went_and_hears_the_card_as_it_is_then(shop, ana):
    card = do(shop, "card", {"customer": str(ana.id)})
    values = {"customer": str(ana.id), "key": card["ask_key"], "outcome": "asked_well"}
    answer = do(shop, "asked", values)
    assert json.loads(json.dumps(answer)) == answer
    assert (answer["key"], answer["outcome"]) == ("thread:1", "asked_well")
    assert (answer["card"]["ask"], answer["card"]["ask_key"]) == ("", "")


def test_an_answer_brings_the_offer_on_the_same_visit(shop):
    add_rule("Cake", Celebration(who=Who.SELF))
    bea = add_customer("Bea")
    values = {"customer": str(bea.id), "key": "day:birthday:self", "outcome": "answered"}
    answer = do(shop, "asked", {**values, "answer": "22 November"})
    assert [offer["rule"] for offer in answer["card"]["offers"]] == ["cake"]


def test_an_outcome_a_question_cannot_have_is_refused_with_those_it_can(shop, ana):
    values = {"customer": str(ana.id), "key": "thread:1", "outcome": "answered", "answer": "yes"}
    with pytest.raises(BadInputError) as refused:
        do(shop, "asked", values)
    outcomes = ", ".join(do(shop, "card", {"customer": str(ana.id)})["ask_outcomes"])
    assert str(refused.value) == f"What came of this question is one of: {outcomes}."


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"key": "thread:2"}, NotFoundError),
        ({"key": 5}, BadInputError),
        ({"outcome": "fine"}, BadInputError),
        ({"outcome": None}, BadInputError),
        ({"outcome": "answered"}, BadInputError),
        ({"answer": ["yes"]}, BadInputError),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(shop, ana, wrong, error):
    before = shop.storage.rows("SELECT * FROM remark")
    values = {"customer": str(ana.id), "key": "thread:1", "outcome": "asked_well", **wrong}
    with pytest.raises(error):
        do(shop, "asked", values)
    assert shop.storage.rows("SELECT * FROM remark") == before
