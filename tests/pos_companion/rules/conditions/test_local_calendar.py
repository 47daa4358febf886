"""A day of the shop's own calendar."""

from datetime import timedelta

from pos_companion.model.giving import Circumstances, LocalEvent
from pos_companion.rules import Facts, Verdict
from pos_companion.rules.conditions.local_calendar import LocalCalendar
from tests.pos_companion.rules.cases import TODAY, facts, says

FAIR = LocalEvent("Street fair", TODAY, TODAY + timedelta(days=1))


def on(days: int) -> Facts:
    return facts(today=TODAY + timedelta(days=days), circumstances=Circumstances(events=(FAIR,)))


def test_its_first_and_its_last_day_belong_to_it() -> None:
    for day in (0, 1):
        answer = LocalCalendar("street fair").judge(on(day))
        assert says(answer) == (Verdict.YES, "It is Street fair")
        assert answer.until == FAIR.last


def test_before_it_says_how_far_it_is_and_afterwards_that_nothing_is_ahead() -> None:
    assert says(LocalCalendar().judge(on(-1))) == (Verdict.NO, "Street fair is in 1 day.")
    assert says(LocalCalendar("Street fair").judge(on(-5))) == (
        Verdict.NO,
        "Street fair is in 5 days.",
    )
    for event, day in (("", 2), ("Market", 0)):
        assert says(LocalCalendar(event).judge(on(day))) == (
            Verdict.NO,
            "Our calendar has no such day ahead.",
        )
