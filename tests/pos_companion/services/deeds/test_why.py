import json

import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.i18n import use_language
from pos_companion.services.deeds import do


def test_every_rule_has_its_tree_in_sentences_and_in_codes(shop, ana):
    rules = {one["rule"]: one for one in do(shop, "why", {"customer": ana.id})["rules"]}
    assert json.loads(json.dumps(rules)) == rules
    assert rules["dog-biscuit"]["offered"]
    assert rules["ten"]["code"] == "condition_false"
    said = [line["sentence"] for line in rules["ten"]["lines"]]
    assert said == ["This is visit number 5; the next one that counts is number 10."]
    assert rules["ten"]["kept"]["when"]["verdict"] == "no"
    one = do(shop, "why", {"customer": ana.id, "rule": "ten"})["rules"]
    assert [each["rule"] for each in one] == ["ten"]


def test_what_was_given_and_declined_is_explained_as_it_was_in_any_language(shop, ana):
    given = do(shop, "accept", {"customer": ana.id, "visit": "v1", "offer": "dog-biscuit"})
    answer = do(shop, "why", {"redemption": given["redemption"]})
    assert (answer["rule"], answer["state"]) == ("dog-biscuit", "accepted")
    assert answer["lines"][0]["sentence"] == "Rex’s birthday is tomorrow"
    no = do(shop, "decline", {"customer": ana.id, "visit": "v2", "offer": "dog-biscuit",
                              "why": "has_it"})  # fmt: skip
    said = do(shop, "why", {"redemption": no["redemption"]})["lines"]
    assert said[-1]["sentence"] == "They have it already"
    use_language("de")
    try:
        german = do(shop, "why", {"redemption": given["redemption"]})
    finally:
        use_language("en")
    assert german["lines"][0]["sentence"] not in {"", "Rex’s birthday is tomorrow"}


def test_it_is_asked_about_somebody_or_about_something_that_is_there(shop, ana):
    with pytest.raises(BadInputError):
        do(shop, "why", {})
    for values in ({"customer": ana.id, "rule": "nothing"}, {"redemption": "404"}):
        with pytest.raises(NotFoundError):
            do(shop, "why", values)
