import pytest
from PySide6.QtWidgets import QApplication

from pos_companion.i18n import Phrase
from pos_companion.model.visits import Product, UsualItem, UsualOrder, UsualState
from ui.kit import Button, Chip
from ui.panels import ProductChoice, Wish
from ui.panels.usual import UsualPanel

WHITE = Product(1, "1", "Flat white")
BUN = Product(2, "2", "Cinnamon bun")
USUAL = UsualOrder(
    UsualState.ARMED,
    (UsualItem(WHITE, 1.0, 0.9, their_way="oat milk"),),
    reason=Phrase("9 of the last 10 visits"),
)


OFTEN = UsualOrder(
    UsualState.OFTEN, often=(UsualItem(WHITE, 1.0, 0.4, Phrase("4 of the last 10 visits")),)
)


def choices(bun_on: bool = False) -> tuple[ProductChoice, ...]:
    return ProductChoice(WHITE, "Flat white", True), ProductChoice(BUN, "Cinnamon bun", bun_on)


def test_it_says_what_they_take_their_way_and_why_we_think_so(look, shown) -> None:
    usual = look(UsualPanel())
    assert usual.at(shown(usual=USUAL))
    assert usual.texts() == ["The usual", "9 of the last 10 visits", "Flat white, oat milk"]


def test_nothing_to_say_is_no_box(look, shown) -> None:
    assert not look(UsualPanel()).at(shown())


def test_what_they_often_have_is_offered_as_chips(look, shown) -> None:
    usual = look(UsualPanel())
    assert usual.at(shown(usual=OFTEN, choices=choices()))
    assert usual.texts() == ["Often has", "Flat white: 4 of the last 10 visits"]
    assert not usual.panel.add_line.isVisible()
    usual.at(shown(usual=OFTEN, choices=choices(), choosing=True))
    assert "Flat white: 4 of the last 10 visits" not in usual.texts()


@pytest.mark.parametrize(("order", "chips"), [(USUAL, ()), (OFTEN, choices())])
def test_one_tap_says_that_it_is_not_their_usual_any_more(order, chips, look, shown) -> None:
    usual = look(UsualPanel())
    usual.at(shown(usual=order, choices=chips))
    (cross,) = [one for one in usual.panel.findChildren(Button) if one.isVisible()]
    assert cross.accessibleName() == "Flat white is not their usual any more"
    cross.click()
    assert [(one.wish, one.about) for one in usual.wishes] == [(Wish.NOT_USUAL, WHITE)]


def test_a_chip_wishes_for_its_product(look, shown) -> None:
    usual = look(UsualPanel())
    usual.at(shown(usual=USUAL, choices=choices(), choosing=True))
    usual.panel.chips.widgets()[1].click()
    assert [(one.wish, one.about) for one in usual.wishes] == [(Wish.PRODUCT, BUN)]


def test_a_chip_keeps_the_keyboard_while_its_neighbours_change(look, shown, qtbot) -> None:
    usual = look(UsualPanel())
    usual.panel.activateWindow()
    usual.at(shown(usual=USUAL, choices=choices(), choosing=True))
    usual.panel.chips.widgets()[1].setFocus()
    usual.at(shown(usual=USUAL, choices=tuple(reversed(choices(True))), choosing=True))
    focused = QApplication.focusWidget()
    assert isinstance(focused, Chip)
    assert focused.text() == "Cinnamon bun"
    assert focused.isChecked()


def test_typing_seeks_a_product(look, shown) -> None:
    usual = look(UsualPanel())
    usual.at(shown(usual=USUAL, choices=choices(), choosing=True))
    usual.panel.add_line.edited.emit("bun")
    assert [(one.wish, one.about) for one in usual.wishes] == [(Wish.SEEK, "bun")]
