from datetime import date

import pytest

from pos_companion.model.people import Customer
from ui.kit import Tile
from ui.panels import Wish
from ui.panels.head import HeadPanel, initials


def test_it_says_the_greeting_the_name_and_the_last_visit(look, shown) -> None:
    head = look(HeadPanel())
    assert head.at(shown(last_day=date(2025, 11, 18)))
    assert "“Morning, Rosa!”" in head.texts()
    assert "Rosa Delgado · last here Tuesday" in head.texts()


def test_a_first_visit_is_called_one(look, shown) -> None:
    head = look(HeadPanel())
    head.at(shown())
    assert "Rosa Delgado · here for the first time" in head.texts()


def test_a_tap_on_it_shows_their_last_visits(look, shown) -> None:
    head, wished = look(HeadPanel()), []
    head.panel.intended.connect(wished.append)
    head.at(shown())
    tile = head.panel.findChild(Tile)
    tile.click()
    assert wished == []
    head.at(shown(last_day=date(2025, 11, 18)))
    head.panel.findChildren(Tile)[-1].click()
    assert [one.wish for one in wished] == [Wish.VISITS]


def test_a_name_that_needs_help_is_spelled_out(look, shown) -> None:
    head = look(HeadPanel())
    head.at(shown(Customer(1, "Siobhán Kelly"), pronunciation="shi-VAWN"))
    assert any("(say shi-VAWN)" in text for text in head.texts())


def test_it_is_drawn_again_only_when_it_changed(look, shown) -> None:
    head = look(HeadPanel())
    head.at(shown())
    before = head.panel.findChildren(object)
    head.at(shown(given=True))
    assert head.panel.findChildren(object) == before


@pytest.mark.parametrize(
    ("customer", "letters"),
    [
        (Customer(1, "Rosa Delgado"), "RD"),
        (Customer(1, "Cher"), "C"),
        (Customer(1, "Ana María del Río"), "AR"),
        (Customer(1, description="lady, red pram"), "LP"),
        (Customer(1, card="20471100"), "·"),
    ],
)
def test_initials(customer: Customer, letters: str) -> None:
    assert initials(customer) == letters
