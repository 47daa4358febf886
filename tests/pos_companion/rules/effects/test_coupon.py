"""Something for the next time."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.model.dates import Span
from pos_companion.model.money import Money
from pos_companion.rules.as_json import effect_from_json
from pos_companion.rules.effects.coupon import Coupon
from tests.pos_companion.rules.cases import facts

TWO = Coupon(Money(200, "EUR"))


def test_it_says_what_it_is_worth_and_until_when() -> None:
    assert words(TWO.title(facts())) == "€2.00 off next time, until 20 Dec"
    share = Coupon(Money(500, "EUR"), basis_points=1500, through_days=10)
    assert words(share.title(facts())) == "15% off next time, until 30 Nov"


def test_all_of_it_is_set_aside_and_the_till_is_left_alone() -> None:
    assert TWO.cost(facts()) == TWO.value(facts()) == Money(200, "EUR")
    assert TWO.on_the_till(facts()) is None
    assert TWO.is_discount


def test_it_is_good_from_the_next_day_through_the_last() -> None:
    earned = date(2026, 11, 20)
    assert TWO.valid(earned) == Span(date(2026, 11, 21), date(2026, 12, 20))


@given(first=st.integers(0, 400), last=st.integers(0, 400))
def test_it_never_begins_on_the_day_it_is_earned_and_always_lasts_a_day(
    first: int, last: int
) -> None:
    earned = date(2026, 12, 30)
    span = Coupon(Money(1, "EUR"), from_days=first, through_days=last).valid(earned)
    assert earned + timedelta(days=1) <= span.first <= span.last


def test_another_currency_is_refused() -> None:
    assert Coupon(Money(200, "USD")).available(facts()).code == "wrong_currency"


def test_one_that_is_good_at_once_says_so_and_begins_on_its_day() -> None:
    at_once = Coupon(Money(200, "EUR"), same_visit=True)
    assert words(at_once.title(facts())) == "€2.00 off now or next time, until 20 Dec"
    assert at_once.valid(date(2026, 11, 20)).first == date(2026, 11, 20)
    share = Coupon(Money(500, "EUR"), basis_points=1500, same_visit=True)
    assert words(share.title(facts())) == "15% off now or next time, until 20 Dec"


def test_a_coupon_of_before_is_never_used_on_the_visit_that_earns_it() -> None:
    written = {"kind": "coupon", "amount": {"amount": 200, "currency": "EUR"}}
    assert effect_from_json(written) == TWO
    assert not TWO.same_visit
