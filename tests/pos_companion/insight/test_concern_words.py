"""There are always words, and they are words that may be said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pos_companion.i18n import words
from pos_companion.insight.concern_words import happened, looked_after, missed, to_say
from pos_companion.insight.tone import SpokenAs, may_be_said
from pos_companion.model.care import Channel, Concern, Update, UpdateKind

TODAY = date(2025, 11, 21)
FRIDAY = date(2025, 11, 28)
MILK = Concern(
    1, 1, "Sour oat milk", "a fresh one on us", "Sam", FRIDAY, date(2025, 11, 20),
    next_update_due=date(2025, 11, 22), first_owner="Sam",
)  # fmt: skip
ASKED = replace(MILK, title="Do you sell flour?", is_question=True)
NEWS = Update(UpdateKind.NEWS, TODAY, "Sam", "asked the dairy")
MOVED = Update(UpdateKind.PROMISED, TODAY, "Mia", "the dairy is shut", until=FRIDAY)


def said(concern: Concern, today: date = TODAY) -> str:
    return words(to_say(concern, today))


def test_with_nothing_new_there_are_still_words() -> None:
    assert said(MILK) == "No news yet. Sam is on it, you’ll hear by Fri 28 Nov."
    assert said(ASKED) == "No answer yet. Sam is on it, you’ll hear by Fri 28 Nov."


def test_with_news_they_hear_who_looks_after_it_and_until_when() -> None:
    known = replace(MILK, log=(NEWS,))
    assert said(known) == "Sam is looking after it. You’ll hear by Fri 28 Nov."


def test_on_the_day_itself_we_are_sorry_or_find_out() -> None:
    assert said(MILK, FRIDAY) == "Sorry about last time. Today we put it right."
    assert said(ASKED, FRIDAY) == "I promised you an answer. Let me find out now."


def test_words_of_our_own_hold_until_another_day_is_promised() -> None:
    own = replace(MILK, words="Sorry. Today’s is on us.")
    assert said(own) == "Sorry. Today’s is on us."
    assert said(replace(own, log=(MOVED,))).startswith("No news yet.")
    assert said(replace(own, log=(MOVED,)), FRIDAY) == "Sorry. Today’s is on us."


@pytest.mark.parametrize("concern", [MILK, ASKED, replace(MILK, log=(NEWS,))])
@pytest.mark.parametrize("today", [TODAY, FRIDAY, FRIDAY + timedelta(days=9)])
def test_the_usual_words_may_be_said_to_a_customer(concern: Concern, today: date) -> None:
    assert may_be_said(said(concern, today), SpokenAs.APOLOGY) == []


def test_who_looked_after_it_first_stays_to_be_seen() -> None:
    assert words(looked_after(MILK, TODAY)) == "Sam looks after it · due Fri 28 Nov"
    handed = replace(MILK, owner="Mia")
    assert words(looked_after(handed, TODAY)) == "Mia looks after it, Sam before · due Fri 28 Nov"


def test_what_is_late_is_said_to_the_colleague() -> None:
    assert missed(MILK, TODAY) is None
    silent = missed(MILK, TODAY + timedelta(days=3))
    assert silent is not None
    assert words(silent).startswith("They should have heard from us by ")
    broken = missed(MILK, FRIDAY + timedelta(days=1))
    assert broken is not None
    assert words(broken) == "This was promised for yesterday."


@pytest.mark.parametrize(
    ("update", "sentence"),
    [
        (NEWS, "Sam: asked the dairy"),
        (replace(NEWS, who=""), "asked the dairy"),
        (replace(NEWS, told=Channel.PHONE), "Sam: asked the dairy · told by phone"),
        (MOVED, "Mia promised it for Fri 28 Nov instead: the dairy is shut"),
        (
            Update(UpdateKind.OPENED, TODAY, "Sam", "a fresh one", until=FRIDAY),
            "Sam took it over. Promised: a fresh one, by Fri 28 Nov.",
        ),
        (
            Update(UpdateKind.HANDED, TODAY, "Mia", "holiday", to="Sam"),
            "Mia handed it to Sam: holiday",
        ),
        (
            Update(UpdateKind.CLOSED, TODAY, "Sam", "a new carton", told=Channel.IN_PERSON),
            "Sam put it right: a new carton · told in person",
        ),
        (Update(UpdateKind.REOPENED, TODAY, "", "sour again"), "Opened again: sour again"),
    ],
)
def test_what_happened_is_told_in_one_line(update: Update, sentence: str) -> None:
    assert words(happened(update, TODAY)) == sentence
