"""What they told us."""

from dataclasses import replace
from datetime import date

from pos_companion.model.facts import MANNERS, Discretion, Fact, FactKind


def test_what_somebody_told_us_is_never_spoken_unless_it_was_said_to_be_fine() -> None:
    assert Fact(1, 1, FactKind.NOTE, "Runs on Sundays").discretion is Discretion.KNOW


def test_every_kind_has_its_manners_and_nothing_is_said_aloud_by_itself() -> None:
    assert set(MANNERS) == set(FactKind)
    assert all(one.discretion is not Discretion.SAY for one in MANNERS.values())
    assert all(one.months > 0 and one.why for one in MANNERS.values())


def test_a_worry_is_asked_about_after_half_a_year_to_the_day() -> None:
    worry = Fact(1, 1, FactKind.WORRY, "The stairs", heard_on=date(2025, 8, 31))
    assert not worry.is_stale(date(2026, 2, 28))
    assert worry.is_stale(date(2026, 3, 1))
    assert not replace(worry, heard_on=None).is_stale(date(2099, 1, 1))
    confirmed = replace(worry, confirmed_on=date(2026, 3, 1))
    assert not confirmed.is_stale(date(2026, 9, 1))


def test_a_tender_time_lasts_until_its_day_or_a_year() -> None:
    tender = Fact(1, 1, FactKind.TENDER, "Be gentle", heard_on=date(2024, 2, 29))
    assert tender.tender_until == date(2025, 2, 28)
    assert not tender.is_over(date(2025, 2, 28))
    assert tender.is_over(date(2025, 3, 1))
    assert replace(tender, until=date(2024, 3, 1)).is_over(date(2024, 3, 2))
    assert not replace(tender, heard_on=None).is_over(date(2099, 1, 1))
    assert not replace(tender, kind=FactKind.NOTE).is_over(date(2099, 1, 1))
