"""Somebody new."""

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.first_visit import FirstVisit
from tests.pos_companion.rules.cases import facts, says


def test_somebody_never_recorded_is_new() -> None:
    assert says(FirstVisit().judge(facts())) == (Verdict.YES, "This is their first visit")


def test_somebody_recorded_is_not_new() -> None:
    no = Verdict.NO
    once = FirstVisit().judge(facts(visit_count=1))
    assert says(once) == (no, "They have been here 1 time before.")
    assert says(FirstVisit().judge(facts(visit_count=12))) == (
        no,
        "They have been here 12 times before.",
    )
