"""We owe them something."""

from datetime import timedelta

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.concern_open import ConcernOpen
from tests.pos_companion.rules.cases import TODAY, concern, facts, says


def test_we_owe_them_and_somebody_looks_after_it() -> None:
    answer = ConcernOpen().judge(facts(concerns=(concern(),)))
    assert says(answer) == (Verdict.YES, "We owe them: Sour oat milk, Sam looks after it")


def test_without_an_owner_it_is_a_question() -> None:
    answer = ConcernOpen().judge(facts(concerns=(concern(owner=""),)))
    assert says(answer) == (Verdict.UNKNOWN, "Not known yet: who looks after “Sour oat milk”?")


def test_what_was_put_right_is_owed_no_more() -> None:
    answer = ConcernOpen().judge(facts(concerns=(concern(closed_on=TODAY),)))
    assert says(answer) == (Verdict.NO, "We owe them nothing.")


def test_an_apology_may_wait_until_it_took_some_days() -> None:
    owed = facts(concerns=(concern(opened_on=TODAY - timedelta(days=2)),))
    assert ConcernOpen(2).judge(owed).is_yes
    assert says(ConcernOpen(3).judge(owed)) == (
        Verdict.NO,
        "We have owed them something for 2 days; this begins at 3.",
    )
