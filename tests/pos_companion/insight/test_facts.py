"""What they told us, worded for today."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.insight.facts import as_written, facts_shown, may_be_spoken, shown_fact
from pos_companion.model.facts import MANNERS, Discretion, Fact, FactKind
from pos_companion.model.people import Gone, HouseholdMember

TODAY = date(2025, 11, 21)
RYE = Fact(1, 1, FactKind.LIKE, "likes Rye", subject="rye", heard_by="Ana", heard_on=TODAY)
MIA = HouseholdMember(5, "Mia", "daughter")
OLD = date(2023, 1, 9)


def said(fact: Fact, who: str = "") -> str:
    return words(shown_fact(fact, TODAY, who).phrase)


def test_what_was_heard_lately_is_a_statement_with_its_source() -> None:
    shown = shown_fact(replace(RYE, heard_on=TODAY - timedelta(days=1)), TODAY)
    assert (words(shown.phrase), shown.is_question) == ("likes Rye", False)
    assert words(shown.source) == "Ana heard it, yesterday"


def test_what_is_older_than_its_limit_is_a_question() -> None:
    shown = shown_fact(replace(RYE, heard_on=OLD), TODAY)
    assert (words(shown.phrase), shown.is_question) == ("Still likes Rye?", True)
    assert words(shown.source) == "Ana heard it, 9 Jan 2023"


@pytest.mark.parametrize(
    ("kind", "who", "question"),
    [
        (FactKind.DISLIKE, "", "Still does not like Rye?"),
        (FactKind.LIKE, "Mia", "Does Mia still like Rye?"),
        (FactKind.WORRY, "", "Is this still a worry? “likes Rye”"),
        (FactKind.NOTE, "Mia", "Still true? “Mia: likes Rye”"),
    ],
)
def test_each_kind_asks_in_its_own_words(kind: FactKind, who: str, question: str) -> None:
    assert said(replace(RYE, kind=kind, heard_on=OLD), who) == question


def test_an_old_allergy_is_asked_and_says_that_it_still_holds() -> None:
    old = replace(RYE, kind=FactKind.ALLERGY, text="avoid: rye", heard_on=OLD)
    shown = shown_fact(old, TODAY)
    assert words(shown.phrase) == "Still has to avoid rye?"
    assert words(shown.note) == "It is kept out of gifts until they say otherwise."


@pytest.mark.parametrize("kind", [kind for kind in FactKind if kind is not FactKind.TENDER])
def test_the_limit_of_a_kind_is_counted_in_whole_months(kind: FactKind) -> None:
    heard = date(2024, 2, 29)
    fact = replace(RYE, kind=kind, heard_on=heard)
    months = MANNERS[kind].months + 1
    year, month = divmod(heard.year * 12 + months, 12)
    last = date(year, month, 28) if month == 2 else date(year, month or 12, 28)
    assert not fact.is_stale(heard + timedelta(days=28 * MANNERS[kind].months))
    assert fact.is_stale(last + timedelta(days=60))


def test_to_say_it_is_still_true_makes_it_young_again() -> None:
    assert not replace(RYE, heard_on=OLD, confirmed_on=TODAY).is_stale(TODAY)


def test_a_tender_time_is_never_asked_about_and_ends_by_itself() -> None:
    tender = replace(RYE, kind=FactKind.TENDER, heard_on=OLD)
    assert not tender.is_stale(TODAY)
    assert facts_shown([tender], (), TODAY) == ()
    assert facts_shown([replace(tender, until=TODAY)], (), TODAY)


def test_the_order_is_tender_dear_unused_used_and_questions_last() -> None:
    told = [
        replace(RYE, n=7, text="old", heard_on=OLD),
        replace(RYE, n=6, text="used lately", used_on=TODAY),
        replace(RYE, n=5, text="used long ago", used_on=OLD),
        replace(RYE, n=4, text="unused"),
        replace(RYE, n=3, text="unused, older"),
        replace(RYE, n=2, text="dear", kind=FactKind.MATTERS),
        replace(RYE, n=1, text="tender", kind=FactKind.TENDER),
    ]
    shown = [one.fact.text for one in facts_shown(told, (), TODAY)]
    assert shown == [
        "tender", "dear", "unused", "unused, older", "used long ago", "used lately", "old",
    ]  # fmt: skip


def test_locked_facts_and_those_about_the_gone_are_not_shown() -> None:
    gone = replace(MIA, gone=Gone.DIED)
    assert facts_shown([replace(RYE, discretion=Discretion.LOCKED)], (), TODAY) == ()
    assert facts_shown([replace(RYE, about=5)], (gone,), TODAY) == ()
    (shown,) = facts_shown([replace(RYE, about=5)], (MIA,), TODAY)
    assert words(shown.phrase) == "Mia: likes Rye"


def test_a_name_that_stands_in_the_text_is_not_said_twice() -> None:
    assert said(replace(RYE, text="Mia likes rye"), "Mia") == "Mia likes rye"


def test_only_what_is_sure_and_may_be_said_goes_into_a_sentence() -> None:
    say = replace(RYE, discretion=Discretion.SAY)
    assert may_be_spoken(say, TODAY)
    for never in (
        RYE,
        replace(say, discretion=Discretion.LOCKED),
        replace(say, heard_on=OLD),
        replace(say, wrong_on=TODAY),
        replace(say, kind=FactKind.TENDER),
    ):
        assert not may_be_spoken(never, TODAY)


@given(
    heard=st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    today=st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    kind=st.sampled_from(FactKind),
    text=st.text(max_size=40),
    subject=st.text(max_size=10),
)
def test_a_stale_fact_is_never_a_statement_and_never_spoken(
    heard: date, today: date, kind: FactKind, text: str, subject: str
) -> None:
    fact = Fact(1, 1, kind, text, Discretion.SAY, subject=subject, heard_on=heard)
    shown = shown_fact(fact, today)
    assert shown.is_question is fact.is_stale(today)
    assert not (shown.is_question and may_be_spoken(fact, today))
    if shown.is_question:
        assert words(shown.phrase) != text
    as_written(fact)
