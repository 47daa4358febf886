"""What is written down about an offer."""

from dataclasses import replace

from pos_companion.rules import RedemptionState
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.ledger_lines import key_of, line_for, note_line, offer_of_line
from pos_companion.services.look_up import open_card
from tests.builders import add_customer, add_rule


def test_a_line_says_who_gave_what_to_whom_where_and_why(shop):
    add_rule("Tea", Weekday(tuple(range(7))))
    shop.staff, shop.settings = "Mia", replace(shop.settings, till="front")
    found = open_card(shop, add_customer("Ana").id, "v1")
    offer = found.offers[0]
    line = line_for(shop, found, offer, RedemptionState.ACCEPTED)
    assert (line.key, key_of(found, offer)) == ("v1/tea/self",) * 2
    assert (line.staff, line.till, line.day, line.cost) == ("Mia", "front", shop.today, 50)
    assert line.reason == offer.explanation
    note_line(shop, "accept", line)
    assert shop.storage.rows("SELECT staff, deed FROM audit")[-1] == ("Mia", "accept")


def test_a_promise_is_the_offer_again_that_it_was(shop):
    add_rule("Tea", Weekday(tuple(range(7))))
    found = open_card(shop, add_customer("Ana").id, "v1")
    offer = found.offers[0]
    line = line_for(shop, found, offer, RedemptionState.ACCEPTED)
    again = offer_of_line(found, line)
    assert again is not None
    assert (again.id, again.rule, again.effect, again.cost) == (
        offer.id, offer.rule, offer.effect, offer.cost,
    )  # fmt: skip
    assert offer_of_line(found, replace(line, rule="gone")) is None
    assert offer_of_line(found, replace(line, reason={})) is None
