"""Came often enough."""

import pytest

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from tests.pos_companion.rules.cases import facts, says, visits


@pytest.mark.parametrize(
    ("days_ago", "verdict"),
    [((1, 2), Verdict.YES), ((1, 30), Verdict.YES), ((1, 31), Verdict.NO), ((), Verdict.NO)],
)
def test_this_visit_counts_and_the_oldest_day_does(
    days_ago: tuple[int, ...], verdict: Verdict
) -> None:
    seen = facts(visits=visits(*days_ago))
    assert VisitsAtLeast(count=3, days=30).judge(seen).verdict is verdict


def test_the_sentence_tells_how_far_it_is() -> None:
    answer = VisitsAtLeast(count=10, days=90).judge(facts(visits=visits(1, 2, 3)))
    assert says(answer)[1] == "Came 4 of 10 times in 90 days, this visit included."
