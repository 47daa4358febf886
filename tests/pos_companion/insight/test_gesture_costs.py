"""What was given, summed to the last cent."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_companion.insight.gesture_costs import costs, share_of
from pos_companion.model.gestures import Gesture
from tests.gesture_days import MONDAY, ShopDays

lines = st.lists(
    st.builds(
        Gesture,
        rule=st.sampled_from(("own", "birthday", "thanks")),
        customer=st.integers(1, 5),
        visit=st.sampled_from(("v0", "v1", "v2", "elsewhere")),
        day=st.just(MONDAY),
        cost=st.integers(0, 900),
        value=st.integers(0, 900),
        staff=st.sampled_from(("", "Mia", "Sam")),
        exception=st.sampled_from(("", "yes_anyway")),
        reason=st.sampled_from(("", "rough_day")),
    ),
    max_size=30,
)


@settings(max_examples=50)
@given(lines)
def test_the_parts_add_up_to_the_whole_whichever_way_they_are_cut(found: list[Gesture]) -> None:
    shop = ShopDays()
    visits = [shop.visit(one) for one in (1, 2, 3)]
    sums = costs(found, visits)
    assert sums.all.cost == sum(one.cost for one in found)
    for parts in (sums.by_rule, sums.by_staff, sums.by_reason):
        assert sum(one.cost for one in parts.values()) == sums.all.cost
        assert sum(one.times for one in parts.values()) == len(found)
        assert [one.cost for one in parts.values()] == sorted(
            (one.cost for one in parts.values()), reverse=True
        )
    assert sum(one.cost for one in sums.by_exception.values()) == sums.exceptions.cost
    assert sums.all.against <= sums.all.cost


def test_two_gifts_of_one_visit_are_set_against_what_it_sold_once() -> None:
    shop = ShopDays()
    visit, other = shop.visit(1), shop.visit(2)
    shop.give(visit)
    shop.give(visit, "own")
    sums = costs(shop.gestures, shop.visits)
    assert (sums.all.visits, sums.all.sales, sums.all.share) == (1, 500, 2000)
    assert (sums.sales, sums.share) == (1000, 1000)
    assert other.sales == 500


def test_where_no_sales_are_known_there_is_no_share() -> None:
    shop = ShopDays()
    shop.give(shop.visit(1))
    sums = costs(shop.gestures, [])
    assert (sums.all.known, sums.all.share, sums.share) == (0, None, None)
    assert share_of(5, 0) is None
    assert share_of(1, 3) == 3333
