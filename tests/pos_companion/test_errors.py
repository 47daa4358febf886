"""What can go wrong has a code for programs and a sentence for people."""

import pytest

from pos_companion import errors
from pos_companion.errors import BadInputError, CompanionError, DamagedError, OutOfStockError
from pos_companion.i18n import Phrase
from pos_companion.model.money import Money

KINDS = sorted(
    (
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, CompanionError)
    ),
    key=lambda one: one.__name__,
)


def test_an_error_says_its_sentence_with_its_values() -> None:
    error = OutOfStockError("The last {gift} has just gone.", gift=Phrase("Dog biscuit"))
    assert str(error) == "The last Dog biscuit has just gone."
    assert error.phrase == Phrase("The last {gift} has just gone.", {"gift": Phrase("Dog biscuit")})


def test_money_in_an_error_reads_like_money() -> None:
    error = CompanionError("Only {left} is left.", left=Money(350, "EUR"))
    assert str(error) == "Only €3.50 is left."


def test_a_value_may_be_called_text() -> None:
    assert str(BadInputError("{text} is not a time.", text="noonish")) == "noonish is not a time."


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_can_be_told_to_a_program(kind: type[CompanionError]) -> None:
    error = kind("No.")
    assert isinstance(error, CompanionError)
    assert error.kind.isidentifier()
    assert error.exit_code in {1, 2, 3}


def test_each_kind_has_a_code_of_its_own() -> None:
    codes = [kind.kind for kind in KINDS if kind is not CompanionError]
    assert len(set(codes)) == len(codes)


def test_the_command_line_tells_refused_from_wrong_and_damaged() -> None:
    assert CompanionError.exit_code == 1
    assert BadInputError.exit_code == 2
    assert DamagedError.exit_code == 3


def test_what_was_sent_is_said_again_no_longer_than_anybody_reads() -> None:
    said = str(BadInputError("{text} is not a time.", text="noonish " * 700))
    assert len(said) < 90
    assert said.startswith("noonish noonish")
    assert said.endswith("… is not a time.")


def test_our_own_words_in_an_error_are_said_whole() -> None:
    names = ", ".join(f"deed{number}" for number in range(40))
    assert str(BadInputError("There are: {names}.", names=names)) == f"There are: {names}."
