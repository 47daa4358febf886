"""Staying away and coming back, by somebody's own rhythm."""

from datetime import date, timedelta

import pytest

from pos_companion.i18n import words
from pos_companion.insight.absence import turn_of, turns_of
from pos_companion.model.stages import Stage

FIRST = date(2025, 1, 6)


def days(*after: int) -> list[date]:
    return [FIRST + timedelta(days=one) for one in after]


def turn(came: list[date], later: int) -> Stage | None:
    found = turn_of(came, came[-1] + timedelta(days=later))
    return found.stage if found else None


WEEKLY = days(*range(0, 70, 7))
DAILY = days(*range(20))
QUARTERLY = days(*range(0, 90 * 7, 90))


@pytest.mark.parametrize(
    ("came", "at_risk", "lapsed"), [(WEEKLY, 22, 91), (DAILY, 22, 91), (QUARTERLY, 181, 271)]
)
def test_their_own_rhythm_decides(came: list[date], at_risk: int, lapsed: int) -> None:
    assert turn(came, at_risk - 1) is None
    assert turn(came, at_risk) is Stage.AT_RISK
    assert turn(came, lapsed - 1) is Stage.AT_RISK
    assert turn(came, lapsed) is Stage.LAPSED


def test_who_never_had_a_rhythm_is_not_seen_any_more_after_half_a_year() -> None:
    assert turn(days(0, 3), 180) is None
    assert turn(days(0, 3), 181) is Stage.LAPSED


def test_back_lasts_for_three_visits_or_sixty_days() -> None:
    again = [*WEEKLY, WEEKLY[-1] + timedelta(days=30)]
    assert turn(again, 0) is Stage.BACK
    assert turn([*again, again[-1] + timedelta(days=7)], 0) is Stage.BACK
    often = [*again, *(again[-1] + timedelta(days=7 * more) for more in (1, 2))]
    assert turn(often, 0) is Stage.BACK
    assert turn([*often, often[-1] + timedelta(days=7)], 0) is None
    rare = [*QUARTERLY, QUARTERLY[-1] + timedelta(days=200)]
    assert turn(rare, 60) is Stage.BACK
    assert turn(rare, 61) is None


def test_nobody_has_turned_before_the_first_visit() -> None:
    assert turn_of([], FIRST) is None
    assert list(turns_of([], FIRST)) == []


def test_the_history_tells_every_absence_and_every_coming_back() -> None:
    last = WEEKLY[-1]
    came = [*WEEKLY, last + timedelta(days=100), last + timedelta(days=107)]
    found = list(turns_of(came, came[-1] + timedelta(days=10)))
    assert [(one.stage, one.on) for one in found] == [
        (Stage.AT_RISK, last + timedelta(days=22)),
        (Stage.LAPSED, last + timedelta(days=91)),
        (Stage.BACK, last + timedelta(days=100)),
    ]
    assert words(found[0].because) == "Last here on 10 March 2025"
    assert words(found[2].because) == "Here again on 18 June 2025, after 10 March 2025"


def test_an_absence_that_goes_on_is_in_the_history_too() -> None:
    found = list(turns_of(WEEKLY, WEEKLY[-1] + timedelta(days=30)))
    assert [one.stage for one in found] == [Stage.AT_RISK]
    assert turn(WEEKLY, 30) is Stage.AT_RISK
