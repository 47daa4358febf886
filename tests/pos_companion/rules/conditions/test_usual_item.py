"""Always has the same."""

import pytest

from pos_companion.model.visits import UsualState
from pos_companion.rules import Verdict
from pos_companion.rules.conditions.usual_item import UsualItem
from tests.pos_companion.rules.cases import COFFEE, CROISSANT, facts, says, usual


@pytest.mark.parametrize(
    "wanted",
    [UsualItem(), UsualItem(product="flat WHITE"), UsualItem(product="4001"),
     UsualItem(group="Coffee"), UsualItem(product="Tea", group="coffee")],
)  # fmt: skip
def test_the_usual_holds_it(wanted: UsualItem) -> None:
    assert says(wanted.judge(facts(usual=usual(COFFEE)))) == (
        Verdict.YES,
        "Flat white is their usual",
    )


def test_the_usual_does_not_hold_it() -> None:
    answer = UsualItem(product="Tea").judge(facts(usual=usual(COFFEE, CROISSANT)))
    assert says(answer) == (
        Verdict.NO,
        "Their usual is Flat white and Croissant, without Tea.",
    )


@pytest.mark.parametrize("state", [UsualState.OFTEN, UsualState.MAYBE, UsualState.SILENT])
def test_where_we_are_not_sure_it_is_unknown(state: UsualState) -> None:
    answer = UsualItem().judge(facts(usual=usual(COFFEE, state=state)))
    assert (answer.verdict, answer.code) == (Verdict.UNKNOWN, "usual")
