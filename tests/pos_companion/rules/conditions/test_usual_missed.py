"""Today without their usual."""

from pos_companion.model.visits import Product, UsualState
from pos_companion.rules import Facts, Verdict
from pos_companion.rules.conditions.usual_missed import UsualMissed
from tests.pos_companion.rules.cases import COFFEE, CROISSANT, basket, facts, says, usual

BOTH = usual(COFFEE, CROISSANT)


def takes(*products: Product) -> Facts:
    return facts(usual=BOTH, basket=basket(*((one, 100) for one in products)))


def test_the_first_thing_that_is_missing_is_named() -> None:
    assert says(UsualMissed().judge(takes(COFFEE))) == (
        Verdict.YES,
        "Without their usual Croissant",
    )
    assert says(UsualMissed().judge(takes(COFFEE, CROISSANT))) == (
        Verdict.NO,
        "They take their usual.",
    )


def test_one_product_or_one_kind_alone_may_be_meant() -> None:
    assert UsualMissed("Flat white").judge(takes(CROISSANT)).is_yes
    assert not UsualMissed("", "coffee").judge(takes(COFFEE)).is_yes
    assert says(UsualMissed("Tea").judge(takes(COFFEE))) == (
        Verdict.NO,
        "Their usual has no Tea.",
    )


def test_before_there_is_a_usual_or_a_basket_nobody_knows() -> None:
    unsure = facts(usual=usual(COFFEE, state=UsualState.OFTEN), basket=basket((CROISSANT, 100)))
    assert UsualMissed().judge(unsure).code == "usual"
    for seen in (facts(usual=BOTH), takes()):
        answer = UsualMissed().judge(seen)
        assert (answer.verdict, answer.code) == (Verdict.UNKNOWN, "basket")
