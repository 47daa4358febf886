"""What one evaluation sees, and what a Condition answers."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.model.visits import Basket
from pos_companion.rules import SELF, Answer, Verdict
from tests.pos_companion.rules.cases import (
    ANA,
    BISCUIT,
    ROSA,
    TODAY,
    birthday,
    concern,
    facts,
    visits,
)


def test_an_answer_always_has_its_sentence() -> None:
    answer = Answer.of(False, "came {came} times", came=3).coded("few")
    assert (answer.verdict, words(answer.phrase), answer.code) == (
        Verdict.NO,
        "came 3 times",
        "few",
    )
    assert not Answer.unknown("when?").is_yes


@given(days=st.lists(st.integers(0, 400), max_size=30), back=st.integers(0, 400))
def test_visits_are_counted_from_a_day_on_with_this_one(days: list[int], back: int) -> None:
    seen = facts(visits=visits(*days))
    assert seen.visits_since(TODAY - timedelta(days=back)) == 1 + sum(at <= back for at in days)


def test_another_basket_changes_nothing_else() -> None:
    seen = facts()
    assert seen.with_basket(Basket()).basket == Basket()
    assert seen.with_basket(Basket()).with_basket(None) == seen


def test_an_offer_is_looked_for_the_one_who_celebrates() -> None:
    seen = facts(celebrations=(birthday("11-21", BISCUIT),))
    focused = seen.for_celebration(seen.occasions[0])
    assert (seen.receiver.key, focused.receiver.name) == (SELF, "Biscuit")


def test_celebrations_of_those_who_are_gone_are_silent() -> None:
    seen = facts(
        members=(ANA, replace(BISCUIT, gone=True)),
        celebrations=(birthday("11-21", BISCUIT), birthday("11-22", ANA)),
    )
    assert [occasion.being.name for occasion in seen.occasions] == ["Ana"]


def test_only_what_is_not_put_right_is_owed() -> None:
    seen = facts(concerns=(concern(n=1), concern(n=2, closed_on=TODAY)), customer=ROSA)
    assert [one.n for one in seen.open_concerns] == [1]
