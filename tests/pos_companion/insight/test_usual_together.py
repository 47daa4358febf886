from dataclasses import replace

import pytest

from pos_companion.insight.usual import usual_order
from pos_companion.insight.usual_together import going_along
from tests.pos_companion.insight.cafe import (
    BAGEL,
    CROISSANT,
    FLAT_WHITE,
    HABITS,
    PRODUCTS,
    SOUP,
    TEA,
    WATER,
    daily,
    day_after,
    ids,
)

HISTORY = daily([(FLAT_WHITE, CROISSANT), (TEA, BAGEL), (SOUP, WATER), (FLAT_WHITE,)] * 6)
NOW = day_after(HISTORY)
RANKED = usual_order(HISTORY, NOW, HABITS, PRODUCTS).ranked


@pytest.mark.parametrize(
    ("taken", "along"),
    [([TEA], [BAGEL]), ([FLAT_WHITE], [CROISSANT]), ([SOUP], [WATER]), ([SOUP, TEA], []), ([], [])],
)
def test_what_they_have_along_with_it_follows(taken: list[int], along: list[int]) -> None:
    assert ids(going_along(RANKED, taken, HISTORY, NOW)) == along


def test_what_is_out_today_does_not_go_along() -> None:
    out = [
        replace(item, product=replace(item.product, available=item.product.id != BAGEL))
        for item in RANKED
    ]
    assert going_along(out, [TEA], HISTORY, NOW) == ()


def test_what_they_never_had_goes_along_with_nothing() -> None:
    assert going_along(RANKED, [TEA], [], NOW) == ()
