import inspect
import json

import pytest

from pos_companion.services import DEEDS
from pos_companion.services.deeds import do


def test_the_deeds_are_those_a_script_may_ask_for():
    assert {"find", "card", "usual", "visit", "undo"} <= DEEDS.keys()


def test_every_answer_is_plain_json(shop, ana):
    answers = [
        do(shop, "find", {"text": "ana"}),
        do(shop, "card", {"customer": str(ana.id)}),
        do(shop, "usual", {"customer": str(ana.id)}),
        do(shop, "visit", {"customer": str(ana.id), "uid": "one", "take": ["dog-biscuit"]}),
        do(shop, "undo", {"uid": "one"}),
    ]
    for answer in answers:
        assert json.loads(json.dumps(answer)) == answer


@pytest.mark.parametrize("name", sorted(DEEDS))
def test_every_deed_says_what_it_takes_and_what_it_answers(name):
    told = inspect.getdoc(DEEDS[name]) or ""
    takes = [one for one in inspect.signature(DEEDS[name]).parameters if one != "shop"]
    assert "Returns:" in told
    assert [one for one in takes if f"{one}:" not in told and f"`{one}`" not in told] == []
