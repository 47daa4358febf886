"""What is said not to be somebody's usual, as the card knows it."""

from datetime import timedelta

import pytest

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.model.people import Customer
from pos_companion.model.visits import NotUsual, Product
from pos_companion.services import Shop
from pos_companion.services.look_up import open_card, usual_of
from pos_companion.services.not_usual import not_usual, undo_not_usual, wrong_of
from tests.builders import add_customer, add_visit


@pytest.fixture
def ana(shop: Shop) -> Customer:
    ana = add_customer("Ana Silva")
    for back in range(12, 0, -1):
        add_visit(ana, days_ago=back, items=("Coffee", "Croissant"))
    return ana


def armed(shop: Shop, customer: Customer) -> list[str]:
    return sorted(item.product.name for item in open_card(shop, customer.id).card.usual.basket)


def called(shop: Shop, customer: Customer, name: str) -> Product:
    items = usual_of(shop, customer.id).ranked
    return next(item.product for item in items if item.product.name == name)


def test_it_leaves_the_usual_at_once_and_comes_back_with_undo(shop: Shop, ana: Customer) -> None:
    before = open_card(shop, ana.id).card.usual
    said = not_usual(shop, ana.id, called(shop, ana, "Croissant"))
    assert armed(shop, ana) == ["Coffee"]
    assert "Croissant" not in [item.product.name for item in usual_of(shop, ana.id).ranked]
    undo_not_usual(shop, said)
    assert open_card(shop, ana.id).card.usual == before
    with pytest.raises(RefusedError, match="quicker"):
        undo_not_usual(shop, said)


def test_after_five_visits_it_is_considered_again(shop: Shop, ana: Customer) -> None:
    croissant = called(shop, ana, "Croissant")
    not_usual(shop, ana.id, croissant)
    for _day in range(5):
        assert "Croissant" not in [item.product.name for item in usual_of(shop, ana.id).ranked]
        shop.clock.passes(days=1)
        add_visit(ana, days_ago=0, at="08:00", items=("Coffee", "Croissant"))
    assert called(shop, ana, "Croissant") == croissant


def test_nobody_has_no_usual(shop: Shop, ana: Customer) -> None:
    with pytest.raises(NotFoundError):
        not_usual(shop, 9999, called(shop, ana, "Coffee"))


def test_what_was_said_later_is_not_known_while_the_clock_is_set_back(shop: Shop) -> None:
    now = shop.clock.now()
    said = [
        NotUsual(1, 2, 7, now + timedelta(hours=1), shop.today),
        NotUsual(1, 1, 8, now - timedelta(hours=1), shop.today),
    ]
    assert list(wrong_of(shop, said)) == [8]
