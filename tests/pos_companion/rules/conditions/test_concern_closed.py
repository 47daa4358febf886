"""Something was put right."""

from datetime import timedelta

import pytest

from pos_companion.model.care import Severity
from pos_companion.rules import Verdict
from pos_companion.rules.conditions.concern_closed import ConcernClosed
from pos_companion.rules.severity import Weight
from tests.pos_companion.rules.cases import TODAY, concern, facts, says


@pytest.mark.parametrize(("ago", "holds"), [(0, True), (14, True), (15, False)])
def test_the_last_days_are_inclusive(ago: int, holds: bool) -> None:
    closed = concern(closed_on=TODAY - timedelta(days=ago))
    assert ConcernClosed(14).judge(facts(concerns=(closed,))).is_yes is holds


def test_the_latest_one_is_named() -> None:
    closed = concern(closed_on=TODAY - timedelta(days=1))
    answer = ConcernClosed().judge(facts(concerns=(closed,)))
    assert says(answer) == (Verdict.YES, "Put right: Sour oat milk (yesterday)")


def test_what_is_still_open_is_not_put_right() -> None:
    answer = ConcernClosed().judge(facts(concerns=(concern(),)))
    assert says(answer) == (Verdict.NO, "Nothing was put right lately.")


def test_how_much_it_weighed_and_how_long_it_took_may_matter() -> None:
    quick = concern(closed_on=TODAY, opened_on=TODAY - timedelta(days=1))
    long = concern(
        n=2, title="A cut", severity=Severity.SERIOUS, closed_on=TODAY - timedelta(days=3),
        opened_on=TODAY - timedelta(days=12),
    )  # fmt: skip
    both = facts(concerns=(quick, long))
    assert "A cut" in says(ConcernClosed(severity=Weight.SERIOUS).judge(both))[1]
    assert "A cut" in says(ConcernClosed(lasted=5).judge(both))[1]
    answer = ConcernClosed(lasted=5).judge(facts(concerns=(quick,)))
    assert says(answer) == (
        Verdict.NO,
        "What was put right took 1 day; this is for what took 5.",
    )
    answer = ConcernClosed(severity=Weight.SERIOUS).judge(facts(concerns=(quick,)))
    assert says(answer) == (Verdict.NO, "Nothing serious was put right lately.")
