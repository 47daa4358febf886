"""Parts of a rule that this version does not know."""

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.rules import Verdict
from pos_companion.rules.unknown import UnknownCondition, UnknownEffect
from tests.pos_companion.rules.cases import facts


def test_an_unknown_condition_is_neither_yes_nor_no() -> None:
    answer = UnknownCondition.keep({"kind": "moon"}).judge(facts())
    assert (answer.verdict, answer.code) == (Verdict.UNKNOWN, "unknown_kind")


def test_an_unknown_effect_costs_nothing_and_is_never_given() -> None:
    raffle = UnknownEffect.keep({"kind": "raffle", "name": "Größe"})
    assert raffle.kind == words(raffle.title(facts())) == "raffle"
    assert raffle.cost(facts()) == raffle.value(facts()) == Money(0, "EUR")
    assert not raffle.available(facts()).is_yes
    assert raffle.on_the_till(facts()) is None
