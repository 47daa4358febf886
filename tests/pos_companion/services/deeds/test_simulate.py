import json

import pytest

from pos_companion.errors import BadInputError
from pos_companion.rules.as_json import rule_to_json
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_rule, add_visits


@pytest.fixture
def rule(shop):
    add_visits(add_customer("Ana"), 6)
    return add_rule("Biscuit", VisitsNth(3))


def test_a_script_tries_a_draft_on_the_last_days(shop, rule):
    draft = {**rule_to_json(rule), "when": {"kind": "visits_nth", "nth": 2}, "state": "draft"}
    answer = do(shop, "simulate", {"drafts": [draft], "days": 60})
    assert json.loads(json.dumps(answer)) == answer
    (told,) = answer["rules"]
    assert (told["rule"], told["given"], told["cost"]) == (
        "biscuit",
        3,
        {"amount": 150, "currency": "EUR"},
    )
    assert (answer["today"]["given"], answer["differences"][0]["given"]) == (2, 1)
    assert do(shop, "simulate", {"drafts": [draft], "days": 60}) == answer


def test_a_script_looks_ahead(shop, rule):
    assert do(shop, "simulate", {"forecast": True, "days": 30})["visits"] == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"drafts": "all"},
        {"drafts": [5]},
        {"drafts": [{"id": "x"}]},
        {"days": 0},
        {"knowledge": "never"},
        {"shelf": "empty"},
        {"taking": "all"},
        {"budgets": "no"},
        {"keep_real": 1},
        {"forecast": None},
    ],
)
def test_nonsense_is_refused(shop, rule, wrong):
    with pytest.raises(BadInputError):
        do(shop, "simulate", wrong)
