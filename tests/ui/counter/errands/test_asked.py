"""The one question of a visit: a tap, and what came of it."""

from tests.bots import Cashier


def test_how_it_went_is_kept_with_two_taps_and_can_be_undone(at_counter: Cashier) -> None:
    at_counter.types("rosa").presses("Enter")
    assert at_counter.sees("How was the half marathon in Lisbon?")
    assert not at_counter.sees("It went well")
    at_counter.taps("How was the half marathon in Lisbon?").taps("It went well")
    assert not at_counter.sees("They told Mia")
    assert at_counter.sees("Asked, and it went well")
    at_counter.presses("Ctrl+Z")
    assert at_counter.sees("They told Mia")
