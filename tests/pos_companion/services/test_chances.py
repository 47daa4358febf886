"""The chances of the usual order follow the shop, once a day."""

from datetime import timedelta

from pos_companion.services import Shop
from pos_companion.services.catalogue import refresh_habits
from pos_companion.services.look_up import usual_of
from tests.builders import add_customer, add_visit


def habits_kept(shop: Shop) -> tuple[float, float]:
    habits = shop.storage.catalogue.with_habits([], "EUR", 1)[1]
    return habits.slope, habits.shift


def regulars(customers: int, visits: int) -> None:
    for number in range(customers):
        someone = add_customer(f"Regular {number}")
        for back in range(visits, 0, -1):
            add_visit(someone, days_ago=back, items=("Coffee",))


def test_a_young_shop_keeps_what_holds_elsewhere(shop: Shop) -> None:
    regulars(customers=2, visits=5)
    refresh_habits(shop)
    assert habits_kept(shop) == (1.0, 0.0)


def test_a_shop_of_steady_regulars_is_surer_of_them(shop: Shop) -> None:
    regulars(customers=32, visits=13)
    ana = add_customer("Ana Silva")
    for back in range(6, 0, -1):
        add_visit(ana, days_ago=back, items=("Coffee",))
    before = usual_of(shop, ana.id).ranked[0].confidence
    refresh_habits(shop)
    slope, shift = habits_kept(shop)
    assert (slope, shift) != (1.0, 0.0)
    assert usual_of(shop, ana.id).ranked[0].confidence > before


def test_what_is_long_ago_says_nothing_about_today(shop: Shop) -> None:
    regulars(customers=32, visits=13)
    shop.clock.passes(days=120)
    refresh_habits(shop)
    assert habits_kept(shop) == (1.0, 0.0)
    since = shop.today - timedelta(days=90)
    assert shop.storage.visits.count_since(since) == 0
    assert not list(shop.storage.visits.regulars(3, since))
    assert len(list(shop.storage.visits.regulars(3, since - timedelta(days=60)))) == 32
    assert not list(shop.storage.visits.regulars(14, since - timedelta(days=60)))
