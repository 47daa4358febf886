"""Three-valued logic over answers."""

from datetime import date

from pos_companion.i18n import Phrase
from pos_companion.rules import Answer, Verdict
from pos_companion.rules.kleene import joined
from tests.pos_companion.rules.cases import BISCUIT, birthday, facts

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN
ALL, ANY = (NO, UNKNOWN, YES), (YES, UNKNOWN, NO)


def yes(text: str, until: date | None = None, milestone: str = "") -> Answer:
    return Answer(YES, Phrase(text), until=until, milestone=milestone)


def test_a_yes_of_all_ends_with_the_first_that_ends() -> None:
    both = (yes("a"), yes("b", date(2026, 11, 30)), yes("c", date(2026, 11, 22)))
    assert joined(both, ALL, facts()).until == date(2026, 11, 22)
    assert joined(both, ANY, facts()).until is None


def test_a_milestone_is_not_lost() -> None:
    answer = joined((yes("a"), yes("b", milestone="visit:10")), ALL, facts())
    assert (answer.phrase.text, answer.milestone) == ("a", "visit:10")


def test_the_celebration_looked_for_gives_the_words() -> None:
    dog, rosa = birthday("11-21", BISCUIT), birthday("11-20")
    answers = (
        yes("plain"),
        Answer(YES, Phrase("rosa"), "self", rosa, 2026),
        Answer(YES, Phrase("dog"), "being:12", dog, 2026),
    )
    seen = facts(celebrations=(dog, rosa))
    assert joined(answers, ALL, seen).phrase.text == "rosa"
    about_dog = seen.for_celebration(seen.occasions[0])
    assert joined(answers, ALL, about_dog).beneficiary == "being:12"
