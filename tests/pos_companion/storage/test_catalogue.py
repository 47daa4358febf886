"""Products by number, by what the till calls them and by name; and the habits of the shop."""

from dataclasses import replace

import pytest

from pos_companion.model.money import Money
from pos_companion.model.visits import Product, ShopHabits
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import add_product


def keep_popularity(storage: Storage, *products: Product) -> ShopHabits:
    """Habits in which each product is less popular than the one before."""
    habits = ShopHabits(
        popularity={one.id: 0.5 / (place + 1) for place, one in enumerate(products)},
        rebuy={products[0].id: 0.4},
        gap={products[0].id: 3.5},
        size={products[0].id: 1.25},
        mean_rebuy=0.2,
        mean_gap=9.0,
        mean_size=0.5,
    )
    storage.catalogue.keep_habits(habits)
    return habits


@pytest.mark.parametrize("price", [Money(390, "EUR"), Money(0, "EUR"), None])
def test_a_product_comes_back_as_it_was_kept(storage: Storage, price: Money | None) -> None:
    given = Product(0, "4001", "Café au lait", "coffee", price, False, "coffee")
    kept = storage.catalogue.add(given, "square")
    assert kept == replace(given, id=kept.id)
    assert storage.catalogue.with_habits([kept.id], "EUR", 0)[0] == {kept.id: kept}


@pytest.mark.parametrize(
    "text", ["4001", " 4001 ", "café au lait", "CAFE AU LAIT", "Cafe, au lait"]
)
def test_a_product_is_named_by_its_number_or_its_whole_name(storage: Storage, text: str) -> None:
    latte = storage.catalogue.add(Product(0, "4001", "Café au lait"))
    storage.catalogue.add(Product(0, "4002", "Café"))
    assert storage.catalogue.named(text, "EUR") == latte


@pytest.mark.parametrize("text", ["", "au lait", "40", "%", "🙂"])
def test_a_part_of_a_name_names_nothing(storage: Storage, text: str) -> None:
    storage.catalogue.add(Product(0, "4001", "Café au lait"))
    assert storage.catalogue.named(text, "EUR") is None


def test_what_the_till_calls_a_product_goes_before_a_name(storage: Storage) -> None:
    by_name = storage.catalogue.add(Product(0, "1", "Bun"))
    by_ref = storage.catalogue.add(Product(0, "Bun", "Cinnamon roll"))
    assert by_name.id < by_ref.id
    assert storage.catalogue.named("Bun", "EUR") == by_ref


def test_names_are_found_by_their_beginning_and_best_sellers_by_any_word(storage: Storage) -> None:
    latte, oat, chai = (add_product(storage, name) for name in ("Latte", "Oat latte", "Chai latte"))
    keep_popularity(storage, oat, latte)
    assert storage.catalogue.find("lat", 5, "EUR") == (latte, oat)
    assert storage.catalogue.find("CHAI", 5, "EUR") == (chai,)
    assert storage.catalogue.find("lat", 1, "EUR") == (latte,)
    for nothing in ("", "%", "_", "*", "🙂", "\x00"):
        assert storage.catalogue.find(nothing, 5, "EUR") == ()
    assert storage.catalogue.find("x" * 5000, 5, "EUR") == ()


def test_the_more_popular_of_two_names_comes_first(storage: Storage) -> None:
    rare, popular = add_product(storage, "Bun A"), add_product(storage, "Bun B")
    keep_popularity(storage, popular, rare)
    assert storage.catalogue.find("bun", 5, "EUR") == (popular, rare)


def test_best_sellers_are_only_what_can_be_sold(storage: Storage) -> None:
    latte = add_product(storage, "Latte")
    gone = storage.catalogue.add(Product(0, "old", "Old bun", available=False))
    bun = add_product(storage, "Bun")
    keep_popularity(storage, gone, latte, bun)
    assert storage.catalogue.best_sellers(1, "EUR") == (latte,)
    assert storage.catalogue.best_sellers(5, "EUR") == (latte, bun)


def test_habits_come_back_for_the_products_asked_for(storage: Storage) -> None:
    latte, bun, tea = (add_product(storage, name) for name in ("Latte", "Bun", "Tea"))
    kept = keep_popularity(storage, latte, bun, tea)
    products, habits = storage.catalogue.with_habits([bun.id], "EUR", best=1)
    assert products == {latte.id: latte, bun.id: bun}
    assert habits.best == (latte.id,)
    assert habits.popularity == {one: kept.popularity[one] for one in (latte.id, bun.id)}
    assert (habits.rebuy[latte.id], habits.rebuy[bun.id]) == (0.4, 0.2)
    assert (habits.gap[latte.id], habits.gap[bun.id]) == (3.5, 9.0)
    assert (habits.size[latte.id], habits.size[bun.id]) == (1.25, 0.5)
    assert (habits.mean_rebuy, habits.mean_gap, habits.mean_size) == (0.2, 9.0, 0.5)


def test_a_shop_without_visits_has_no_habits(storage: Storage) -> None:
    latte = add_product(storage, "Latte")
    assert storage.catalogue.with_habits([latte.id], "EUR", 5) == ({latte.id: latte}, ShopHabits())
    assert storage.catalogue.with_habits([], "EUR", 5) == ({}, ShopHabits())


def test_new_habits_replace_the_old_ones(storage: Storage) -> None:
    latte, bun = add_product(storage, "Latte"), add_product(storage, "Bun")
    keep_popularity(storage, latte, bun)
    keep_popularity(storage, bun)
    assert storage.catalogue.best_sellers(5, "EUR") == (bun,)
    storage.catalogue.keep_habits(ShopHabits())
    assert storage.catalogue.best_sellers(5, "EUR") == ()


def test_a_large_shop_keeps_all_its_habits(storage: Storage) -> None:
    popularity = {number: 1 / number for number in range(1, 1202)}
    storage.catalogue.keep_habits(ShopHabits(popularity=popularity))
    assert storage.rows("SELECT count(*), max(place) FROM product_habit") == [(1201, 1200)]
