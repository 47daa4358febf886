"""The cases of the gift rules, each with the tests that hold it; none is without one.

A test bears its cases in its name (`test_t04_r21_r23_…`); those that say the same in other words
elsewhere are named here.
"""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
CASES = [f"t{n:02}" for n in range(1, 15)] + [f"r{n:02}" for n in range(1, 39)]
ELSEWHERE = (
    ("t01", "rules/test_evaluate.py",
     "test_t1_a_leap_day_person_is_offered_in_2027_and_on_the_29th_in_2028"),
    ("t02", "services/test_offers.py",
     "test_two_tills_promise_the_last_gift_exactly_once_every_time"),
    ("t02", "services/test_offers.py",
     "test_two_tills_use_up_the_last_of_a_budget_exactly_once_every_time"),
    ("t05", "services/test_merging.py",
     "test_parted_at_once_everything_is_as_it_was"),
    ("t09", "rules/test_settle.py",
     "test_no_discount_is_negative_or_too_large_and_the_lines_add_up"),
    ("t11", "rules/test_offering.py",
     "test_t11_the_apology_is_offered_once_somebody_looks_after_it"),
    ("t12", "services/test_simulation.py",
     "test_a_month_lived_through_again_with_its_rules_is_the_ledger_word_for_word"),
    ("t12", "services/test_simulation.py",
     "test_a_month_in_which_people_chose_comes_out_again_as_they_chose"),
    ("r11", "services/test_similar.py",
     "test_namesakes_are_welcome"),
    ("r12", "services/test_coupons.py",
     "test_whoever_brings_a_coupon_of_nobody_uses_it_once"),
    ("r14", "services/test_coupons.py",
     "test_two_coupons_of_one_person_are_two"),
    ("r17", "services/deeds/test_rule_save.py",
     "test_what_can_never_work_is_refused_with_its_sentence"),
    ("r22", "services/test_move_visit.py",
     "test_one_gift_too_many_is_flagged_and_never_lost"),
    ("r23", "services/test_coupons.py",
     "test_what_expired_while_it_was_used_is_good_for_the_days_that_were_lost"),
    ("r30", "rules/test_contest.py",
     "test_ties_go_to_the_window_that_ends_sooner_then_the_lower_cost_then_the_id"),
    ("r31", "model/test_money.py",
     "test_what_is_shared_out_adds_up_to_the_last_cent"),
    ("r35", "services/test_coupons.py",
     "test_every_coupon_that_is_not_good_says_why"),
    ("r36", "services/test_giving.py",
     "test_the_last_one_at_the_same_moment_is_honoured_out_of_the_own_budget"),
    ("r37", "services/test_approvals.py",
     "test_who_gains_by_it_cannot_agree_and_a_colleagues_household_is_always_agreed_to"),
)  # fmt: skip


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def by_name() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in HERE.glob("test_*.py"):
        for name in names_in(path):
            for case in re.findall(r"_([tr]\d\d)(?=_)", name):
                found.setdefault(case, []).append(name)
    return found


@pytest.mark.parametrize("case", CASES)
def test_each_case_has_a_test_that_is_there(case):
    elsewhere = [(file, name) for at, file, name in ELSEWHERE if at == case]
    for file, name in elsewhere:
        assert name in names_in(ROOT / "tests" / "pos_companion" / file)
    assert elsewhere or case in by_name()
