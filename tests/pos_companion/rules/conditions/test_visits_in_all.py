"""Came often enough in all."""

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.visits_in_all import VisitsInAll
from tests.pos_companion.rules.cases import facts, says


def test_this_visit_counts_and_so_do_all_before_it() -> None:
    assert says(VisitsInAll(250).judge(facts(visit_count=249))) == (
        Verdict.YES,
        "Came 250 times, this visit included",
    )
    assert says(VisitsInAll(250).judge(facts(visit_count=248))) == (
        Verdict.NO,
        "Came 249 of 250 times, this visit included.",
    )
