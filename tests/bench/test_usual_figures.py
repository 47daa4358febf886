from math import log2

import pytest

np = pytest.importorskip("numpy", reason="comes with the bench")

from tests.bench.usual_figures import bins, by_household, judge, means, ratios  # noqa: E402


def test_an_order_is_judged_by_its_first_ten_and_its_first_five() -> None:
    order = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    recall, gain, hit, precision = judge(order, (1, 6, 11, 99))
    assert recall == 0.5
    assert gain == pytest.approx((1 + 1 / log2(7)) / sum(1 / log2(n + 2) for n in range(4)))
    assert hit == 1
    assert precision == 0.2
    assert judge(order, (99,)) == (0, 0, 0, 0)


def test_every_household_counts_alike_however_often_it_came() -> None:
    judged = [(1.0,) * 4, (0.0,) * 4, (0.0,) * 4, (1.0,) * 4]
    table = by_household([7, 3, 3, 3], judged)
    assert table.tolist() == [[pytest.approx(1 / 3)] * 4, [1.0] * 4]


def test_a_ratio_is_drawn_with_the_same_households_on_both_sides() -> None:
    chance = np.random.default_rng(2)
    theirs = chance.uniform(0.1, 0.9, (300, 4))
    (recall, *_rest) = ratios(theirs * 1.1, theirs)
    assert (recall.value, recall.low, recall.high) == pytest.approx((1.1, 1.1, 1.1))
    mean = means(theirs)[0]
    assert mean.low < mean.value < mean.high
    assert str(recall) == "1.100 [1.100, 1.100]"


def test_chances_are_held_against_what_came_true() -> None:
    found = bins([(0.31, True), (0.39, False), (1.0, True)])
    assert [(one.cases, round(one.said, 2), one.true) for one in found] == [
        (2, 0.35, 0.5),
        (1, 1.0, 1.0),
    ]
    assert found[0].error == pytest.approx(0.15)
