"""A rule may ask whoever gives something for a reason."""

import pytest

from pos_companion.errors import RefusedError
from pos_companion.model.giving import OwnReason
from pos_companion.model.money import Money
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services import Shop
from pos_companion.services.deeds import do
from pos_companion.services.explaining import why_was
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.offers import accept_offer
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import add_customer, add_rule


@pytest.fixture
def asked(shop: Shop) -> Found:
    """Ana's card, with an offer of a rule that asks why."""
    add_rule("Off", AllOf(()), reason_required=True)
    return open_card(shop, add_customer("Ana").id)


def test_without_a_reason_nothing_is_given_and_the_sentence_says_so(
    shop: Shop, asked: Found
) -> None:
    with pytest.raises(RefusedError, match="Choose why first: “Off” asks for a reason"):
        accept_offer(shop, asked, asked.offers[0])
    deed = VisitDeed(asked.visit_uid, asked.card.customer.id, take=asked.offers[:1])
    with pytest.raises(RefusedError, match="Choose why first"):
        record_visit(shop, deed)
    assert shop.storage.ledger.of_visit(asked.visit_uid) == ()
    assert shop.storage.visits.get(asked.visit_uid) is None


def test_the_reason_is_kept_and_told_later(shop: Shop, asked: Found) -> None:
    line = accept_offer(shop, asked, asked.offers[0], reason=OwnReason.WAITED)
    assert line.reason["own"] == "waited"
    deed = VisitDeed(asked.visit_uid, asked.card.customer.id, take=asked.offers[:1])
    (given,) = record_visit(shop, deed).redemptions
    assert given.exception == ""
    assert "They had to wait" in [one.phrase.text for one in why_was(given)]
    assert do(shop, "gestures", {})["reasons"][0]["reason"] == "waited"


def test_a_script_gives_it_with_a_reason_alone(shop: Shop, asked: Found) -> None:
    values = {"customer": asked.card.customer.id, "visit": "v1", "offer": "off"}
    offers = do(shop, "offers", {"customer": values["customer"], "visit": "v1"})["offers"]
    assert [one["reason_required"] for one in offers] == [True]
    with pytest.raises(RefusedError):
        do(shop, "accept", values)
    line = do(shop, "accept", {**values, "reason": "good_news"})
    assert (line["rule"], line["state"], line["exception"]) == ("off", "accepted", "")
    assert do(shop, "accept", values) == line


def test_who_brings_a_coupon_is_not_asked_again(shop: Shop) -> None:
    ana = add_customer("Ana")
    add_rule("Slip", AllOf(()), gives=Coupon(Money(100, "EUR")), reason_required=True)
    found = open_card(shop, ana.id)
    accept_offer(shop, found, found.offers[0], reason=OwnReason.THANK_YOU)
    deed = VisitDeed(found.visit_uid, ana.id, take=found.offers[:1])
    (line,) = record_visit(shop, deed).redemptions
    shop.clock.passes(days=1)
    values = {"customer": ana.id, "visit": "v2", "offer": line.coupon}
    assert do(shop, "accept", values)["state"] == "accepted"
