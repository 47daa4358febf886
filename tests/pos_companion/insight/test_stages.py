"""Which step the facts bear out, since when, and what has turned since."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.insight.stages import TENURE, VISITS, standing, until
from pos_companion.model.stages import STEPS, Mishap, Pin, Seen, Stage

FIRST = date(2025, 1, 6)  # a Monday
SINCE_THEN = timedelta(days=1)


def day(after: int) -> date:
    return FIRST + timedelta(days=after)


def came(*after: int, **more: object) -> Seen:
    """Visits so many days after the first."""
    days = tuple(day(one) for one in after)
    return Seen(days=days, visits=len(days), first=days[0] if days else None, **more)  # type: ignore[arg-type]


def weekly(count: int, **more: object) -> Seen:
    return came(*range(0, 7 * count, 7), **more)


KNOWN = {"told": (day(10), day(40)), "used": (day(60),)}


def step(seen: Seen, after: int) -> tuple[Stage, date | None]:
    found = standing(seen, day(after))
    return found.step, found.entered(found.step)


def test_before_the_first_visit_there_is_nothing_to_tell() -> None:
    found = standing(Seen(), FIRST)
    assert (found.step, found.reached, found.ahead) == (Stage.NEW, (), None)


def test_the_first_visit_is_new_and_the_one_at_the_counter_counts() -> None:
    assert step(came(0), 3) == (Stage.NEW, day(0))
    assert standing(Seen(), FIRST, here=True).entered(Stage.NEW) == FIRST


def test_three_visits_begin_to_know_each_other() -> None:
    assert step(came(0, 3, 9), 9) == (Stage.GETTING_TO_KNOW, day(9))
    assert standing(came(0, 3), day(9), here=True).step is Stage.GETTING_TO_KNOW


def test_a_regular_has_eight_visits_over_a_month() -> None:
    assert step(came(*range(8)), 40)[0] is Stage.GETTING_TO_KNOW
    assert step(came(*range(8), 31), 40) == (Stage.REGULAR, day(31))
    assert step(weekly(8), 50) == (Stage.REGULAR, day(49))


def test_a_friend_is_somebody_we_know_something_about_and_used_it() -> None:
    assert step(weekly(30), 210)[0] is Stage.REGULAR
    assert step(weekly(30, told=KNOWN["told"]), 210)[0] is Stage.REGULAR
    assert step(weekly(30, **KNOWN), 210) == (Stage.FRIEND, day(182))
    late = {**KNOWN, "used": (day(205),)}
    assert step(weekly(30, **late), 210) == (Stage.FRIEND, day(205))


def test_who_sent_somebody_forgave_us_or_is_known_by_heart_would_be_missed() -> None:
    plain = weekly(60, **KNOWN)
    assert step(plain, 415)[0] is Stage.FRIEND
    assert step(replace(plain, sent=(day(100),)), 415) == (Stage.MISSED, day(371))
    wrong = Mishap(day(370), day(380), day(381))
    assert step(replace(plain, mishaps=(wrong,)), 415) == (Stage.MISSED, day(385))
    assert step(replace(plain, used=(day(60), day(61), day(400))), 415)[1] == day(400)


def test_an_answered_question_is_no_forgiveness() -> None:
    asked = Mishap(day(370), day(380), day(381), is_question=True)
    assert step(weekly(60, **KNOWN, mishaps=(asked,)), 415)[0] is Stage.FRIEND


def test_each_step_shows_its_evidence_and_the_next_what_is_missing() -> None:
    found = standing(weekly(9), day(60))
    regular = found.reached[-1]
    assert [(words(one.phrase), one.on) for one in regular.evidence] == [
        ("8 visits", day(49)),
        ("They have been coming for a month", day(35)),
    ]
    assert found.ahead is not None
    assert [words(one) for one in found.ahead.missing] == [
        "11 more visits",
        "a visit on 5 July 2025 or later",
        "2 more things they tell us",
        "something they told us, used to serve them",
    ]


def test_a_day_that_is_over_is_never_what_is_still_missing() -> None:
    found = standing(weekly(3), day(400))
    assert found.ahead is not None
    assert [words(one) for one in found.ahead.missing] == ["5 more visits", "their next visit"]


def test_at_the_last_step_nothing_is_ahead() -> None:
    assert standing(weekly(60, **KNOWN, sent=(day(3),)), day(415)).ahead is None


def test_a_missed_promise_puts_anybody_at_risk_until_it_is_kept() -> None:
    owed = Mishap(day(14), day(16))
    assert standing(weekly(4, mishaps=(owed,)), day(16)).turn is None
    turn = standing(weekly(4, mishaps=(owed,)), day(17)).turn
    assert turn is not None
    assert (turn.stage, turn.on) == (Stage.AT_RISK, day(17))
    kept = replace(owed, closed=day(20))
    assert standing(weekly(4, mishaps=(kept,)), day(21)).turn is None
    assert standing(weekly(4, mishaps=(kept,)), day(19)).turn == turn


def test_staying_away_turns_by_their_own_rhythm_and_keeps_the_step() -> None:
    seen = weekly(10)  # the last time on day 63
    assert standing(seen, day(63 + 21)).stage is Stage.REGULAR
    away = standing(seen, day(63 + 22))
    assert (away.stage, away.step) == (Stage.AT_RISK, Stage.REGULAR)
    assert away.now == {Stage.AT_RISK, Stage.REGULAR}
    assert standing(seen, day(63 + 91)).stage is Stage.LAPSED


def test_with_the_next_visit_they_are_back() -> None:
    found = standing(weekly(10), day(63 + 100), here=True)
    assert (found.stage, found.entered(Stage.BACK)) == (Stage.BACK, day(163))
    assert found.step is Stage.REGULAR


def pin(stage: Stage, on: int = 20) -> Pin:
    return Pin(1, 1, stage, "She is my aunt", "Sam", day(on))


def test_a_pin_stands_for_the_step_and_survives_whatever_the_records_say() -> None:
    found = standing(came(0, 3, pin=pin(Stage.FRIEND)), day(30))
    assert (found.step, found.stage, found.entered(Stage.FRIEND)) == (
        Stage.FRIEND,
        Stage.FRIEND,
        day(20),
    )
    assert found.reached[-1].stage is Stage.NEW
    lower = standing(weekly(30, **KNOWN, pin=pin(Stage.REGULAR)), day(210))
    assert (lower.step, lower.entered(Stage.FRIEND)) == (Stage.REGULAR, None)
    assert lower.entered(Stage.GETTING_TO_KNOW) == day(14)


def test_a_pin_at_risk_keeps_the_step_of_the_records() -> None:
    found = standing(weekly(10, pin=pin(Stage.AT_RISK)), day(64))
    assert (found.stage, found.step) == (Stage.AT_RISK, Stage.REGULAR)
    assert found.now == {Stage.AT_RISK, Stage.REGULAR}


def test_a_pinned_friend_who_stays_away_is_at_risk_all_the_same() -> None:
    assert standing(weekly(10, pin=pin(Stage.FRIEND)), day(90)).stage is Stage.AT_RISK


HISTORIES = st.lists(st.integers(0, 40), min_size=1, max_size=170)


def looked_at(seen: Seen, latest: int) -> Seen:
    """What a card reads of somebody: the last visits, and the days of some of the first."""
    days = seen.days
    after = {
        more: next((one for one in days if one >= days[0] + timedelta(days=more)), None)
        for more in TENURE.values()
    }
    return replace(
        seen,
        days=days[-latest:],
        nth={n: days[n - 1] for n in VISITS.values() if n <= len(days)},
        after={more: on for more, on in after.items() if on is not None},
    )


def days_of(gaps: Sequence[int]) -> list[int]:
    found = [0]
    for gap in gaps:
        found.append(found[-1] + gap)
    return found


@settings(max_examples=60)
@given(HISTORIES, st.integers(0, 200), st.booleans())
@example([3] * 160, 2, True)
@example([1, 2, 40] * 50, 30, True)
def test_the_last_hundred_visits_say_the_same_as_all_of_them(
    gaps: list[int], later: int, known: bool
) -> None:
    after = days_of(gaps)
    more = {**KNOWN, "sent": (day(5),)} if known else {}
    seen, today = came(*after, **more), after[-1] + later
    whole, card = standing(seen, day(today)), standing(looked_at(seen, 100), day(today))
    assert card == whole


@settings(max_examples=60)
@given(HISTORIES, st.integers(0, 60))
def test_as_of_a_day_is_what_was_seen_then_and_steps_never_go_back(
    gaps: list[int], at: int
) -> None:
    after = days_of(gaps)
    seen = came(*after, **KNOWN)
    then = after[min(at, len(after) - 1)]
    early = came(*(one for one in after if one <= then), **KNOWN)
    before, now = standing(until(seen, day(then)), day(then)), standing(seen, day(after[-1]))
    assert before == standing(early, day(then))
    assert STEPS.index(before.step) <= STEPS.index(now.step)
    assert now.reached[: len(before.reached)] == before.reached
