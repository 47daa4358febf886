import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.model.money import Money
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services.coupons import LETTERS, check_letter, new_code
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from tests.builders import add_customer, add_rule, offer_called

bodies = st.text(st.sampled_from(LETTERS), min_size=7, max_size=7)


@given(body=bodies, at=st.integers(0, 7), other=st.sampled_from(LETTERS))
def test_every_single_wrong_letter_is_caught(body, at, other):
    code = body + check_letter(body)
    wrong = code[:at] + other + code[at + 1 :]
    assert (check_letter(wrong[:-1]) == wrong[-1]) is (wrong == code)


def test_codes_have_no_letters_that_look_alike_and_are_all_different():
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert not set("01OI") & set("".join(codes))
    assert all(len(code) == 8 and check_letter(code[:-1]) == code[-1] for code in codes)


@pytest.fixture
def welcomed(shop):
    """Somebody who got two euros off next time on the first visit."""
    add_rule("Welcome", FirstVisit(), gives=Coupon(Money(200, "EUR")))
    ana = add_customer("Ana Silva")
    offer = offer_called(open_card(shop, ana.id, "first"), "Welcome")
    record_visit(shop, VisitDeed("first", ana.id, take=(offer,)))
    return ana


def coupons(shop):
    return shop.storage.rows(
        "SELECT customer_id, amount, basis_points, valid_through - valid_from, state FROM coupon"
    )


def test_a_promised_coupon_is_kept_with_its_terms(shop, welcomed):
    assert coupons(shop) == [(welcomed.id, 200, 0, 29, "open")]


def test_it_is_no_good_on_the_visit_that_earned_it_and_good_from_the_next_day(
    shop, clock, welcomed
):
    assert open_card(shop, welcomed.id, "first").offers == ()
    clock.passes(days=1)
    assert offer_called(open_card(shop, welcomed.id), "Welcome").value == Money(200, "EUR")
    clock.passes(days=30)
    assert open_card(shop, welcomed.id).offers == ()


def test_it_is_used_once(shop, clock, welcomed):
    clock.passes(days=3)
    offer = offer_called(open_card(shop, welcomed.id, "second"), "Welcome")
    record_visit(shop, VisitDeed("second", welcomed.id, take=(offer,)))
    clock.passes(days=1)
    assert open_card(shop, welcomed.id).offers == ()


def test_a_visit_taken_back_takes_its_coupon_back(shop, clock, welcomed):
    undo_visit(shop, "first")
    clock.passes(days=1)
    assert coupons(shop)[0][-1] == "void"
    offers = open_card(shop, welcomed.id).offers
    assert [offer.title.text for offer in offers] == ["{amount} off next time, until {last}"]
