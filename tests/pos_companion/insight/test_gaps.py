from datetime import date

import pytest

from pos_companion.i18n import words
from pos_companion.insight.gaps import day_prompts, knowing_prompts, stale_prompts
from pos_companion.insight.tone import may_be_said
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate, WrittenIn
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.people import Customer, Gone, HouseholdMember, Species
from pos_companion.model.prompts import MissingDay, PromptKind

ROSA = Customer(1, "Rosa Delgado", remember=True)
ANA = HouseholdMember(11, "Ana", "daughter", Species.CHILD)
BISCUIT = HouseholdMember(12, "Biscuit", "dog", Species.DOG)
FAMILY = (ANA, BISCUIT)
BIRTHDAY = CelebrationKind.BIRTHDAY
EID = Celebration(
    1, 3, "Rosa", CelebrationKind.OTHER, WrittenIn(date(2026, 3, 20)), title="Eid al-Fitr"
)


def asked(missing=(), dateless=(), known=(), members=FAMILY):
    return day_prompts(ROSA, members, (*known, *dateless), missing, dateless)


def test_a_day_is_asked_for_in_the_words_of_the_counter():
    missing = [MissingDay(BIRTHDAY), MissingDay(BIRTHDAY, 12)]
    assert [words(one.question) for one in asked(missing)] == [
        "When is your birthday?",
        "When is Biscuit’s birthday?",
    ]


def test_a_child_is_not_named_before_strangers():
    (prompt,) = asked([MissingDay(BIRTHDAY, 11)])
    assert words(prompt.question) == "When is your little one’s birthday?"


def test_the_day_of_somebody_who_is_gone_or_unknown_is_never_asked_for():
    gone = HouseholdMember(12, "Biscuit", "dog", Species.DOG, gone=Gone.DIED)
    missing = [MissingDay(BIRTHDAY, 12), MissingDay(BIRTHDAY, 99)]
    assert asked(missing, members=(ANA, gone)) == ()


def test_what_is_known_already_is_not_asked_for():
    known = Celebration(1, 1, "Rosa", BIRTHDAY, PartialDate(None, 3, 14), quiet=True)
    assert asked([MissingDay(BIRTHDAY)], known=[known]) == ()


def test_of_a_birthday_of_which_only_the_year_is_known_the_same_one_is_filled_up():
    begun = Celebration(1, 4, "Rosa", BIRTHDAY, PartialDate(1980))
    (prompt,) = asked([MissingDay(BIRTHDAY)], dateless=[begun])
    assert (prompt.kind, prompt.owner, prompt.n) == (PromptKind.RULE, 1, 4)


def test_a_feast_that_moves_is_asked_for_by_its_name():
    (prompt,) = asked(dateless=[EID])
    assert words(prompt.question) == "When is Eid al-Fitr the next time?"
    assert (prompt.kind, prompt.n) == (PromptKind.CELEBRATION, 3)


def test_two_feasts_are_two_questions():
    other = Celebration(1, 4, "Rosa", CelebrationKind.OTHER, EID.date, title="Novruz")
    assert len({one.key for one in asked(dateless=[EID, other])}) == 2


@pytest.mark.parametrize("kind", list(CelebrationKind))
@pytest.mark.parametrize("being", [None, 11, 12])
def test_every_day_has_a_question_that_may_be_said(kind, being):
    (prompt,) = asked([MissingDay(kind, being)])
    assert words(prompt.question).endswith("?")
    assert may_be_said(prompt.question.text) == []


def test_an_old_fact_is_asked_again_only_when_it_may_be_said():
    rye = Fact(1, 1, FactKind.LIKE, "Likes Rye", Discretion.SAY, subject="rye")
    van = Fact(1, 2, FactKind.NOTE, "Saving for a camper van", Discretion.SAY)
    secret = Fact(1, 3, FactKind.NOTE, "Has debts", Discretion.KNOW)
    delicate = Fact(1, 5, FactKind.WORRY, "Worried about money", Discretion.SAY)
    gossip = Fact(1, 4, FactKind.NOTE, "Moves to Rome", Discretion.SAY, told_by="her sister")
    told = [rye, van, secret, gossip, delicate]
    assert [words(one.question) for one in stale_prompts(ROSA, told)] == [
        "Do you still like Rye?",
        "Is it still so: Saving for a camper van?",
    ]


def test_whoever_we_hardly_know_is_asked_for_a_name_and_a_yes():
    stranger = Customer(2, description="lady, red pram")
    kinds = [one.kind for one in knowing_prompts(stranger)]
    assert kinds == [PromptKind.CALL_NAME, PromptKind.CONSENT]
    assert knowing_prompts(ROSA) == ()


def test_somebody_formal_is_asked_how_they_like_to_be_called():
    formal = Customer(3, "Oleg Marchenko", formal=True, remember=True)
    assert [one.kind for one in knowing_prompts(formal)] == [PromptKind.CALL_NAME]
