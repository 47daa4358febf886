import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.errors import (
    BadInputError,
    CompanionError,
    LimitReachedError,
    NotFoundError,
    RefusedError,
)
from pos_companion.model.money import Money
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services.coupons import (
    LETTERS,
    check_letter,
    coupon_offer,
    looks_like_code,
    new_code,
)
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer, release_offers
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from tests.builders import add_customer, add_rule, add_visit, keep_profile, offer_called

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


def code_of(shop):
    return shop.storage.rows("SELECT code FROM coupon ORDER BY redemption_id")[-1][0]


def standing(shop):
    return shop.storage.rows("SELECT state, valid_through FROM coupon ORDER BY redemption_id")[-1]


def use(shop, customer, uid, code):
    found = open_card(shop, customer.id, uid)
    offer = coupon_offer(shop, found, code)
    accept_offer(shop, found, offer)
    record_visit(shop, VisitDeed(uid, customer.id, take=(offer,)))
    return offer


@pytest.fixture
def bearer(shop, clock):
    """The code of a coupon that is good for whoever brings it, a day after it was earned."""
    add_rule("Friends", FirstVisit(), gives=Coupon(Money(200, "EUR"), bearer=True))
    ana = add_customer("Ana Silva")
    record_visit(shop, VisitDeed("first", ana.id, take=open_card(shop, ana.id, "first").offers))
    add_visit(ana, days_ago=0)
    clock.passes(days=1)
    return code_of(shop)


def test_a_code_is_understood_however_it_was_typed(shop, clock, welcomed):
    clock.passes(days=1)
    code = code_of(shop)
    for typed in (code, code.lower(), f" {code[:4]}-{code[4:]} ", f"{code[:4]} {code[4:]}"):
        assert looks_like_code(typed)
        offer = coupon_offer(shop, open_card(shop, welcomed.id), typed)
        assert (offer.value, offer.needs) == (Money(200, "EUR"), "")
    assert not looks_like_code("4006381333931")


def test_used_by_scan_it_is_closed_and_comes_back_with_the_visit(shop, clock, welcomed):
    clock.passes(days=1)
    before = standing(shop)
    use(shop, welcomed, "second", code_of(shop))
    assert standing(shop)[0] == "used"
    with pytest.raises(LimitReachedError, match="used already"):
        coupon_offer(shop, open_card(shop, welcomed.id), code_of(shop))
    undo_visit(shop, "second")
    assert standing(shop) == before
    assert coupon_offer(shop, open_card(shop, welcomed.id), code_of(shop))


def test_what_expired_while_it_was_used_is_good_for_the_days_that_were_lost(shop, clock, welcomed):
    clock.passes(days=28)
    last = standing(shop)[1]
    use(shop, welcomed, "second", code_of(shop))
    clock.passes(days=10)
    undo_visit(shop, "second")
    assert standing(shop) == ("open", last + 10)
    assert coupon_offer(shop, open_card(shop, welcomed.id), code_of(shop)).needs == ""


def test_a_promise_given_back_gives_the_coupon_back(shop, clock, welcomed):
    clock.passes(days=1)
    found = open_card(shop, welcomed.id)
    accept_offer(shop, found, found.offers[0])
    assert standing(shop)[0] == "used"
    release_offers(shop, found.visit_uid)
    assert standing(shop)[0] == "open"


def test_whoever_brings_a_coupon_of_nobody_uses_it_once(shop, bearer):
    bo, cy = add_customer("Bo"), add_customer("Cy")
    add_visit(bo, days_ago=3)
    add_visit(cy, days_ago=3)
    mine, theirs = open_card(shop, bo.id), open_card(shop, cy.id)
    offers = [coupon_offer(shop, one, bearer) for one in (mine, theirs)]
    accept_offer(shop, mine, offers[0])
    with pytest.raises(LimitReachedError):
        accept_offer(shop, theirs, offers[1])


def test_every_coupon_that_is_not_good_says_why(shop, clock, welcomed):
    code, bo = code_of(shop), add_customer("Bo")
    add_visit(bo, days_ago=3)

    def refusal(customer, typed=code, uid=""):
        with pytest.raises(CompanionError) as caught:
            coupon_offer(shop, open_card(shop, customer.id, uid), typed)
        return type(caught.value), str(caught.value)

    wrong = code[:-1] + LETTERS[(LETTERS.index(code[-1]) + 1) % 32]
    body = "2222222" if code[:7] != "2222222" else "3333333"
    assert refusal(welcomed, wrong) == (
        BadInputError,
        "This is no code of a coupon. Please read it once more.",
    )
    assert refusal(welcomed, body + check_letter(body)) == (
        NotFoundError,
        "This coupon was not made here.",
    )
    assert refusal(welcomed)[1] == "This coupon is good from 22 Nov on."
    assert refusal(welcomed, uid="first")[1].startswith("This coupon is for another visit")
    clock.passes(days=1)
    assert refusal(bo) == (RefusedError, "This coupon was made for somebody else.")
    keep_profile(shop, currency="USD")
    assert refusal(welcomed)[1] == "This coupon is in EUR; the shop sells in USD."
    keep_profile(shop, currency="EUR")
    clock.passes(days=40)
    assert refusal(welcomed)[1] == "This coupon was good until 21 Dec."
    undo_visit(shop, "first")
    assert refusal(welcomed)[1] == "This coupon was taken back with the visit that made it."


def test_some_days_after_its_last_it_is_honoured_and_a_manager_sees_it(shop, clock, welcomed):
    clock.passes(days=35)
    offer = use(shop, welcomed, "late", code_of(shop))
    assert offer.needs == "coupon_expired"
    (line,) = shop.storage.ledger.of_visit("late")
    assert line.exception == "old_coupon"
    keep_profile(shop, coupon_grace=0)
    undo_visit(shop, "late")
    clock.passes(days=31)
    with pytest.raises(RefusedError, match="was good until"):
        coupon_offer(shop, open_card(shop, welcomed.id), code_of(shop))


def test_two_coupons_of_one_person_are_two(shop, clock, welcomed):
    add_rule("Again", VisitsNth(2), gives=Coupon(Money(300, "EUR")))
    offer = offer_called(open_card(shop, welcomed.id, "second"), "Again")
    record_visit(shop, VisitDeed("second", welcomed.id, take=(offer,)))
    clock.passes(days=1)
    use(shop, welcomed, "third", code_of(shop))
    offers = open_card(shop, welcomed.id).offers
    assert [one.value for one in offers if "coupon" in one.id] == [Money(200, "EUR")]
