"""What they may need today, as the card knows it."""

import pytest

from pos_companion.errors import RefusedError
from pos_companion.insight.anticipation import guess
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import FactKind
from pos_companion.model.guesses import Guess
from pos_companion.model.people import Customer
from pos_companion.services import Shop
from pos_companion.services.consents import set_consent
from pos_companion.services.guesses import not_needed, undo_not_needed
from pos_companion.services.look_up import open_card
from tests.builders import add_customer, add_fact, add_product, add_visit


@pytest.fixture
def ana(shop: Shop) -> Customer:
    """A coffee every other day, and beans every three weeks, now due."""
    ana = add_customer("Ana Silva")
    for back in range(90, 0, -2):
        beans = ("Peanut beans",) if back in (22, 44, 64, 86) else ()
        add_visit(ana, days_ago=back, items=("Coffee", *beans))
    return ana


def guessed(shop: Shop, customer: Customer) -> Guess | None:
    around = open_card(shop, customer.id).around
    return guess(around) if around else None


def test_what_is_due_is_guessed_beside_the_usual(shop: Shop, ana: Customer) -> None:
    found = guessed(shop, ana)
    assert found is not None
    assert found.product.name == "Peanut beans"


@pytest.mark.parametrize(
    ("kind", "subject"),
    [(FactKind.ALLERGY, "nuts"), (FactKind.DISLIKE, "beans"), (FactKind.ALLERGY, "peanut")],
)
def test_what_they_told_us_to_leave_out_is_never_guessed(shop, ana, kind, subject) -> None:
    add_fact(ana, f"{kind}: {subject}", kind, subject=subject)
    assert guessed(shop, ana) is None


def test_what_is_out_today_is_not_guessed(shop: Shop, ana: Customer) -> None:
    beans = add_product("Peanut beans")
    shop.storage.rows("UPDATE product SET available = FALSE WHERE id = ?", (beans.id,))
    assert guessed(shop, ana) is None


def test_who_wants_no_offers_or_no_remembering_is_left_in_peace(shop, ana) -> None:
    set_consent(shop, ana.id, ConsentKind.MEMORY, False)
    assert guessed(shop, ana) is None
    leo = add_customer("Leo", no_offers=True)
    assert guessed(shop, leo) is None


def test_not_needed_rests_and_can_be_taken_back(shop: Shop, ana: Customer) -> None:
    found = guessed(shop, ana)
    assert found is not None
    said = not_needed(shop, ana.id, found.product)
    assert guessed(shop, ana) is None
    undo_not_needed(shop, said)
    assert guessed(shop, ana) == found
    with pytest.raises(RefusedError, match="quicker"):
        undo_not_needed(shop, said)
