"""What an evaluation answers."""

from pos_companion.rules import SELF, Evaluation
from tests.pos_companion.rules.cases import judged, only, rule


def test_an_offer_is_for_the_customer_unless_somebody_celebrates() -> None:
    offer = only(judged(rule()))
    assert (offer.beneficiary, offer.celebration_year, offer.private) == (SELF, 0, None)


def test_without_rules_there_is_nothing_to_say() -> None:
    assert judged([]) == Evaluation((), ())
