"""What was kept of a yes or a no, in words."""

from pos_companion.i18n import words
from pos_companion.model.giving import OwnReason, Waiver
from pos_companion.model.money import Money
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services.declining import decline_offer
from pos_companion.services.explaining import why_lines, why_was
from pos_companion.services.giving import Given, against_the_rule, give_anyway
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import add_customer, add_rule


def said(lines):
    return [(line.depth, line.verdict, words(line.phrase)) for line in lines]


def test_every_part_of_a_rule_has_its_line_one_step_further_in(shop):
    add_rule("Tea", Weekday(tuple(range(7))), VisitsNth())
    (why,) = open_card(shop, add_customer("Ana").id).why_not
    nth = "This is visit number 1; the next one that counts is number 10."
    assert said(why_lines(why.explanation)) == [
        (0, "no", nth),
        (1, "yes", "It is Friday"),
        (1, "no", nth),
    ]


def test_a_reason_that_stands_in_the_tree_is_not_said_twice(shop):
    add_rule("Tenth", VisitsNth())
    (why,) = open_card(shop, add_customer("Ana").id).why_not
    (line,) = why_lines(why.explanation)
    assert line.verdict == "no"


def test_what_was_chosen_and_who_agreed_stands_below(shop):
    add_rule("Tenth", VisitsNth())
    found = open_card(shop, add_customer("Ana").id)
    how = Given(OwnReason.WAITED, waiver=Waiver.FOR_SOMEBODY_ELSE)
    line = give_anyway(shop, found, against_the_rule(found, "tenth")[0], how)
    remarks = [text for _, verdict, text in said(why_was(line)) if not verdict]
    assert remarks == [
        "They had to wait",
        "It is for somebody else",
        "Given although it may not suit them",
    ]


def test_a_no_says_why_and_a_coupon_that_it_was_promised(shop, clock):
    add_rule("Welcome", FirstVisit(), gives=Coupon(Money(200, "EUR")))
    ana = add_customer("Ana")
    record_visit(shop, VisitDeed("first", ana.id, take=open_card(shop, ana.id, "first").offers))
    clock.passes(days=1)
    found = open_card(shop, ana.id)
    line = decline_offer(shop, found, found.offers[0], "not_now")
    assert said(why_was(line)) == [(0, "yes", "Promised on an earlier visit"), (0, "", "Not now")]
