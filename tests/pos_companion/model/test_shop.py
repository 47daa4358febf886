"""What a shop decided before anybody decided anything."""

from pos_companion.model.dates import LeapPolicy
from pos_companion.model.shop import ShopProfile, WhileConcernOpen


def test_a_new_shop_is_cautious() -> None:
    shop = ShopProfile()
    assert shop.while_concern_open is WhileConcernOpen.DISCOUNTS
    assert shop.leap is LeapPolicy.FEBRUARY
    assert shop.discounts_per_visit <= shop.gestures_per_visit
    assert shop.day_starts_at == 4
