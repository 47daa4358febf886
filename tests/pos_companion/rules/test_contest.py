"""Rules that compete: excludes first, then groups."""

from datetime import date

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.rules import GroupMode
from pos_companion.rules.effects.amount_off import AmountOff
from tests.pos_companion.rules.cases import judged, rule

SMALL, LARGE = AmountOff(Money(100, "EUR")), AmountOff(Money(500, "EUR"))


def test_the_best_for_the_customer_wins_its_group() -> None:
    result = judged(
        [rule(None, SMALL, rule_id="a", group="g"), rule(None, LARGE, rule_id="b", group="g")]
    )
    assert [offer.rule.id for offer in result.offers] == ["b"]
    assert result.why_not[0].code == "beaten_by"
    assert words(result.why_not[0].sentence) == "“B” comes first for them today."
    assert result.why_not[0].explanation["with"] == {"rule": "b"}


def test_the_first_by_priority_wins_its_group() -> None:
    first = GroupMode.FIRST
    result = judged(
        [
            rule(None, LARGE, rule_id="a", group="g", group_mode=first, priority=2),
            rule(None, SMALL, rule_id="b", group="g", group_mode=first, priority=1),
        ]
    )
    assert [offer.rule.id for offer in result.offers] == ["b"]


def test_a_stack_holds_as_many_as_a_visit_may_bring() -> None:
    stack = GroupMode.STACK
    book = [rule(rule_id=name, group="g", group_mode=stack) for name in "abc"]
    result = judged(book)
    assert [offer.rule.id for offer in result.offers] == ["a", "b"]
    assert [reason.rule.id for reason in result.why_not] == ["c"]


def test_rules_without_a_group_do_not_compete() -> None:
    assert len(judged([rule(rule_id="a"), rule(rule_id="b")]).offers) == 2


def test_an_exclude_beats_the_groups() -> None:
    book = [
        rule(None, SMALL, rule_id="a", priority=1, excludes=("b",)),
        rule(None, LARGE, rule_id="b", group="g"),
        rule(None, SMALL, rule_id="c", group="g"),
    ]
    result = judged(book)
    assert [offer.rule.id for offer in result.offers] == ["a", "c"]
    assert [(one.rule.id, one.code) for one in result.why_not] == [("b", "excluded_by")]


def test_an_excluded_rule_excludes_nobody() -> None:
    book = [
        rule(rule_id="a", priority=1, excludes=("b",)),
        rule(rule_id="b", priority=2, excludes=("c",)),
        rule(rule_id="c", priority=3),
    ]
    assert [offer.rule.id for offer in judged(book).offers] == ["a", "c"]


def test_ties_go_to_the_window_that_ends_sooner_then_the_lower_cost_then_the_id() -> None:
    book = [
        rule(None, SMALL, rule_id="d"),
        rule(None, SMALL, rule_id="c"),
        rule(None, LARGE, rule_id="b"),
        rule(None, LARGE, rule_id="z", valid_through=date(2026, 11, 30)),
        rule(None, LARGE, rule_id="y", priority=1),
    ]
    assert [offer.rule.id for offer in judged(book).offers] == ["y", "z", "c", "d", "b"]
