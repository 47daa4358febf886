"""A Rule: when to be kind, how, and how often."""

from pos_companion.rules import Cap, GroupMode, Period, RuleState, Scope, Unit
from tests.pos_companion.rules.cases import rule


def test_a_rule_is_active_and_stands_alone_unless_told_otherwise() -> None:
    plain = rule()
    assert (plain.state, plain.group, plain.group_mode) == (RuleState.ACTIVE, "", GroupMode.BEST)
    assert (plain.version, plain.caps, plain.excludes) == (1, (), ())


def test_a_cap_counts_pieces_unless_told_otherwise() -> None:
    assert Cap(Scope.PERSON, Period.DAY, 1).unit is Unit.COUNT
