"""What is not on the paper was looked at, column by column."""

from pos_companion.services.not_on_paper import NOT_ON_PAPER
from tests.pos_companion.services.test_kept_columns import EVERY, ON


def test_nothing_is_on_both_lists_and_none_is_about_a_column_that_is_gone() -> None:
    assert not ON & set(NOT_ON_PAPER)
    assert not [column for column in NOT_ON_PAPER if column not in EVERY]


def test_each_has_its_reason() -> None:
    assert all(NOT_ON_PAPER.values())
