"""Who gets something, and who never does."""

from pos_companion.insight.fairness import Known, Never, Share, fairness, shares_of
from tests.gesture_days import ShopDays


def a_month() -> ShopDays:
    """Ana (1) gets something every week; Leo (2) and Kim (3) come as often and never do."""
    shop = ShopDays()
    for week in range(4):
        for who in (1, 2, 3):
            for weekday in (0, 5):
                visit = shop.visit(who, "Sam" if weekday else "Mia", 7 * week + weekday)
                if who == 1 and not weekday:
                    shop.give(visit)
    shop.visit(4)
    return shop


def test_regulars_who_were_given_nothing_are_named_and_no_others() -> None:
    shop = a_month()
    known = {3: Known(left_out=True)}
    found = fairness(shop.visits, shop.gestures, known, {2: 3}, least=5)
    assert found.regulars == 2
    assert found.never == (Never(2, 8, said_no=3),)


def test_each_group_has_its_share_of_visits_with_a_gift() -> None:
    shop = a_month()
    known = {1: Known("regular", frozenset({"choir"})), 2: Known("regular")}
    found = fairness(shop.visits, shop.gestures, known, {}, least=5)
    assert found.all == Share(25, 4)
    assert found.by_staff == {"Mia": Share(13, 4), "Sam": Share(12, 0)}
    assert found.by_weekday == {0: Share(13, 4), 5: Share(12, 0)}
    assert found.by_stage == {"": Share(9, 0), "regular": Share(16, 4)}
    assert found.by_tag == {"choir": Share(8, 4)}
    assert found.by_tag["choir"].points == 5000


def test_an_empty_shop_is_fair() -> None:
    found = fairness([], [], {}, {}, least=5)
    assert (found.all.points, found.never) == (0, ())


def test_a_person_may_be_in_several_groups_or_in_none() -> None:
    shop = a_month()
    groups = {"early birds": {1, 2}, "choir": {1}, "empty": set[int]()}
    assert shares_of(shop.visits, shop.gestures, groups) == {
        "early birds": Share(16, 4),
        "choir": Share(8, 4),
        "empty": Share(0, 0),
    }
