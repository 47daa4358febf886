"""A round number of visits."""

import pytest

from pos_companion.rules.conditions.visits_nth import VisitsNth
from tests.pos_companion.rules.cases import facts, says


@pytest.mark.parametrize(
    ("before", "every", "holds"),
    [(9, True, True), (19, True, True), (8, True, False), (10, True, False), (0, True, False),
     (9, False, True), (19, False, False)],
)  # fmt: skip
def test_this_visit_is_counted(before: int, every: bool, holds: bool) -> None:
    assert VisitsNth(10, every).judge(facts(visit_count=before)).is_yes is holds


def test_each_number_is_a_milestone_of_its_own() -> None:
    assert VisitsNth(10).judge(facts(visit_count=19)).milestone == "visit:20"


def test_the_sentence_tells_the_next_number() -> None:
    assert says(VisitsNth(10).judge(facts(visit_count=6)))[1] == (
        "This is visit number 7; the next one that counts is number 10."
    )
    assert says(VisitsNth(10, every=False).judge(facts(visit_count=12)))[1] == (
        "This is visit number 13; number 10 is past."
    )
