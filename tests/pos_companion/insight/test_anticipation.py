"""One step ahead: with a reason, of what they buy anyway, and silent on most days."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.insight.anticipation import QUIET_DAYS, Around, guess
from pos_companion.model.guesses import Guess, GuessKind
from pos_companion.model.stages import NotNeeded
from pos_companion.model.visits import PastVisit
from tests.pos_companion.insight.cafe import (
    BAGEL,
    CAKE,
    FLAT_WHITE,
    PRODUCTS,
    SOUP,
    TEA,
    WATER,
    visit,
)

TODAY = date(2026, 11, 20)


def ago(days: int, *items: int) -> PastVisit:
    at = datetime(2026, 11, 20, 9) - timedelta(days=days)  # noqa: DTZ001
    return visit(at, *items)


def around(visits: Sequence[PastVisit], **more: object) -> Around:
    return Around(visits, TODAY, PRODUCTS, **more)  # type: ignore[arg-type]


def daily(*more: tuple[int, int], days: int = 90) -> list[PastVisit]:
    """A coffee every day until yesterday, and what came along so many days ago."""
    extra = {}
    for back, item in more:
        extra.setdefault(back, []).append(item)
    return [ago(back, FLAT_WHITE, *extra.get(back, ())) for back in range(days, 0, -1)]


BEANS = [(22, CAKE), (43, CAKE), (64, CAKE), (86, CAKE)]


def said(found: Guess | None) -> tuple[str, str] | None:
    return None if found is None else (found.product.name, words(found.because))


def test_what_has_a_rhythm_of_its_own_is_guessed_when_it_is_time() -> None:
    assert said(guess(around(daily(*BEANS)))) == (
        "Carrot cake",
        "because they have it about every 21 days, the last time 29 Oct",
    )


@pytest.mark.parametrize(("later", "kind"), [(-5, None), (0, GuessKind.DUE), (21, None)])
def test_neither_too_soon_nor_when_the_rhythm_has_ended(later: int, kind: GuessKind | None) -> None:
    seen = replace(around(daily(*BEANS)), today=TODAY + timedelta(days=later))
    found = guess(seen)
    assert (found.kind if found else None) is kind


def test_what_comes_with_nearly_every_visit_is_the_usual_and_no_guess() -> None:
    assert guess(around(daily())) is None


def test_what_they_bought_three_times_has_no_rhythm_yet() -> None:
    assert guess(around(daily(*BEANS[:3]))) is None


def test_a_rhythm_that_is_none_is_not_guessed_from() -> None:
    uneven = [(10, CAKE), (12, CAKE), (50, CAKE), (88, CAKE)]
    assert guess(around(daily(*uneven))) is None


def last_winter(*more: PastVisit) -> list[PastVisit]:
    tea = [ago(back, FLAT_WHITE, TEA) for back in (372, 358)]
    return [*tea, *more, *(ago(back, FLAT_WHITE) for back in range(90, 0, -1))]


def test_what_belongs_to_these_weeks_is_guessed_from_last_year() -> None:
    assert said(guess(around(last_winter()))) == (
        "Tea",
        "because they had it 2 times in these weeks a year ago",
    )


def test_what_they_have_all_year_is_no_season() -> None:
    often = [ago(back, TEA) for back in (340, 300, 250, 200)]
    assert guess(around(last_winter(*often))) is None


def test_what_they_had_this_season_already_is_not_guessed_again() -> None:
    seen = [*last_winter(), ago(0, TEA)]
    assert guess(around(seen)) is None


def with_soup() -> list[PastVisit]:
    """Soup and water on Fridays, a coffee on other days."""
    return [
        ago(back, SOUP, WATER) if back % 7 == 0 else ago(back, FLAT_WHITE)
        for back in range(70, 0, -1)
    ]


def test_what_goes_with_the_thing_on_the_counter_is_guessed_while_it_is_missing() -> None:
    soup = around(with_soup(), passed_over=())
    assert said(guess(soup, [SOUP])) == (
        "Water",
        "because it came along 10 of the last 10 times with Soup",
    )
    both = guess(soup, [SOUP, WATER])
    assert both is None or both.kind is not GuessKind.TOGETHER


def test_what_comes_with_everything_goes_with_nothing_in_particular() -> None:
    seen = around([ago(back, SOUP, FLAT_WHITE) for back in range(20, 0, -1)])
    assert guess(seen, [SOUP]) is None


def test_nothing_is_guessed_that_is_passed_over_sold_out_or_unknown() -> None:
    beans = around(daily(*BEANS))
    assert guess(replace(beans, passed_over={CAKE})) is None
    assert guess(beans, [CAKE]) is None
    sold_out = {**PRODUCTS, CAKE: replace(PRODUCTS[CAKE], available=False)}
    assert guess(replace(beans, products=sold_out)) is None
    assert guess(replace(beans, products={})) is None


def test_what_was_not_needed_rests_until_they_buy_it_again() -> None:
    def told(days_ago: int, item: int = CAKE) -> tuple[NotNeeded, ...]:
        return (NotNeeded(1, 1, item, TODAY - timedelta(days=days_ago)),)

    beans = around(daily(*BEANS))
    assert guess(replace(beans, not_needed=told(0))) is None
    assert guess(replace(beans, not_needed=told(30))) is not None
    rare = around([*(ago(back, BAGEL) for back in (450, 350, 250, 150)), *daily()])
    assert guess(replace(rare, not_needed=told(QUIET_DAYS, BAGEL))) is None
    assert guess(replace(rare, not_needed=told(QUIET_DAYS + 1, BAGEL))) is not None


VISITS = st.lists(
    st.tuples(st.integers(1, 400), st.lists(st.sampled_from(sorted(PRODUCTS)), max_size=4)),
    max_size=60,
)


@settings(max_examples=60)
@given(VISITS, st.lists(st.sampled_from(sorted(PRODUCTS)), max_size=3))
def test_whatever_is_guessed_they_have_bought_and_it_is_not_on_the_counter(
    raw: list[tuple[int, list[int]]], basket: list[int]
) -> None:
    visits = [ago(back, *dict.fromkeys(items)) for back, items in sorted(raw, reverse=True)]
    found = guess(around(visits), basket)
    if found is not None:
        assert any(found.product.id in one.items for one in visits)
        assert found.product.id not in basket
        assert words(found.because).startswith("because ")
