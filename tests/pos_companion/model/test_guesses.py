"""A guess is always told with its reason."""

from pos_companion.i18n import Phrase
from pos_companion.model.guesses import Guess, GuessKind
from pos_companion.model.visits import Product


def test_guesses_that_say_the_same_are_the_same() -> None:
    beans = Product(7, "77", "Beans")
    one = Guess(beans, GuessKind.DUE, Phrase("because"))
    assert one == Guess(beans, GuessKind.DUE, Phrase("because"))
    assert one != Guess(beans, GuessKind.SEASON, Phrase("because"))
