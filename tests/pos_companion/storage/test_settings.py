"""What the shop decided once for all its tills."""

from pos_companion.model.dates import LeapPolicy
from pos_companion.model.shop import ShopProfile, WhileConcernOpen
from pos_companion.storage import Storage


def test_a_note_is_kept_and_replaced(storage: Storage) -> None:
    assert storage.settings.get("habits_day") is None
    for value in (739_941, {"a": [1, "ü"]}, "", False):
        storage.settings.put("habits_day", value)
        assert storage.settings.get("habits_day") == value
    assert storage.settings.get("other") is None


def test_a_new_shop_has_the_usual_profile(storage: Storage) -> None:
    assert storage.settings.profile() == ShopProfile()


def test_what_the_shop_decided_comes_back_with_its_choices(storage: Storage) -> None:
    profile = ShopProfile(
        name="Café „Ecke“",
        currency="CHF",
        country="CH",
        zone="Europe/Zurich",
        day_starts_at=3,
        leap=LeapPolicy.MARCH,
        while_concern_open=WhileConcernOpen.ALL,
        gestures_per_visit=1,
        discounts_per_visit=0,
        card_prefix="29",
    )
    storage.settings.keep_profile(profile)
    kept = storage.settings.profile()
    assert kept == profile
    assert kept.leap is LeapPolicy.MARCH
    assert kept.while_concern_open is WhileConcernOpen.ALL


def test_what_another_version_decided_is_passed_over(storage: Storage) -> None:
    storage.settings.put("shop", {"name": "Corner", "loyalty_points": 5})
    assert storage.settings.profile() == ShopProfile(name="Corner")
