"""The ready-made rules and their words."""

import re

import pytest

from pos_companion.i18n import words
from pos_companion.model.visits import UsualState
from pos_companion.rules import Rule
from pos_companion.rules.as_json import read_rule
from pos_companion.rules.effects.service import Service
from pos_companion.rules.ready_made import WORDS, WORDS_BY_SHOP
from tests.pos_companion.rules.cases import (
    BISCUIT,
    COFFEE,
    PRESETS,
    READY_MADE,
    birthday,
    facts,
    judged,
    offered,
    refused,
    usual,
    visits,
)

BY_SHOP = {
    path.stem: read_rule(path.read_text("utf-8"))
    for path in sorted((PRESETS.parent / "by_shop").glob("*.json"))
}
EVERY = {**READY_MADE, **BY_SHOP}
OFFICIAL = (
    r"\b(points?|deals?|rewards?|exclusive|loyalty|members?|policy|valued|discount|free)\b|[€$£%\d]"
)


def words_of(rule: Rule) -> tuple[str, ...]:
    return rule.name, rule.say, rule.why, rule.promise


@pytest.mark.parametrize("rule", EVERY.values(), ids=EVERY)
def test_each_names_the_promise_it_serves(rule: Rule) -> None:
    assert rule.promise


def test_there_are_six() -> None:
    assert len(READY_MADE) == 6


@pytest.mark.parametrize("rule", READY_MADE.values(), ids=READY_MADE)
def test_their_words_are_marked_for_the_catalogues(rule: Rule) -> None:
    assert {rule.name, rule.say, rule.why, rule.promise} <= set(WORDS)


def test_the_words_of_those_for_some_shops_are_marked_too_and_no_others() -> None:
    used = {text for rule in BY_SHOP.values() for text in words_of(rule)}
    services = (one for rule in BY_SHOP.values() for one in rule.effects)
    used |= {one.gesture for one in services if isinstance(one, Service)}
    assert used == set(WORDS_BY_SHOP)


def test_no_word_is_marked_for_nothing() -> None:
    used = {text for rule in READY_MADE.values() for text in words_of(rule)}
    assert used == set(WORDS)


@pytest.mark.parametrize("rule", EVERY.values(), ids=EVERY)
def test_what_is_said_is_short_and_never_official_or_about_money(rule: Rule) -> None:
    assert len(rule.say.split()) <= 14
    assert re.search(OFFICIAL, rule.say, re.IGNORECASE) is None


@pytest.mark.parametrize("rule", READY_MADE.values(), ids=READY_MADE)
def test_each_has_a_budget(rule: Rule) -> None:
    assert any(cap.unit != "count" for cap in rule.caps)


def test_the_dogs_birthday_brings_a_biscuit() -> None:
    seen = facts(celebrations=(birthday("11-21", BISCUIT),), visits=visits(3, 9, 20, 30))
    assert offered(judged(READY_MADE["pet-birthday"], seen))[0] == "Dog biscuit, peanut-free"


def test_their_own_birthday_brings_a_cookie_or_a_candle() -> None:
    seen = facts(celebrations=(birthday("11-18"),))
    assert offered(judged(READY_MADE["birthday"], seen)) == ["Cookie", "Birthday candle"]


def test_after_six_weeks_they_are_welcomed_back() -> None:
    assert offered(judged(READY_MADE["welcome-back"], facts(visits=visits(42)))) == [
        "10% off today"
    ]
    code, sentence = refused(judged(READY_MADE["welcome-back"], facts(visits=visits(41))))
    assert (code, sentence) == (
        "condition_false",
        "They were here 41 days ago; this begins at 42.",
    )


def test_every_tenth_visit_is_on_us() -> None:
    offers = judged(READY_MADE["tenth-visit"], facts(visit_count=19)).offers
    assert words(offers[0].say) == "This one’s on us today."


def test_the_first_visit_brings_something_for_next_time() -> None:
    assert offered(judged(READY_MADE["first-visit"])) == ["€2.00 off next time, until 20 Dec"]


@pytest.mark.parametrize(
    ("state", "code"), [(UsualState.ARMED, ""), (UsualState.OFTEN, "unknown_fact")]
)
def test_a_quiet_thursday_morning_is_for_those_with_a_usual(state: UsualState, code: str) -> None:
    seen = facts(
        today=facts().today.replace(day=19),
        visits=visits(*range(2, 12)),
        usual=usual(COFFEE, state=state),
    )
    result = judged(READY_MADE["quiet-morning"], seen)
    assert (refused(result)[0] if code else offered(result)[0]) == (code or "Cookie")
