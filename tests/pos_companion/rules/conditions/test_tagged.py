"""They have one of the shop's own tags."""

from dataclasses import replace

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.tagged import Tagged
from tests.pos_companion.rules.cases import ROSA, facts, says


def test_one_of_the_tags_is_enough_however_it_is_written() -> None:
    answer = Tagged(("Choir", " market ")).judge(
        facts(customer=replace(ROSA, tags="MARKET, early"))
    )
    assert says(answer) == (Verdict.YES, "They are tagged “market”")


def test_a_part_of_a_word_is_no_tag() -> None:
    answer = Tagged(("mark",)).judge(facts(customer=replace(ROSA, tags="market")))
    assert says(answer) == (Verdict.NO, "None of these tags is theirs: mark.")


def test_nobody_without_tags_has_one() -> None:
    assert says(Tagged(("choir",)).judge(facts()))[0] is Verdict.NO
    assert says(Tagged(()).judge(facts()))[0] is Verdict.NO
