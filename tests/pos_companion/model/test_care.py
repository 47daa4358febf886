"""What we owe, and what is worth asking about."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from pos_companion.model.care import Concern, Thread

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
