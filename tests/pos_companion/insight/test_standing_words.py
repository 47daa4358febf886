"""Where somebody stands, in a few words for the eyes of the cashier."""

from datetime import date, timedelta

from pos_companion.i18n import Phrase, words
from pos_companion.insight.standing_words import marker, stands_out
from pos_companion.model.stages import Evidence, Pin, Reached, Stage, Standing, Turned

TODAY = date(2026, 11, 20)


def back(on: date) -> Standing:
    return Standing((), Turned(Stage.BACK, on, Phrase("")))


def test_a_day_like_any_other_has_no_marker() -> None:
    assert marker(Standing(), TODAY) is None
    assert marker(Standing((), Turned(Stage.AT_RISK, TODAY, Phrase(""))), TODAY) is None


def test_who_is_back_is_marked_on_the_visit_that_brings_them_back_only() -> None:
    said = marker(back(TODAY), TODAY)
    assert said is not None
    assert words(said[0]) == "Back again"
    assert marker(back(TODAY - timedelta(days=1)), TODAY) is None


def test_who_was_pinned_at_risk_is_marked_with_the_reason() -> None:
    pin = Pin(1, 1, Stage.AT_RISK, "We mixed up her name", "Sam", TODAY)
    said = marker(Standing(pin=pin), TODAY)
    assert said is not None
    assert [words(one) for one in said] == ["Take care today", "We mixed up her name"]


def test_no_marker_reproaches_anybody() -> None:
    said = marker(back(TODAY), TODAY)
    assert said is not None
    assert not [word for word in ("late", "weeks", "missed") if word in words(said[1])]


def test_only_what_shows_more_than_counts_stands_out() -> None:
    counted, sent = Evidence(Phrase("20 visits")), Evidence(Phrase("sent"), telling=True)
    assert stands_out(Standing((Reached(Stage.FRIEND, TODAY, (counted,)),))) is None
    assert stands_out(Standing((Reached(Stage.MISSED, TODAY, (counted, sent)),))) == sent
