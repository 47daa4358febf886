"""What the parts of a rule can be chosen from."""

from pos_companion.services import Shop
from pos_companion.services.rule_choices import rule_choices
from tests.builders import add_gift


def test_an_empty_shop_has_nothing_but_its_currency(shop: Shop) -> None:
    found = rule_choices(shop)
    assert (found.currency, found.gifts, found.products, found.groups) == ("EUR", {}, (), ())


def test_gifts_products_and_kinds_of_products_can_be_chosen(sample_shop: Shop) -> None:
    found = rule_choices(sample_shop)
    assert "Flat white, oat milk" in found.products
    assert "coffee" in found.groups
    assert list(found.groups) == sorted(found.groups, key=str.casefold)
    assert "Dog biscuit, peanut-free" in {gift.name for gift in found.gifts.values()}


def test_a_gift_put_on_the_shelf_can_be_chosen_at_once(shop: Shop) -> None:
    gift = add_gift("Candle")
    assert rule_choices(shop).gifts[gift.id].name == "Candle"
