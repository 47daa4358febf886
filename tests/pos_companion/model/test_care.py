"""What we owe, and what is worth asking about."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from pos_companion.model.care import Channel, Concern, Thread, Update, UpdateKind

SOUR_MILK = Concern(
    customer=7,
    n=1,
    title="Sour oat milk on Tuesday",
    promise="a fresh one on us",
    owner="Mia",
    due=date(2026, 11, 24),
    opened_on=date(2026, 11, 17),
)


def test_a_concern_is_open_until_the_day_it_was_put_right() -> None:
    assert SOUR_MILK.closed_on is None


def test_a_question_waits_until_somebody_asked_it() -> None:
    thread = Thread(7, 1, "How was Lisbon?", "Mia", date(2026, 11, 6), date(2026, 11, 16))
    assert thread.asked_on is None


def test_what_was_promised_cannot_be_rewritten_in_passing() -> None:
    with pytest.raises(FrozenInstanceError):
        SOUR_MILK.promise = "nothing"  # type: ignore[misc]


def test_they_hear_from_us_within_two_days_also_when_nothing_happened() -> None:
    assert SOUR_MILK.hears_by == date(2026, 11, 19)
    told = Update(UpdateKind.NEWS, date(2026, 11, 18), "Mia", "still asking", told=Channel.PHONE)
    assert replace(SOUR_MILK, log=(told,)).hears_by == date(2026, 11, 20)
    assert replace(SOUR_MILK, next_update_due=date(2026, 11, 23)).hears_by == date(2026, 11, 23)


def test_a_concern_is_late_once_a_promised_day_or_a_word_was_missed() -> None:
    kept = replace(SOUR_MILK, next_update_due=date(2026, 11, 30))
    assert not kept.is_late(date(2026, 11, 24))
    assert kept.is_late(date(2026, 11, 25))
    assert SOUR_MILK.is_late(date(2026, 11, 20))
    assert not replace(SOUR_MILK, closed_on=date(2026, 11, 19)).is_late(date(2026, 12, 1))
