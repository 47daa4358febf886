"""Rules carried to another shop in one file: all of them, or none and the reason."""

import json

import pytest

from pos_companion.errors import CompanionError, NotAllowedError
from pos_companion.model.money import Money
from pos_companion.model.staff import Role
from pos_companion.rules import Cap, Period, Scope, Unit
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.services.rule_files import (
    FORMAT,
    rules_as_file,
    take_in_rules,
    undo_take_in,
)
from pos_companion.services.sign_in import sign_out
from pos_companion.services.staff import add_person
from tests.builders import add_gift, add_rule, open_test_shop

BUDGET = Cap(Scope.RULE, Period.MONTH, 5000, Unit.COST)


@pytest.fixture
def file(shop):
    """What this shop wrote: a gift on some days, and money off on the first visit."""
    add_gift("Another thing")
    add_rule("Candle", Weekday((0, 1)), caps=(BUDGET,), priority=20)
    add_rule("Welcome", FirstVisit(), gives=AmountOff(Money(100, "EUR")), caps=(BUDGET,))
    return rules_as_file(shop)


def changed(file, **changes):
    return json.dumps({**json.loads(file), **changes})


def with_first(file, **changes):
    written = json.loads(file)
    written["rules"][0].update(changes)
    return json.dumps(written)


def test_the_rules_of_one_shop_are_those_of_another_its_gifts_found_by_name(shop, file, tmp_path):
    there = open_test_shop(tmp_path / "there")
    candle = add_gift("candle", shop=there)
    taken = take_in_rules(there, file)
    assert [change.rule.id for change in taken.changes] == ["candle", "welcome"]
    rules = there.storage.rulebook.rules()
    assert [rule.name for rule in rules] == ["Candle", "Welcome"]
    assert rules[0].effects[0].taken_from_shelf == candle.id
    assert rules[0].caps == (BUDGET,)
    undo_take_in(there, taken)
    assert there.storage.rulebook.rules() == ()


def test_taken_in_again_nothing_changes(shop, file):
    before = shop.storage.rulebook.rules()
    taken = take_in_rules(shop, file)
    assert (taken.changes, taken.unchanged) == ((), 2)
    assert shop.storage.rulebook.rules() == before


def test_what_differs_becomes_the_next_version_and_goes_back_to_the_one_before(shop, file):
    taken = take_in_rules(shop, with_first(file, name="Big candle"))
    assert [(one.rule.name, one.rule.version) for one in taken.changes] == [("Big candle", 2)]
    undo_take_in(shop, taken)
    assert shop.storage.rulebook.rules()[0].version == 1
    assert rules_as_file(shop) == file


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda file: "{", "This is no file of rules"),
        (lambda file: "[]", "no file of rules of POS Companion"),
        (lambda file: changed(file, version=2), "newer version of the program"),
        (lambda file: changed(file, version=True), "does not say of which version"),
        (lambda file: changed(file, currency="USD"), "count in USD; this shop sells in EUR"),
        (lambda file: changed(file, colour="red"), "has these fields"),
        (lambda file: changed(file, rules=[]), "There are no rules"),
        (lambda file: changed(file, gifts=[]), "number to name"),
        (lambda file: changed(file, gifts={"1": "Cake"}), "“Cake” is not on the shelf here"),
        (lambda file: changed(file, gifts={}), "Rule number 1 of the file: It gives gift number"),
        (lambda file: with_first(file, when={"kind": "moon"}), "Rule number 1.*“moon”"),
        (lambda file: with_first(file, id="welcome"), "Two rules of this file have the id"),
        (lambda file: with_first(file, when={"kind": "not_", "part": {"kind": "all_of"}},
                                 state="active", say=""), "Rule|sentence|say"),
        (
            lambda file: with_first(
                file,
                when={
                    "kind": "all_of",
                    "parts": [{"kind": "weekday", "days": [0]}, {"kind": "weekday", "days": [1]}],
                },
            ),
            "days of the week never fall together",
        ),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_in_says_why_and_changes_nothing(shop, file, spoil, why):
    before = rules_as_file(shop)
    with pytest.raises(CompanionError, match=why):
        take_in_rules(shop, spoil(file))
    assert rules_as_file(shop) == before


def test_a_file_from_before_rules_named_their_promise_is_still_read(shop, file):
    written = json.loads(file)
    for one in written["rules"]:
        assert one.pop("promise") == ""
    taken = take_in_rules(shop, json.dumps(written))
    assert (taken.changes, taken.unchanged) == ((), 2)
    take_in_rules(shop, with_first(file, promise="Nobody waits for nothing."))
    assert "Nobody waits for nothing." in rules_as_file(shop)


def test_only_who_may_takes_rules_in_or_out(shop, file):
    add_person(shop, "Mia", Role.MANAGER, "739154")
    sign_out(shop)
    with pytest.raises(NotAllowedError):
        take_in_rules(shop, file)
    with pytest.raises(NotAllowedError):
        rules_as_file(shop)


def test_the_file_says_what_it_is(file):
    written = json.loads(file)
    assert (written["format"], written["version"], written["currency"]) == (FORMAT, 1, "EUR")
    assert list(written["gifts"].values()) == ["Candle"]
