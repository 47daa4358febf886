"""The one question of a visit: a tap, and what came of it."""

import pytest

from pos_companion.rules.conditions.celebration import Celebration, Who
from tests.bots import Cashier
from tests.builders import add_rule


@pytest.fixture
def with_greta(at_counter: Cashier) -> Cashier:
    """A rule waits for Greta's birthday; she is open, and has been asked."""
    add_rule("Cake", Celebration(who=Who.SELF), shop=at_counter.shop, priority=1)
    at_counter.types("greta").presses("Enter").taps("When is your birthday?")
    return at_counter


def test_how_it_went_is_kept_with_two_taps_and_can_be_undone(at_counter: Cashier) -> None:
    at_counter.types("rosa").presses("Enter")
    assert at_counter.sees("How was the half marathon in Lisbon?")
    assert not at_counter.sees("It went well")
    at_counter.taps("How was the half marathon in Lisbon?").taps("It went well")
    assert not at_counter.sees("They told Mia")
    assert at_counter.sees("Asked, and it went well")
    at_counter.presses("Ctrl+Z")
    assert at_counter.sees("They told Mia")


def test_enter_keeps_the_answer_and_records_no_visit(with_greta: Cashier) -> None:
    before = with_greta.visits_today()
    with_greta.types("22 November").presses("Enter")
    assert with_greta.toast().startswith("Answered: When is your birthday?")
    assert with_greta.visits_today() == before
    assert with_greta.sees("Greta’s birthday is tomorrow")
    with_greta.presses("Enter")
    assert with_greta.visits_today() == before + 1


def test_what_cannot_be_read_is_said_and_the_question_stays(with_greta: Cashier) -> None:
    with_greta.types("soon").presses("Enter")
    assert "is not a date" in with_greta.bar()
    assert with_greta.sees("When is your birthday?")


def test_a_question_that_is_declined_is_gone_with_a_word(with_greta: Cashier) -> None:
    with_greta.taps("Don’t ask again")
    assert with_greta.toast().startswith("Not asked again")
    assert not with_greta.sees("Ask about")
