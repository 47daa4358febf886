"""From a rule that fits to Offers."""

from dataclasses import replace

import pytest

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.model.shop import WhileConcernOpen
from pos_companion.rules import Facts
from pos_companion.rules.conditions.celebration import Celebration
from pos_companion.rules.conditions.concern_open import ConcernOpen
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.effects.service import Service
from pos_companion.rules.offering import words_to_say
from tests.pos_companion.rules.cases import (
    ANA,
    BISCUIT,
    ROSA,
    birthday,
    concern,
    facts,
    judged,
    offered,
    only,
    refused,
    rule,
)

TWO_OFF = AmountOff(Money(200, "EUR"))
OWED = facts(concerns=(concern(),), celebrations=(birthday("11-20"),))
WISH = Service("A warm wish")


def under(policy: WhileConcernOpen) -> Facts:
    return replace(OWED, shop=replace(OWED.shop, while_concern_open=policy))


def test_t11_an_open_concern_withholds_the_discount_and_shows_the_wish() -> None:
    day = Celebration()
    book = [
        rule(day, TWO_OFF, rule_id="discount"),
        rule(day, Coupon(Money(200, "EUR")), rule_id="coupon"),
        rule(day, WISH, rule_id="wish"),
    ]
    result = judged(book, OWED)
    assert offered(result) == ["A warm wish"]
    assert {reason.code for reason in result.why_not} == {"suppressed_concern"}
    sentence = "We still owe them something: Sour oat milk. That comes first."
    assert words(result.why_not[0].sentence) == sentence


def test_t11_the_apology_is_offered_once_somebody_looks_after_it() -> None:
    sorry = rule(ConcernOpen(), TWO_OFF, kind="apology")
    assert offered(judged(sorry, OWED)) == ["€2.00 off today"]
    nobody = replace(OWED, concerns=(concern(owner=""),))
    assert refused(judged(sorry, nobody))[0] == "unknown_fact"


@pytest.mark.parametrize(
    ("policy", "titles"),
    [
        (WhileConcernOpen.NOTHING, ["A warm wish", "€2.00 off today"]),
        (WhileConcernOpen.DISCOUNTS, ["A warm wish"]),
        (WhileConcernOpen.ALL, []),
    ],
)
def test_the_shop_decides_what_an_open_concern_withholds(
    policy: WhileConcernOpen, titles: list[str]
) -> None:
    assert offered(judged(rule(None, TWO_OFF, WISH), under(policy))) == titles


def test_the_explanation_keeps_the_terms_as_they_were() -> None:
    kept = only(judged(rule(None, TWO_OFF, version=4))).explanation
    assert (kept["rule"], kept["version"], kept["discount"]) == ("treat", 4, True)
    assert kept["effect"] == {"kind": "amount_off", "amount": {"amount": 200, "currency": "EUR"}}


def test_the_words_name_the_one_who_celebrates() -> None:
    seen = facts(celebrations=(birthday("11-21", BISCUIT),))
    about_dog = seen.for_celebration(seen.occasions[0])
    assert words(words_to_say("For {pet}, {name}.", about_dog)) == "For Biscuit, Rosa."
    assert words(words_to_say("For {who}.", about_dog)) == "For Biscuit."


def test_a_childs_name_is_not_called_out_in_the_queue() -> None:
    seen = facts(celebrations=(birthday("11-21", ANA),))
    about_ana = seen.for_celebration(seen.occasions[0])
    assert words(words_to_say("For {who}’s day.", about_ana)) == "For your little one’s day."


def test_without_the_name_the_words_need_others_are_said() -> None:
    nameless = facts(customer=replace(ROSA, name=""), members=())
    assert words(words_to_say("Here, {name}.", nameless)) == "A little something from us."
    assert words(words_to_say("Here, for {pet}.", nameless)) == "A little something from us."
    assert words(words_to_say("Here you are.", nameless)) == "Here you are."


def test_a_rule_says_why_its_first_gift_does_not_work_when_none_does() -> None:
    assert refused(judged(rule(None, Gift(99), TWO_OFF), OWED))[0] == "out_of_stock"
