"""They belong to people the shop has given a name."""

from pos_companion.i18n import words
from pos_companion.rules import Verdict
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.came_from import CameFrom
from pos_companion.rules.conditions.has_pet import Animal, HasPet
from pos_companion.rules.conditions.segment import InSegment
from pos_companion.rules.explain import deciding, explain_json, explained
from tests.pos_companion.rules.cases import facts, says

DOG_PEOPLE = InSegment("dogs", "dog people", HasPet(Animal.DOG))
CAT_PEOPLE = InSegment("cats", "cat people", AllOf((HasPet(Animal.CAT),)))


def test_whoever_the_meaning_holds_for_belongs_to_it() -> None:
    assert says(DOG_PEOPLE.judge(facts())) == (Verdict.YES, "They belong to “dog people”")


def test_whoever_it_does_not_hold_for_hears_why() -> None:
    assert says(CAT_PEOPLE.judge(facts())) == (
        Verdict.NO,
        "They do not belong to “cat people”. No cat is known.",
    )


def test_what_is_not_known_of_them_is_asked_in_its_own_words() -> None:
    answer = InSegment("friends", "friends of friends", CameFrom()).judge(facts())
    assert says(answer) == (Verdict.UNKNOWN, "Not known yet: how did they find us?")
    assert answer.code == "source"
    assert deciding(InSegment("x", "x", CameFrom()), answer)[0] == "segment.0.came_from"


def test_one_that_is_not_there_any_more_is_neither_yes_nor_no() -> None:
    answer = InSegment("gone").judge(facts())
    assert says(answer) == (Verdict.UNKNOWN, "There is no segment “gone” any more.")
    assert answer.code == "segment"


def test_the_explanation_shows_the_meaning_below_the_name() -> None:
    tree = explained(explain_json(CAT_PEOPLE, CAT_PEOPLE.judge(facts())))
    assert tree is not None
    below = tree.parts[0].parts[0]
    assert (tree.kind, below.kind, words(below.phrase)) == (
        "segment", "has_pet", "No cat is known.",
    )  # fmt: skip
