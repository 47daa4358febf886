"""What customers would do better."""

from dataclasses import replace
from datetime import date

from pos_companion.model.ideas import IDEA_STATES, Idea, IdeaState

DAY = date(2026, 11, 20)
GLASS = Idea(7, 1, "milk in glass bottles")


def test_only_what_is_done_and_not_heard_of_yet_is_to_be_told() -> None:
    done = replace(GLASS, state=IdeaState.DONE, settled_on=DAY)
    assert [one.is_to_tell for one in (GLASS, done, replace(done, told_on=DAY))] == [
        False, True, False,
    ]  # fmt: skip


def test_an_idea_is_settled_once_it_was_told_or_will_not_be() -> None:
    assert replace(GLASS, state=IdeaState.NOT_NOW).is_settled
    assert replace(GLASS, state=IdeaState.DONE, told_on=DAY).is_settled
    assert not replace(GLASS, state=IdeaState.DONE).is_settled
    assert not GLASS.is_settled


def test_every_state_has_its_words() -> None:
    assert set(IDEA_STATES) == set(IdeaState)
