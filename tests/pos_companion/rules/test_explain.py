"""Explanations as plain JSON values."""

import json
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from pos_companion.i18n import NearDay, Phrase, words
from pos_companion.model.money import Money
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.celebration import Celebration
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.explain import deciding, explain_json, phrase_from_json, phrase_to_json
from tests.pos_companion.rules.cases import BISCUIT, birthday, facts

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "value",
    [
        "Rosa", 3, None, True, 1.5, DAY, time(9, 30), Decimal("12.5"), Money(120, "EUR"),
        datetime.combine(DAY, time(9)), NearDay(DAY, DAY), Phrase("inner {x}", {"x": 1}),
        ("a", Phrase("b")),
    ],
)  # fmt: skip
def test_every_value_of_a_sentence_survives_and_can_be_worded_again(value: object) -> None:
    phrase = Phrase("one {value}", {"value": value}, "many {value}" if value == 3 else "")
    kept = json.loads(json.dumps(phrase_to_json(phrase)))
    assert phrase_from_json(kept) == phrase


def test_a_sentence_with_a_number_keeps_its_plural() -> None:
    phrase = Phrase("{count} day", {"count": 2}, "{count} days")
    assert words(phrase_from_json(phrase_to_json(phrase))) == "2 days"


def test_the_tree_has_the_shape_of_the_rule() -> None:
    when = AllOf((Celebration(), Not(Weekday((0,)))))
    seen = facts(celebrations=(birthday("11-21", BISCUIT), birthday("03-01")), members=(BISCUIT,))
    tree = explain_json(when, when.judge(seen))
    assert (tree["kind"], tree["verdict"]) == ("all_of", "yes")
    assert (tree["beneficiary"], tree["celebration_year"]) == ("being:12", 2026)
    parts = tree["parts"]
    assert isinstance(parts, list)
    assert [part["kind"] for part in parts] == ["celebration", "not_"]
    assert parts[1]["parts"][0]["code"] == "wrong_weekday"


def test_the_deciding_answer_is_found_through_every_kind_of_tree() -> None:
    monday, friday = Weekday((0,)), Weekday((4,))
    when = AllOf((friday, AnyOf((monday, AllOf((friday, Not(friday)))))))
    path, leaf = deciding(when, when.judge(facts()))
    assert path == "all_of.1.any_of.0.weekday"
    assert leaf.code == "wrong_weekday"
    opposite = Not(friday)
    path, leaf = deciding(opposite, opposite.judge(facts()))
    assert (path, leaf.code) == ("not_.0.weekday", "")
