"""They told us something."""

from datetime import timedelta

import pytest

from pos_companion.model.facts import Discretion, FactKind
from pos_companion.rules import Verdict
from pos_companion.rules.conditions.told_us import KINDS, Told, ToldUs
from tests.pos_companion.rules.cases import ANA, TODAY, fact, facts, says


@pytest.mark.parametrize("told", list(Told))
def test_each_way_of_telling_counts_for_itself(told: Told) -> None:
    seen = facts(known=(fact(FactKind(told.value), "coffee"),))
    assert ToldUs("Coffee", told).judge(seen).is_yes
    others = [one for one in Told if one is not told]
    assert not any(ToldUs("coffee", one).judge(seen).is_yes for one in others)
    assert set(KINDS) == set(Told)


def test_what_is_locked_or_about_somebody_else_is_passed_over() -> None:
    locked = fact(FactKind.LIKE, "coffee", discretion=Discretion.LOCKED)
    daughters = fact(FactKind.LIKE, "coffee", ANA)
    assert says(ToldUs("coffee").judge(facts(known=(locked, daughters)))) == (
        Verdict.NO,
        "They have told us nothing like it about “coffee”.",
    )


def test_what_was_told_long_ago_is_a_question_again() -> None:
    old = fact(FactKind.LIKE, "coffee", heard_on=TODAY - timedelta(days=4000))
    answer = ToldUs("coffee").judge(facts(known=(old,)))
    assert (answer.verdict, answer.code) == (Verdict.UNKNOWN, "fact")
