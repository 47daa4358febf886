"""What was seen is said calmly."""

from datetime import date, timedelta

import pytest

from pos_companion.i18n import words
from pos_companion.insight.signal_words import on_days, sentence
from pos_companion.model.signals import Signal, SignalKind


@pytest.mark.parametrize("kind", SignalKind)
def test_every_signal_has_a_sentence_with_its_counts(kind: SignalKind) -> None:
    said = words(sentence(Signal(kind, "Sam", 1, 12, of=9, beside=4), "Ana"))
    assert "{" not in said
    assert "Sam" in said
    assert "12" in said or "9" in said


def test_a_card_nobody_signed_in_for_names_no_colleague() -> None:
    said = words(sentence(Signal(SignalKind.MANY_VISITS, "", 1, 800, beside=40), "Ana"))
    assert said == "The card of Ana stands on 800 visits, the next one on 40."


def test_few_days_are_named_and_many_are_counted() -> None:
    days = tuple(date(2025, 11, 1) + timedelta(days=one) for one in range(7))
    assert words(on_days(days[:2])) == "On 2 Nov and 1 Nov"
    assert words(on_days(days)).endswith("and on 2 days before")
    assert words(on_days(days[:6])).endswith("and on 1 day before")
