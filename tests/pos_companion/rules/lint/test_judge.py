import pytest

from pos_companion.rules.lint.judge import CHECKS, lint
from tests.pos_companion.rules.cases import READY_MADE
from tests.pos_companion.rules.lint.linting import SOUND, around, codes


def test_nothing_is_the_matter_with_a_sound_rule():
    assert lint(SOUND, around()) == ()


@pytest.mark.parametrize("name", READY_MADE)
def test_the_ready_made_rules_of_the_sample_shop_are_sound(name):
    # The sample shop has more gifts than the shelf of these tests.
    assert codes(READY_MADE[name]) <= {"empty_shelf"}


def test_every_check_of_the_design_is_there():
    assert {
        "no_budget", "no_maximum", "no_words", "contradiction", "always_beaten", "past_dates",
        "empty_shelf", "no_weekday", "unkind_words", "hidden_contents", "unknown_parts",
        "other_currency",
    } <= set(CHECKS)  # fmt: skip
