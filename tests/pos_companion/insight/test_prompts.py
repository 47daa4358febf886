from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import Phrase, words
from pos_companion.insight.prompts import (
    COOL_DOWN,
    Curiosity,
    first_day_to_ask,
    hushed_beings,
    worth_asking,
)
from pos_companion.model.care import Thread
from pos_companion.model.facts import Discretion
from pos_companion.model.people import Customer, Gone, HouseholdMember, Species
from pos_companion.model.prompts import Asked, Outcome, Prompt, PromptKind

TODAY = date(2026, 11, 21)
ROSA = Customer(1, "Rosa", remember=True)
BISCUIT = HouseholdMember(12, "Biscuit", "dog", Species.DOG)


def told(n: int, ask_from: date, heard_on: date = date(2026, 11, 6), **more) -> Thread:
    return Thread(1, n, f"How was number {n}?", "Mia", heard_on, ask_from, **more)


def gap(kind: PromptKind, key: str = "", about: int | None = None) -> Prompt:
    return Prompt(1, kind, key or kind.value, Phrase("When is it?"), about)


def asked(days_ago: int, outcome: Outcome = Outcome.LATER, key: str = "other", about=None) -> Asked:
    return Asked(1, 1, key, outcome, TODAY - timedelta(days=days_ago), about)


def wanted(today: date = TODAY, **what) -> str:
    prompt = worth_asking(Curiosity(**{"customer": ROSA, "members": (BISCUIT,), **what}), today)
    return prompt.key if prompt else ""


def test_nothing_told_is_nothing_to_ask():
    assert wanted() == ""


def test_what_waits_longest_is_asked_first_and_alone():
    lisbon, exam = told(1, date(2026, 11, 20)), told(2, date(2026, 11, 14))
    prompt = worth_asking(Curiosity(ROSA, threads=(lisbon, exam)), TODAY)
    assert words(prompt.question) == "How was number 2?"
    assert (prompt.heard_by, prompt.heard_on, prompt.n) == ("Mia", date(2026, 11, 6), 2)


def test_what_has_not_happened_yet_waits_for_its_day():
    half_marathon = told(1, date(2026, 11, 22))
    assert wanted(threads=[half_marathon]) == ""
    assert wanted(date(2026, 11, 22), threads=[half_marathon]) == "thread:1"


def test_what_somebody_asked_already_is_not_asked_again():
    assert wanted(threads=[told(1, date(2026, 11, 7), asked_on=date(2026, 11, 10))]) == ""


def test_of_two_on_one_day_the_one_told_first_is_asked():
    late, early = told(1, TODAY, date(2026, 11, 9)), told(2, TODAY, date(2026, 11, 2))
    assert wanted(threads=[late, early]) == "thread:2"


def test_the_kinds_come_in_their_order():
    gaps = [gap(kind) for kind in reversed(PromptKind) if kind is not PromptKind.THREAD]
    assert wanted(gaps=gaps, threads=[told(1, TODAY)]) == "thread:1"
    for kind in list(PromptKind)[1:]:
        assert wanted(gaps=gaps) == kind.value
        gaps.pop()


@pytest.mark.parametrize("days", [0, 1, 13])
def test_for_two_weeks_after_a_question_there_is_none(days):
    assert wanted(asked=[asked(days)], threads=[told(1, TODAY)], gaps=[gap(PromptKind.RULE)]) == ""


def test_after_two_weeks_there_is_one_again():
    assert wanted(asked=[asked(14)], gaps=[gap(PromptKind.RULE)]) == "rule"


def test_what_was_declined_never_comes_back():
    declined = asked(4000, Outcome.DECLINED, "rule")
    assert wanted(asked=[declined], gaps=[gap(PromptKind.RULE)]) == ""


def test_a_month_after_bad_news_nothing_cheerful_is_asked():
    gaps, bad = [gap(PromptKind.RULE), gap(PromptKind.CONSENT)], Outcome.NOT_SO_WELL
    assert wanted(asked=[asked(29, bad)], gaps=gaps, threads=[told(1, TODAY)]) == "consent"
    assert wanted(asked=[asked(30, bad)], gaps=gaps) == "rule"


