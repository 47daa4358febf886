"""Odds are exact, whatever the counts."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_companion.insight.odds import at_least, beyond_chance


@st.composite
def drawings(draw: st.DrawFn) -> tuple[int, int, int, int]:
    everything = draw(st.integers(1, 60))
    drawn, all_hits = draw(st.integers(0, everything)), draw(st.integers(0, everything))
    return draw(st.integers(0, drawn)), drawn, all_hits, everything


@settings(max_examples=60)
@given(drawings())
def test_it_is_what_counting_every_way_gives(drawing: tuple[int, int, int, int]) -> None:
    hits, drawn, all_hits, everything = drawing
    ways = sum(
        comb(all_hits, one) * comb(everything - all_hits, drawn - one)
        for one in range(hits, drawn + 1)
    )
    exact = Fraction(ways, comb(everything, drawn))
    assert at_least(*drawing) == pytest.approx(float(exact), rel=1e-9, abs=1e-12)


def test_the_lady_who_tasted_tea_was_right_by_chance_once_in_seventy_times() -> None:
    assert at_least(4, 4, 4, 8) == pytest.approx(1 / 70)


def test_large_numbers_do_not_overflow() -> None:
    assert 0 < at_least(40, 400, 300, 10_000) < 1e-8


def test_each_further_answer_has_a_lower_bar_and_the_first_miss_ends_it() -> None:
    assert beyond_chance([0.2, 0.0009, 0.0011], 10, 0.01) == {1, 2}
    assert beyond_chance([0.0012, 0.0011], 10, 0.01) == frozenset()
    assert beyond_chance([], 0, 0.01) == frozenset()
