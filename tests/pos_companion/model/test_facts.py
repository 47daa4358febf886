"""What they told us."""

from pos_companion.model.facts import Discretion, Fact, FactKind


def test_what_somebody_told_us_is_never_spoken_unless_it_was_said_to_be_fine() -> None:
    assert Fact(1, 1, FactKind.NOTE, "Runs on Sundays").discretion is Discretion.KNOW