def test_bad_news_is_about_somebody():
    bad = [asked(20, Outcome.NOT_SO_WELL, about=12), asked(29, Outcome.WELL)]
    assert hushed_beings(bad, TODAY) == {12}
    assert hushed_beings(bad, TODAY + timedelta(days=10)) == frozenset()


def test_in_a_hard_time_nothing_cheerful_is_asked():
    assert wanted(is_tender=True, gaps=[gap(PromptKind.CELEBRATION)]) == ""
    assert wanted(is_tender=True, gaps=[gap(PromptKind.CALL_NAME)]) == "call_name"


@pytest.mark.parametrize("members", [(), (replace(BISCUIT, gone=Gone.DIED),)])
def test_a_thread_about_a_being_that_is_gone_is_silent_for_ever(members):
    vet = told(1, TODAY, about=12)
    assert wanted(threads=[vet]) == "thread:1"
    for years in range(5):
        day = TODAY + timedelta(days=366 * years)
        assert wanted(day, threads=[vet], members=members) == ""


def test_nobody_asks_a_family_that_mourns_the_customer():
    themselves = HouseholdMember(1, "Rosa", customer=1, gone=Gone.DIED)
    assert wanted(threads=[told(1, TODAY)], members=[themselves]) == ""


def test_a_delicate_subject_is_asked_only_when_they_brought_it_up():
    scan = replace(told(1, TODAY), question="How was the hospital?")
    assert wanted(threads=[scan]) == ""
    assert wanted(threads=[replace(scan, discretion=Discretion.SAY)]) == "thread:1"
    assert wanted(threads=[replace(told(1, TODAY), discretion=Discretion.LOCKED)]) == ""


@pytest.mark.parametrize(
    ("starts", "ends", "first"),
    [
        (date(2026, 11, 14), date(2026, 11, 21), date(2026, 11, 22)),
        (date(2026, 11, 14), date(2026, 11, 14), date(2026, 11, 21)),
        (date(2026, 11, 14), None, date(2026, 11, 21)),
        (None, None, date(2026, 11, 13)),
    ],
)
def test_a_trip_is_asked_about_the_day_after_and_a_day_a_week_later(starts, ends, first):
    assert first_day_to_ask(date(2026, 11, 6), starts, ends) == first


def test_how_long_after_can_be_chosen():
    day = date(2026, 11, 14)
    assert first_day_to_ask(day, day, day, timedelta(days=1)) == date(2026, 11, 15)


KEYS = st.sampled_from(["rule", "celebration", "call_name"])
VISITS = st.lists(st.tuples(st.integers(0, 30), st.sampled_from(Outcome)), max_size=40)


@given(VISITS, st.lists(st.integers(0, 300), max_size=6))
def test_whatever_they_answer_they_are_left_in_peace(visits, threads):
    open_threads = {n: told(n, TODAY + timedelta(days=d)) for n, d in enumerate(threads)}
    gaps = [gap(PromptKind.RULE), gap(PromptKind.CELEBRATION), gap(PromptKind.CALL_NAME)]
    before, declined, today = [], set(), TODAY
    for n, (days, outcome) in enumerate(visits):
        today += timedelta(days=days)
        curious = Curiosity(ROSA, (), tuple(open_threads.values()), tuple(before), tuple(gaps))
        prompt = worth_asking(curious, today)
        assert prompt == worth_asking(curious, today)
        if prompt is None:
            continue
        assert all(today - one.day >= COOL_DOWN for one in before)
        assert prompt.key not in declined
        before.append(Asked(1, n, prompt.key, outcome, today))
        if prompt.kind is PromptKind.THREAD:
            del open_threads[prompt.n]
        if outcome is Outcome.DECLINED:
            declined.add(prompt.key)
        again = Curiosity(ROSA, (), tuple(open_threads.values()), tuple(before), tuple(gaps))
        assert worth_asking(again, today) is None
