"""The value that is open at the counter: what Enter will write is what the button says."""

from dataclasses import replace

import pytest

from pos_companion.model.visits import Product, UsualItem, UsualState
from pos_companion.services.look_up import find, open_card
from tests.bots import Cashier
from tests.builders import add_customer, add_visit
from ui.counter.open_visit import OpenVisit, in_words


@pytest.fixture
def rosa(at_counter: Cashier) -> OpenVisit:
    shop = at_counter.shop
    return OpenVisit.of(open_card(shop, find(shop, "Rosa")[0].customer.id))


def product(visit: OpenVisit, name: str) -> Product:
    known = [item.product for item in visit.found.card.usual.ranked]
    return next(one for one in (*known, *visit.found.best_sellers) if one.name == name)


def test_the_usual_is_what_is_recorded(rosa: OpenVisit) -> None:
    assert rosa.deed_text() == ("check", "Had the usual")
    assert [line.product.name for line in rosa.basket.lines] == ["Flat white", "Almond croissant"]
    assert rosa.basket.lines[0].their_way == "oat milk"


def test_the_button_names_one_or_two_things_and_counts_more(rosa: OpenVisit) -> None:
    swapped = rosa.with_toggled(product(rosa, "Almond croissant"))
    assert swapped.deed_text() == ("check", "Record: Flat white")
    two = swapped.with_toggled(product(rosa, "Rye loaf"))
    assert two.deed_text()[1] == "Record: Flat white and Rye loaf"
    three = two.with_toggled(product(rosa, "Smoked cheese 200 g"))
    assert three.deed_text()[1] == "Record: 3 things"


def test_a_gift_is_named_on_the_button(rosa: OpenVisit) -> None:
    gift = replace(rosa, taken=(rosa.offer,))
    assert gift.deed_text() == ("gift", "The usual + gift")
    swapped = gift.with_toggled(product(rosa, "Almond croissant"))
    assert swapped.deed_text() == ("gift", "Record: Flat white + gift")


def test_their_way_stays_when_something_else_changes(rosa: OpenVisit) -> None:
    more = rosa.with_toggled(product(rosa, "Rye loaf"))
    assert [line.their_way for line in more.basket.lines] == ["oat milk", "", ""]


def test_toggling_twice_is_the_usual_again(rosa: OpenVisit) -> None:
    loaf = product(rosa, "Rye loaf")
    assert rosa.with_toggled(loaf).with_toggled(loaf).is_the_usual


def test_the_shown_offer_stays_on_show_when_the_basket_changes(rosa: OpenVisit) -> None:
    second = replace(rosa, offer_at=1)
    assert second.offer != rosa.offer
    assert second.with_toggled(product(rosa, "Rye loaf")).offer.id == second.offer.id


def test_what_was_turned_down_is_not_offered(rosa: OpenVisit) -> None:
    after = replace(rosa, dismissed=frozenset({rosa.offer.id}))
    assert rosa.offer.id not in [offer.id for offer in after.offers]


def test_chips_begin_with_what_is_on(rosa: OpenVisit) -> None:
    assert rosa.shown().choices == ()
    chips = replace(rosa, choosing=True).shown().choices
    assert [chip.on for chip in chips[:3]] == [True, True, False]
    assert chips[0].label == "Flat white, oat milk"
    assert len({chip.product.id for chip in chips}) == len(chips)


def test_nothing_armed_shows_what_they_often_have_as_chips(rosa: OpenVisit) -> None:
    card = rosa.found.card
    often = replace(card.usual, state=UsualState.OFTEN, basket=(), often=card.usual.basket)
    visit = OpenVisit.of(replace(rosa.found, card=replace(card, usual=often)))
    assert visit.deed_text()[1] == "Record visit"
    assert [chip.label for chip in visit.shown().choices] == [
        "Flat white, oat milk",
        "Almond croissant",
    ]
    assert [chip.on for chip in visit.shown().choices] == [False, False]


def test_a_product_is_called_as_they_have_it() -> None:
    white = Product(1, "1", "Flat white")
    assert in_words(white, "") == "Flat white"
    assert in_words(white, "oat milk") == "Flat white, oat milk"
    assert UsualItem(white, 1.0, 0.9).their_way == ""


def test_what_goes_along_with_the_basket_stands_at_the_end_of_the_chips(
    at_counter: Cashier,
) -> None:
    shop = at_counter.shop
    hanna = add_customer("Hanna Lindholm", shop=shop)
    others = ["Lemonade", "Rye loaf", "Flat white", "Smoked cheese 200 g", "Sesame ring"]
    for ago in range(60, 0, -1):
        things = ("Jasmine tea", "Poppy loaf") if ago % 6 == 0 else (others[ago % 5],)
        add_visit(hanna, days_ago=ago, items=things, shop=shop)
    visit = replace(OpenVisit.of(open_card(shop, hanna.id)), choosing=True)
    tea = visit.with_toggled(product(visit, "Jasmine tea"))
    chips = [choice.product.name for choice in tea.shown().choices]
    assert "Poppy loaf" in chips
    stay = [choice.product.name for choice in visit.shown().choices]
    assert [name for name in chips if name in stay] == stay
