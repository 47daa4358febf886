"""Something was put right."""

from datetime import timedelta

import pytest

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.concern_closed import ConcernClosed
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
