from datetime import datetime, timedelta

import pytest

from pos_companion.i18n import words
from pos_companion.insight.usual_past import past_of
from pos_companion.insight.usual_words import Reasons, instead_of, their_way
from pos_companion.model.visits import PastVisit
from tests.pos_companion.insight.cafe import (
    CAKE,
    CROISSANT,
    FLAT_WHITE,
    MONDAY,
    SOUP,
    TEA,
    daily,
    day_after,
    visit,
)


def why(history: list[PastVisit], product: int, now: datetime | None = None) -> str | None:
    reason = Reasons(past_of(history, now or day_after(history))).for_product(product)
    return reason and words(reason)


def test_the_last_ten_visits_are_counted() -> None:
    plain, with_cake = (FLAT_WHITE,), (FLAT_WHITE, CAKE)
    history = daily([plain] * 20 + [with_cake] * 2 + [plain] * 5 + [with_cake] * 2 + [plain])
    assert why(history, CAKE) == "4 of the last 10 visits"


def test_with_fewer_visits_all_of_them_are_counted() -> None:
    assert why(daily([(FLAT_WHITE,)] * 4), FLAT_WHITE) == "4 of the last 4 visits"


def test_twice_in_fourteen_visits_is_not_worth_a_word() -> None:
    baskets = [(FLAT_WHITE, CAKE)] * 2 + [(FLAT_WHITE,)] * 12
    assert why(daily(baskets), CAKE) is None


def test_once_but_last_time_is_told_as_that() -> None:
    assert why(daily([(FLAT_WHITE,)] * 5 + [(CAKE,)]), CAKE) == "Had it last time"


def test_fridays_are_named_when_fridays_are_special() -> None:
    week = [(FLAT_WHITE,)] * 4 + [(FLAT_WHITE, CAKE), (), ()]
    history = daily([*week * 3, *[(FLAT_WHITE,)] * 5, (), (), *week])
    friday = MONDAY + timedelta(days=39)
    assert why(history, CAKE, friday) == "4 of the last 5 Fridays"
    assert why(history, FLAT_WHITE, friday) == "10 of the last 10 visits"


def test_what_is_had_every_day_is_not_explained_by_the_weekday() -> None:
    history = daily([(FLAT_WHITE,)] * 35)
    assert why(history, FLAT_WHITE) == "10 of the last 10 visits"


@pytest.mark.parametrize(
    ("days_later", "reason"),
    [(2, None), (8, "About every 9 days, due"), (10, "About every 9 days, due"), (40, None)],
)
def test_a_rhythm_is_told_when_it_is_due(days_later: int, reason: str | None) -> None:
    visits = [
        visit(MONDAY + timedelta(days=day), *((TEA, SOUP) if day % 9 == 0 else (TEA,)))
        for day in range(82)
    ]
    visits = [past for past in visits if past.at.weekday() < 5 or SOUP in past.items][:-1]
    last = max(past.at for past in visits if SOUP in past.items)
    visits = [past for past in visits if past.at <= last]
    visits += [visit(last + timedelta(days=day), TEA) for day in range(1, min(days_later, 9))]
    assert why(visits, SOUP, last + timedelta(days=days_later)) == reason


def test_a_daily_coffee_is_not_called_due() -> None:
    assert "due" not in (why(daily([(FLAT_WHITE,)] * 30), FLAT_WHITE) or "")


def test_a_basket_is_counted_as_a_whole() -> None:
    baskets = [(FLAT_WHITE, CROISSANT)] * 6 + [(FLAT_WHITE,), (CROISSANT,)] * 2
    reason = Reasons(past_of(daily(baskets), MONDAY + timedelta(days=10))).for_basket(
        (FLAT_WHITE, CROISSANT)
    )
    assert reason is not None
    assert words(reason) == "6 of the last 10 visits"


def test_a_basket_never_seen_together_has_no_reason() -> None:
    reasons = Reasons(past_of(daily([(TEA,), (CAKE,)] * 5), MONDAY + timedelta(days=10)))
    assert reasons.for_basket((TEA, CAKE)) is None


def test_a_product_they_never_had_has_no_reason_of_its_own() -> None:
    assert why(daily([(TEA,)] * 5), CAKE) is None
    assert words(instead_of("Almond croissant")) == "Almond croissant is out today"


@pytest.mark.parametrize(
    ("ways", "way"),
    [
        (["oat", "oat", "oat"], "oat"),
        (["oat"], ""),
        (["oat", "soy", "oat", "soy"], "soy"),
        (["oat", "oat", "", "", ""], ""),
        (["oat", "oat", "extra hot"], "oat"),
        (["oat", "oat", "oat", "soy", "", "almond", "lemon", "hot"], ""),
    ],
)
def test_their_way_is_the_latest_they_had_twice_in_five(ways: list[str], way: str) -> None:
    history = [
        visit(MONDAY + timedelta(days=day), TEA, way=(TEA, text) if text else None)
        for day, text in enumerate(ways)
    ]
    assert their_way(past_of(history, day_after(history)), TEA) == way
