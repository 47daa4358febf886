"""We owe them something."""

from datetime import timedelta

from pos_companion.model.care import Severity
from pos_companion.rules import Verdict
from pos_companion.rules.as_json import condition_from_json
from pos_companion.rules.conditions.concern_open import ConcernOpen
from pos_companion.rules.severity import Weight
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


def test_only_what_weighs_as_much_counts() -> None:
    small, serious = concern(), concern(n=2, title="A cut", severity=Severity.SERIOUS)
    both = facts(concerns=(small, serious))
    answer = ConcernOpen(severity=Weight.SERIOUS).judge(both)
    assert says(answer) == (Verdict.YES, "We owe them: A cut, Sam looks after it")
    assert "Sour oat milk" in says(ConcernOpen(severity=Weight.SMALL).judge(both))[1]
    answer = ConcernOpen(severity=Weight.SERIOUS).judge(facts(concerns=(small,)))
    assert says(answer) == (Verdict.NO, "We owe them nothing serious.")


def test_a_rule_of_before_means_small_and_serious_alike() -> None:
    assert condition_from_json({"kind": "concern_open", "days": 2}) == ConcernOpen(2, Weight.ANY)
