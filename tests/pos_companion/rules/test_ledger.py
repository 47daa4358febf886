"""What was promised and given."""

from pos_companion.rules import Ledger, RedemptionState
from tests.pos_companion.rules.cases import row


def test_promised_and_given_count_and_what_was_taken_back_does_not() -> None:
    counting = [state for state in RedemptionState if state.counts]
    assert counting == [RedemptionState.ACCEPTED, RedemptionState.GIVEN]


def test_its_explanation_says_whether_it_was_a_discount() -> None:
    assert row(reason={"discount": True}).is_discount
    assert not row().is_discount


def test_an_empty_ledger_has_declined_nothing() -> None:
    assert Ledger().declined == frozenset()
