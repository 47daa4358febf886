"""Rules in versions that never change once written."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pos_companion.rules import RedemptionState, Rule, RuleState
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.unknown import UnknownCondition
from pos_companion.storage import Storage
from pos_companion.storage.rulebook import RulebookDrawer
from tests.pos_companion.storage.records import NOW, redemption


@pytest.fixture
def welcome() -> Rule:
    return Rule(
        id="welcome",
        name="A warm welcome",
        when=FirstVisit(),
        effects=(Gift(1),),
        say="Welcome, {name}!",
        why="The first visit decides.",
    )


def test_a_rule_comes_back_as_it_was_saved(storage: Storage, welcome: Rule) -> None:
    assert storage.rulebook.save(welcome, NOW) == welcome
    assert storage.rulebook.rules() == (welcome,)
    assert RulebookDrawer(storage.db, storage.segments).rules() == (welcome,)


def test_an_empty_rulebook_is_a_rulebook(storage: Storage) -> None:
    assert storage.rulebook.rules() == ()


def test_rules_are_asked_by_priority_and_then_by_name(storage: Storage, welcome: Rule) -> None:
    for ident, priority in (("b", 100), ("c", 5), ("a", 100)):
        storage.rulebook.save(replace(welcome, id=ident, priority=priority), NOW)
    assert [rule.id for rule in storage.rulebook.rules()] == ["c", "a", "b"]


def test_saving_again_makes_a_version_and_keeps_the_old_one(
    storage: Storage, welcome: Rule
) -> None:
    storage.rulebook.save(welcome, NOW, "Mia")
    stricter = replace(welcome, when=VisitsAtLeast(3, 30))
    kept = storage.rulebook.save(stricter, NOW, "Ben")
    assert kept == replace(stricter, version=2)
    assert storage.rulebook.rules() == (kept,)
    versions = storage.rows(
        "SELECT version, author, json_extract(body, '$.when.kind') FROM rule_version"
    )
    assert versions == [(1, "Mia", "first_visit"), (2, "Ben", "visits_at_least")]


def test_the_state_in_force_is_the_rulebooks(storage: Storage, welcome: Rule) -> None:
    storage.rulebook.save(welcome, NOW)
    storage.rows("UPDATE rule SET state = 'paused'")
    (rule,) = storage.rulebook.rules()
    assert rule.state is RuleState.PAUSED


def test_a_change_by_another_till_is_seen_at_the_next_look(storage: Storage, welcome: Rule) -> None:
    other_till = RulebookDrawer(storage.db, storage.segments)
    storage.rulebook.save(welcome, NOW)
    assert other_till.rules() == (welcome,)
    storage.rulebook.save(replace(welcome, say="Hello, {name}!"), NOW)
    assert [rule.say for rule in other_till.rules()] == ["Hello, {name}!"]


def test_a_kind_of_a_newer_version_is_kept_word_for_word(storage: Storage, welcome: Rule) -> None:
    storage.rulebook.save(welcome, NOW)
    storage.rows(
        "UPDATE rule_version SET body = json_set(body, '$.when', json(?))",
        ('{"kind": "moon_phase", "phase": "full"}',),
    )
    (rule,) = RulebookDrawer(storage.db, storage.segments).rules()
    assert isinstance(rule.when, UnknownCondition)
    storage.rulebook.save(rule, NOW)
    body = "SELECT json_extract(body, '$.when') FROM rule_version WHERE version = 2"
    assert storage.rows(body) == [('{"kind":"moon_phase","phase":"full"}',)]


def test_a_version_that_was_taken_back_frees_its_number(storage: Storage, welcome: Rule) -> None:
    other_till = RulebookDrawer(storage.db, storage.segments)
    storage.rulebook.save(welcome, NOW)
    again = storage.rulebook.save(replace(welcome, say="Hello!"), NOW)
    storage.rulebook.stand(welcome)
    storage.rulebook.drop_version(again.id, again.version)
    assert [one.version for one in storage.rulebook.versions("welcome")] == [1]
    later = storage.rulebook.save(replace(welcome, say="Hi!"), NOW + timedelta(seconds=1))
    assert (later.version, other_till.rules()) == (2, (later,))
    assert storage.rulebook.version("welcome", 1) == welcome
    assert storage.rulebook.version("welcome", 7) is None


def test_a_rule_nothing_was_given_by_can_be_forgotten(storage: Storage, welcome: Rule) -> None:
    storage.rulebook.save(welcome, NOW)
    storage.rulebook.save(replace(welcome, id="used"), NOW)
    storage.ledger.add(redemption("a", rule="used", state=RedemptionState.GIVEN), NOW)
    assert [storage.rulebook.drop(name) for name in ("welcome", "used")] == [True, False]
    assert [rule.id for rule in storage.rulebook.rules()] == ["used"]
    assert storage.rulebook.given(date(2000, 1, 1)) == {"used": 1}
    assert storage.rulebook.get("welcome") is None


def test_the_place_in_force_is_the_rulebooks(storage: Storage, welcome: Rule) -> None:
    storage.rulebook.save(welcome, NOW)
    storage.rulebook.stand(replace(welcome, priority=7, state=RuleState.PAUSED))
    assert storage.rulebook.get("welcome") == replace(welcome, priority=7, state=RuleState.PAUSED)
