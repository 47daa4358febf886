"""Something they suggested was done."""

from datetime import timedelta

from pos_companion.model.ideas import Idea, IdeaState
from pos_companion.rules import Verdict
from pos_companion.rules.conditions.idea_done import IdeaDone
from tests.pos_companion.rules.cases import TODAY, facts, says

GLASS = Idea(
    1, 1, "milk in glass bottles", state=IdeaState.DONE, settled_on=TODAY - timedelta(days=5)
)


def test_what_was_done_lately_counts_whether_they_know_or_not() -> None:
    answer = IdeaDone(5).judge(facts(ideas=(GLASS,)))
    assert says(answer) == (Verdict.YES, "We did what they suggested: milk in glass bottles")


def test_the_latest_one_decides() -> None:
    older = Idea(1, 2, "a lamp", state=IdeaState.DONE, settled_on=TODAY - timedelta(days=50))
    assert IdeaDone(5).judge(facts(ideas=(older, GLASS))).is_yes
    verdict, said = says(IdeaDone(4).judge(facts(ideas=(older, GLASS))))
    assert verdict is Verdict.NO
    assert said.startswith("Done some time ago: milk in glass bottles")


def test_what_is_only_planned_is_not_done() -> None:
    planned = Idea(1, 1, "a lamp", state=IdeaState.PLANNED, settled_on=TODAY)
    answer = IdeaDone().judge(facts(ideas=(planned,)))
    assert says(answer) == (Verdict.NO, "Nothing they suggested has been done yet.")
