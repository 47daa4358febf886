from pos_companion.i18n import Phrase
from pos_companion.model.guesses import Guess, GuessKind
from pos_companion.model.visits import Product
from ui.kit import Button
from ui.panels import Intent, Wish
from ui.panels.guess import GuessPanel

BEANS = Guess(Product(7, "77", "Coffee beans"), GuessKind.DUE, Phrase("because it is time"))


def test_on_most_days_nothing_is_guessed(look, shown) -> None:
    assert not look(GuessPanel()).at(shown())


def test_it_says_that_it_is_a_guess_and_why(look, shown) -> None:
    panel = look(GuessPanel())
    assert panel.at(shown(guess=BEANS))
    assert panel.texts() == ["Maybe also, a guess", "Coffee beans", "because it is time"]


def test_it_is_put_in_with_a_tap_or_rests(look, shown) -> None:
    panel = look(GuessPanel())
    panel.at(shown(guess=BEANS))
    for button in panel.panel.findChildren(Button):
        button.click()
    assert panel.wishes == [
        Intent(Wish.PRODUCT, BEANS.product),
        Intent(Wish.NOT_NEEDED, BEANS),
    ]
