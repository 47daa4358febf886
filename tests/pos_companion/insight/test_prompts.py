from datetime import date

from pos_companion.insight.prompts import worth_asking
from pos_companion.model.care import Thread

TODAY = date(2026, 11, 21)


def told(n: int, ask_from: date, heard_on: date = date(2026, 11, 6), **more: date) -> Thread:
    return Thread(1, n, f"How was number {n}?", "Mia", heard_on, ask_from, **more)


def test_nothing_told_is_nothing_to_ask() -> None:
    assert worth_asking([], TODAY) is None


def test_what_waits_longest_is_asked_first_and_alone() -> None:
    lisbon, exam = told(1, date(2026, 11, 20)), told(2, date(2026, 11, 14))
    assert worth_asking([lisbon, exam], TODAY) == exam


def test_what_has_not_happened_yet_waits_for_its_day() -> None:
    half_marathon = told(1, date(2026, 11, 22))
    assert worth_asking([half_marathon], TODAY) is None
    assert worth_asking([half_marathon], date(2026, 11, 22)) == half_marathon


def test_what_somebody_asked_already_is_not_asked_again() -> None:
    assert worth_asking([told(1, date(2026, 11, 7), asked_on=date(2026, 11, 10))], TODAY) is None


def test_of_two_on_one_day_the_one_told_first_is_asked() -> None:
    late = told(1, TODAY, heard_on=date(2026, 11, 9))
    early = told(2, TODAY, heard_on=date(2026, 11, 2))
    assert worth_asking([late, early], TODAY) == early
