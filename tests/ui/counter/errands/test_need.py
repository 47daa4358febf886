"""What somebody is looking for: settled in one tap, and taken back."""

import pytest

from pos_companion.services.look_up import find
from pos_companion.services.needs import add_need
from tests.bots import Cashier

ROSA, BREAD = "20471100", "a bread that keeps for a week"


@pytest.fixture
def with_rosa(at_counter: Cashier) -> Cashier:
    """Rosa looks for a bread; her card is open."""
    add_need(at_counter.shop, find(at_counter.shop, ROSA)[0].customer.id, BREAD)
    return at_counter.scans(ROSA)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("They have it now", f"They have it now: {BREAD}"),
        ("Not any more", f"Not looking any more: {BREAD}"),
    ],
)
def test_a_need_is_settled_in_one_tap(with_rosa: Cashier, answer: str, said: str) -> None:
    assert with_rosa.sees("They are looking for")
    with_rosa.taps(answer)
    assert with_rosa.toast() == said
    assert not with_rosa.sees("They are looking for")
    with_rosa.presses("Ctrl+Z")
    assert with_rosa.sees(BREAD)


def test_a_need_they_told_is_on_the_card(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F5").types("~needs a big bag").presses("Enter")
    assert at_counter.sees("They are looking for")
    assert at_counter.sees("a big bag")
