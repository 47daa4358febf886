"""Pairs that are worth a look, and many shops in which there are none."""

import pytest

from pos_companion.insight.favourites import favourites
from tests.gesture_days import ShopDays, normal, plant


@pytest.mark.parametrize("seed", range(20))
def test_a_normal_shop_raises_no_alarm(seed: int) -> None:
    shop = normal(seed)
    assert len(shop.gestures) > 100
    assert favourites(shop.visits, shop.gestures) == ()


@pytest.mark.parametrize("seed", range(4))
def test_a_planted_favourite_is_listed_first(seed: int) -> None:
    shop = normal(seed)
    plant(shop)
    found = favourites(shop.visits, shop.gestures)
    assert (found[0].customer, found[0].staff) == (999, "Sam")
    assert (found[0].together, found[0].gifted) == (24, 18)
    assert (found[0].elsewhere, found[0].gifted_elsewhere) == (12, 0)
    assert len(found) == 1


def test_small_numbers_accuse_nobody() -> None:
    shop = ShopDays()
    for day in range(30):
        shop.visit(day % 10 + 1, "Mia", day)
    for day in range(3):
        shop.give(shop.visit(99, "Mia", day), chosen=True)
    assert favourites(shop.visits, shop.gestures) == ()


def test_whom_everybody_gives_to_is_nobodys_favourite() -> None:
    shop = normal(1)
    for day in range(60):
        for staff in ("Mia", "Sam"):
            shop.give(shop.visit(500, staff, day), "doctor-orders-cake")
    assert 500 not in {one.customer for one in favourites(shop.visits, shop.gestures)}


def test_who_meets_one_colleague_alone_is_judged_by_what_was_chosen() -> None:
    ruled, chosen = normal(2), normal(2)
    for day in range(20):
        ruled.give(ruled.visit(500, "Sam", day), "birthday-week")
        chosen.give(chosen.visit(500, "Sam", day), "own", chosen=True)
    assert favourites(ruled.visits, ruled.gestures) == ()
    assert [one.customer for one in favourites(chosen.visits, chosen.gestures)] == [500]


def test_where_nobody_signs_in_there_are_no_pairs() -> None:
    shop = ShopDays()
    for day in range(30):
        shop.visit(day % 10 + 1, "", day)
        shop.give(shop.visit(99, "", day), chosen=True)
    assert favourites(shop.visits, shop.gestures) == ()
