"""What they spent over some time."""

from dataclasses import replace

import pytest

from pos_companion.model.money import Money
from pos_companion.rules import Facts, Verdict
from pos_companion.rules.conditions.spend_lately import SpendLately, Within
from tests.pos_companion.rules.cases import COFFEE, basket, facts, says, visits


def spent(*each: tuple[int, int]) -> Facts:
    """So many cents so many days ago."""
    past = visits(*(ago for ago, _ in each))
    cents = [worth for _, worth in sorted(each, reverse=True)]
    return facts(visits=tuple(replace(one, total=n) for one, n in zip(past, cents, strict=True)))


def at_least(cents: int, **more: object) -> SpendLately:
    return SpendLately(Money(cents, "EUR"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("days", "verdict"), [(10, Verdict.NO), (11, Verdict.YES)])
def test_the_days_are_counted_with_today(days: int, verdict: Verdict) -> None:
    assert at_least(500, days=days).judge(spent((10, 500))).verdict is verdict


def test_the_ticket_of_now_counts_after_what_is_taken_off_it() -> None:
    seen = replace(spent((3, 200)), basket=basket((COFFEE, 350)))
    assert at_least(550).judge(seen).is_yes
    assert says(at_least(550).judge(replace(seen, off=100))) == (
        Verdict.NO,
        "They spent €4.50 since 22 Oct; €1.00 are missing.",
    )


def test_what_was_brought_back_subtracts() -> None:
    assert not at_least(500).judge(spent((3, 600), (2, -200))).is_yes


@pytest.mark.parametrize(
    ("within", "inside", "outside"), [(Within.MONTH, 19, 20), (Within.YEAR, 323, 324)]
)
def test_a_calendar_month_and_year_begin_on_their_first_day(
    within: Within, inside: int, outside: int
) -> None:
    assert at_least(500, within=within).judge(spent((inside, 500))).is_yes
    assert not at_least(500, within=within).judge(spent((outside, 500))).is_yes


def test_a_visit_without_an_amount_leaves_it_open_and_another_currency_never_fits() -> None:
    answer = at_least(500).judge(spent((3, 0), (2, 400)))
    assert (answer.verdict, answer.code) == (Verdict.UNKNOWN, "prices")
    assert at_least(300).judge(spent((3, 0), (2, 400))).is_yes
    dollars = SpendLately(Money(1, "USD")).judge(facts())
    assert (dollars.verdict, dollars.code) == (Verdict.NO, "wrong_currency")


def test_more_visits_than_are_remembered_leave_it_open() -> None:
    many = spent(*((1, 1) for _ in range(100)))
    assert at_least(500).judge(many).verdict is Verdict.UNKNOWN
