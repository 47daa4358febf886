"""What is worth a look, over the shop's own records."""

from pos_companion.i18n import words
from pos_companion.model.signals import SignalKind
from pos_companion.services import Shop
from pos_companion.services.report_days import Span, days_of
from pos_companion.services.signals import signals
from tests.builders import add_customer
from tests.gesture_stories import came, give, weeks_of_gifts


def test_own_card_and_own_household_are_told_calmly_with_their_days(shop: Shop) -> None:
    people = weeks_of_gifts(shop)
    found = signals(shop, days_of(shop, Span.DAYS_90))
    assert [(one.signal.kind, one.signal.customer) for one in found] == [
        (SignalKind.OWN_GIFTS, people["Sam"].id),
        (SignalKind.FAMILY, people["Ida"].id),
    ]
    assert [words(one.said) for one in found] == [
        "Sam gave 1 gift to their own card.",
        "Sam gave 2 gifts to Ida Roe, of the same household.",
    ]
    assert words(found[1].when) == "On 20 Nov and 13 Nov"


def test_a_coupon_redeemed_for_the_own_card_is_seen_as_well(shop: Shop) -> None:
    people = weeks_of_gifts(shop)
    visit = came(shop, people["Sam"], 6, "Sam", 11)
    give(shop, visit, "slip", period_key="coupon:K7QX")
    found = signals(shop, days_of(shop, Span.DAYS_90))
    assert words(found[0].said) == "Sam gave 2 gifts to their own card."


def test_one_card_on_eight_hundred_sales_is_seen(shop: Shop) -> None:
    sam, guests = add_customer("Sam Roe"), [add_customer(f"Guest {one}") for one in range(9)]
    with shop.storage.transaction():
        for day in range(1, 26):
            for hour in range(9, 17):
                came(shop, sam, day, "Sam", hour)
            came(shop, guests[day % 9], day, "Mia")
    (found,) = signals(shop, days_of(shop, Span.DAYS_30))
    assert words(found.said) == (
        "The card of Sam Roe stands on 200 visits, the next one on 3. "
        "Sam was at the counter on 200 of them."
    )


def test_an_empty_shop_has_nothing_to_look_at(shop: Shop) -> None:
    assert signals(shop, days_of(shop, Span.WEEK)) == ()
