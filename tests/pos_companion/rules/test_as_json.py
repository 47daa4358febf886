"""Rules as JSON and back."""

import dataclasses
import json
import typing
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from pos_companion.errors import BadInputError
from pos_companion.model.money import Money
from pos_companion.rules import (
    Cap,
    Condition,
    GroupMode,
    Period,
    RuleState,
    Scope,
    Unit,
    Verdict,
)
from pos_companion.rules.as_json import (
    CONDITIONS,
    EFFECTS,
    effect_from_json,
    read_rule,
    rule_from_json,
    rule_to_json,
)
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.conditions.time_of_day import TimeOfDay
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.gift import Gift
from tests.pos_companion.rules.cases import PRESETS, facts, judged, refused, rule

EXAMPLES: dict[Any, Any] = {
    Money: Money(250, "EUR"),
    int: 3,
    str: "Tea",
    Condition: Weekday((1, 2)),
}


def example(part: type) -> Any:
    """A part whose required fields hold something."""
    shapes = typing.get_type_hints(part)
    required = [
        field.name for field in dataclasses.fields(part) if field.default is dataclasses.MISSING
    ]
    return part(**{name: EXAMPLES[shapes[name]] for name in required})


@pytest.mark.parametrize("kind", CONDITIONS)
def test_every_condition_survives_saving(kind: str) -> None:
    made = rule(example(CONDITIONS[kind]))
    assert made.when.kind == kind
    assert CONDITIONS[kind].label
    assert read_rule(json.dumps(rule_to_json(made))) == made


@pytest.mark.parametrize("kind", EFFECTS)
def test_every_effect_survives_saving(kind: str) -> None:
    made = rule(None, example(EFFECTS[kind]))
    assert made.effects[0].kind == kind
    assert EFFECTS[kind].label
    assert read_rule(json.dumps(rule_to_json(made))) == made


@pytest.mark.parametrize("part", [*CONDITIONS.values(), *EFFECTS.values()])
def test_every_field_has_its_words_on_the_form(part: type) -> None:
    fields = [one for one in dataclasses.fields(part) if not one.metadata.get("bound")]
    assert all(field.metadata["label"] for field in fields)


def test_a_whole_rule_survives_saving() -> None:
    full = rule(
        AllOf((Not(Weekday((0,))), TimeOfDay(time(22), time(2, 30)))),
        Gift(1),
        Gift(2),
        version=3,
        state=RuleState.PAUSED,
        kind="surprise",
        priority=7,
        group="g",
        group_mode=GroupMode.STACK,
        valid_from=date(2026, 1, 1),
        valid_through=date(2026, 12, 31),
        caps=(Cap(Scope.PERSON, Period.ROLLING, 5, Unit.COST, 30),),
        needs_approval=True,
        reason_required=True,
        excludes=("other",),
    )
    assert read_rule(json.dumps(rule_to_json(full))) == full


@pytest.mark.parametrize("path", sorted(PRESETS.glob("*.json")), ids=lambda path: path.stem)
def test_the_ready_made_rules_are_read_and_written_alike(path: Path) -> None:
    made = read_rule(path.read_text("utf-8"))
    assert made.id == path.stem
    assert rule_from_json(rule_to_json(made)) == made


def test_a_part_of_a_newer_version_is_kept_word_for_word_and_never_fires() -> None:
    moon = {"kind": "moon_phase", "phase": ["full"], "deep": {"x": 1.5}}
    written = {**rule_to_json(rule()), "when": {"kind": "not_", "part": moon}}
    made = rule_from_json(written)
    assert made.when.judge(facts()).verdict is Verdict.UNKNOWN
    assert rule_to_json(made) == written
    assert refused(judged(made)) == (
        "unknown_kind",
        "This rule needs a newer version of the program (“moon_phase”).",
    )


def test_a_gesture_of_a_newer_version_is_kept_word_for_word_and_never_given() -> None:
    raffle = {"kind": "raffle", "tickets": 2}
    written = {**rule_to_json(rule()), "effects": [raffle]}
    made = rule_from_json(written)
    assert rule_to_json(made) == written
    assert refused(judged(made))[0] == "unknown_kind"


def changed(**fields: object) -> dict[str, object]:
    return {**rule_to_json(rule()), **fields}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ([], "rule should be an object in braces."),
        ({}, "rule lacks the field “id”."),
        (changed(id=""), "A rule needs an id."),
        (changed(effects=[]), "The rule “treat” gives nothing."),
        (changed(effects={}), "rule.effects should be a list in brackets."),
        (changed(colour="red"), "rule has no field “colour”."),
        (changed(priority="high"), "rule.priority cannot be “\"high\"”."),
        (changed(needs_approval=1), "rule.needs_approval cannot be “1”."),
        (changed(priority=True), "rule.priority cannot be “true”."),
        (changed(state="asleep"), "rule.state cannot be “\"asleep\"”."),
        (changed(valid_from="31.12.2026"), "rule.valid_from cannot be “\"31.12.2026\"”."),
        (changed(when={}), "rule.when does not say of which kind it is."),
        (changed(when={"kind": "all_of", "parts": [3]}),
         "rule.when.all_of.parts.0 should be an object in braces."),
        (changed(when={"kind": "weekday", "days": [7]}),
         "rule.when.weekday.days is 7; it must be at most 6."),
        (changed(when={"kind": "visits_at_least", "count": 0}),
         "rule.when.visits_at_least.count is 0; it must be at least 1."),
        (changed(effects=[{"kind": "gift"}]), "rule.effects.0.gift lacks the field “gift”."),
        (changed(effects=[{"kind": "amount_off", "amount": {"amount": 1.5, "currency": "EUR"}}]),
         "rule.effects.0.amount_off.amount cannot be “{\"amount\": 1.5, \"currency\": \"EUR\"}”."),
        (changed(effects=[{"kind": "amount_off", "amount": {"amount": 1}}]),
         "rule.effects.0.amount_off.amount cannot be “{\"amount\": 1}”."),
        (changed(say="Hello {phone}"),
         "The words of “treat” cannot say “phone”; they can say {name}, {pet}, and {who}."),
        (changed(say="Hello {name"), "The words of “treat” have a brace that is not closed."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_sentence_and_where(data: object, sentence: str) -> None:
    with pytest.raises(BadInputError) as caught:
        rule_from_json(data)
    assert str(caught.value).replace(", {pet} and", ", {pet}, and") == sentence


def test_a_file_that_is_no_json_says_where_it_breaks() -> None:
    with pytest.raises(BadInputError, match=r"This is not JSON: line 2, column 1\."):
        read_rule('{"id":\n')


def test_a_single_effect_is_read_as_it_was_kept() -> None:
    assert effect_from_json({"kind": "gift", "gift": 2}) == Gift(2)


def test_a_rule_of_before_asks_nobody_why() -> None:
    written = rule_to_json(rule())
    del written["reason_required"]
    assert rule_from_json(written) == rule()
