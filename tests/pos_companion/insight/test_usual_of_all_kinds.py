"""People of every kind, and what their card shows."""

from datetime import date, timedelta

from pos_companion.i18n import words
from pos_companion.insight.usual import usual_order
from pos_companion.model.visits import PastVisit, UsualOrder, UsualState
from tests.pos_companion.insight.cafe import (
    BAGEL,
    CAKE,
    CROISSANT,
    FLAT_WHITE,
    HABITS,
    LATTE,
    MONDAY,
    PRODUCTS,
    SOUP,
    TEA,
    WATER,
    daily,
    day_after,
    ids,
    visit,
)

BREAKFAST = (FLAT_WHITE, CROISSANT)


def card(history: list[PastVisit], days: int = 1, hours: int = 0) -> UsualOrder:
    now = history[-1].at + timedelta(days=days, hours=hours)
    return usual_order(history, now, HABITS, PRODUCTS)


def test_the_steady_one_finds_breakfast_armed() -> None:
    usual = card(daily([BREAKFAST] * 12))
    assert usual.state is UsualState.ARMED
    assert sorted(ids(usual.basket)) == sorted(BREAKFAST)


def test_the_switcher_is_followed_within_three_visits_and_armed_soon_after() -> None:
    lattes = [(LATTE,)] * 30
    assert ids(card(daily([*lattes, *[(TEA,)] * 3])).ranked)[0] == TEA
    later = card(daily([*lattes, *[(TEA,)] * 6]))
    assert ids(later.basket) == [TEA]


def test_weekday_and_weekend_selves_are_each_armed_with_their_own() -> None:
    history = daily(([BREAKFAST] * 5 + [(TEA, CAKE)] * 2) * 6)
    assert sorted(ids(card(history).basket)) == sorted(BREAKFAST)
    saturday = card(history, days=6)
    assert sorted(ids(saturday.basket)) == sorted((TEA, CAKE))


def test_the_seasonal_one_is_not_armed_with_last_winters_soup() -> None:
    """Soup every day of a winter, cold water since April."""
    history = [
        visit(MONDAY + timedelta(days=3 * n), *((SOUP,) if n < 30 else (WATER,))) for n in range(60)
    ]
    usual = card(history, days=3)
    assert ids(usual.basket) == [WATER]
    soup = next(item for item in usual.ranked if item.product.id == SOUP)
    assert soup.confidence < 0.15
    assert history[-1].day > date(2026, 8, 1)


def test_a_couple_sharing_a_card_is_told_apart_by_the_hour_or_not_armed() -> None:
    """She comes for tea at eight, he comes for soup at noon, on days of their own."""
    by_hour = [
        visit(MONDAY + timedelta(days=n, hours=4 * (n % 2)), *((SOUP,) if n % 2 else (TEA,)))
        for n in range(24)
    ]
    assert ids(card(by_hour, hours=-4).basket) == [TEA]
    assert ids(card(by_hour).basket) == [SOUP]
    in_turns = daily([(SOUP,) if n % 2 else (TEA,) for n in range(24)])
    usual = card(in_turns)
    assert usual.state is UsualState.OFTEN
    assert sorted(ids(usual.often)) == sorted((SOUP, TEA))


def test_the_newcomer_with_two_visits_is_shown_nothing() -> None:
    history = daily([BREAKFAST] * 2)
    usual = usual_order(history, day_after(history), HABITS, PRODUCTS)
    assert usual.state is UsualState.SILENT
    assert usual.shown == ()


def test_the_explorer_sees_chips_at_most() -> None:
    things = [FLAT_WHITE, CROISSANT, TEA, CAKE, LATTE, SOUP, WATER, BAGEL]
    usual = card(daily([(things[(5 * n) % 8],) for n in range(24)]))
    assert usual.state is not UsualState.ARMED
    assert usual.basket == ()


def test_the_reason_of_an_armed_basket_is_counted_from_visits() -> None:
    usual = card(daily([BREAKFAST] * 4 + [(TEA,)] + [BREAKFAST] * 5))
    assert usual.reason is not None
    assert words(usual.reason) == "9 of the last 10 visits"
