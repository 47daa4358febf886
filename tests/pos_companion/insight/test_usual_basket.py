import pytest

from pos_companion.insight.usual_basket import chance_right, likely_basket
from pos_companion.insight.usual_past import Past, past_of
from pos_companion.insight.usual_score import Ranked
from tests.pos_companion.insight.cafe import (
    BAGEL,
    CAKE,
    CROISSANT,
    FLAT_WHITE,
    LATTE,
    SOUP,
    TEA,
    daily,
    day_after,
)


def past(*baskets: tuple[int, ...]) -> Past:
    history = daily(baskets)
    return past_of(history, day_after(history))


def chances(**by_name: float) -> list[Ranked]:
    names = {"coffee": FLAT_WHITE, "croissant": CROISSANT, "tea": TEA, "cake": CAKE}
    ranked = [Ranked(names[name], chance, chance) for name, chance in by_name.items()]
    return sorted(ranked, key=lambda one: -one.chance)


EVERYTHING = past((FLAT_WHITE, CROISSANT, TEA, CAKE))


def test_products_join_the_basket_while_they_help() -> None:
    ranked = chances(coffee=0.9, croissant=0.8, tea=0.1)
    assert likely_basket(EVERYTHING, ranked) == (FLAT_WHITE, CROISSANT)
    ranked = chances(coffee=0.9, croissant=0.2, tea=0.2)
    assert likely_basket(EVERYTHING, ranked) == (FLAT_WHITE,)


def test_what_they_never_had_is_not_in_the_basket() -> None:
    ranked = chances(tea=0.9, coffee=0.5)
    assert likely_basket(past((FLAT_WHITE,)), ranked) == (FLAT_WHITE,)
    assert likely_basket(past((CAKE,)), ranked) == ()


def test_a_basket_has_six_products_at_most() -> None:
    everything = past(tuple(range(20)))
    ranked = [Ranked(n, 1.0, 0.99) for n in range(20)]
    assert likely_basket(everything, ranked) == tuple(range(6))


def test_more_visits_alike_make_surer() -> None:
    ranked = chances(coffee=0.6)
    sure = [chance_right(past(*[(FLAT_WHITE,)] * n), (FLAT_WHITE,), ranked) for n in (3, 6, 12)]
    assert sure == sorted(sure)
    assert 0.6 < sure[0] < sure[-1] < 1


def test_a_basket_never_taken_together_is_hardly_right() -> None:
    apart = past(*[(FLAT_WHITE,), (CROISSANT,)] * 6)
    ranked = chances(coffee=0.5, croissant=0.5)
    assert chance_right(apart, (FLAT_WHITE, CROISSANT), ranked) < 0.1


def test_a_main_item_left_out_makes_a_basket_wrong() -> None:
    often_more = past(*[(FLAT_WHITE, CROISSANT), (FLAT_WHITE,)] * 5)
    ranked = chances(coffee=0.9, croissant=0.5)
    assert chance_right(often_more, (FLAT_WHITE,), ranked) == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(("on_top", "is_right"), [((CAKE,), True), ((CAKE, SOUP), False)])
def test_one_rare_thing_on_top_is_forgiven_and_two_are_not(
    on_top: tuple[int, ...], is_right: bool
) -> None:
    ranked = chances(coffee=0.9)
    plain = [(FLAT_WHITE,)] * 9
    with_more = chance_right(past(*plain, (FLAT_WHITE, *on_top)), (FLAT_WHITE,), ranked)
    without = chance_right(past(*plain, (FLAT_WHITE,)), (FLAT_WHITE,), ranked)
    assert (with_more == without) is is_right


def test_the_latest_visits_count_most() -> None:
    ranked = chances(coffee=0.5)
    before = past(*[(FLAT_WHITE,)] * 10, *[(LATTE,), (BAGEL,), (CAKE,)] * 3)
    lately = past(*[(LATTE,), (BAGEL,), (CAKE,)] * 3, *[(FLAT_WHITE,)] * 10)
    assert chance_right(lately, (FLAT_WHITE,), ranked) > chance_right(before, (FLAT_WHITE,), ranked)
