"""What the deeds refuse: wrong types, wrong lengths, odd signs; nothing is ever half done."""

import pytest

from pos_companion.errors import BadInputError, CompanionError, NotFoundError
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_product, add_rule, add_visits, days_from


@pytest.fixture
def ana(shop):
    """A regular whose dog has its birthday tomorrow."""
    add_product("Flat white", ref="101")
    add_rule("Dog biscuit", Celebration(who=Who.PET))
    ana = add_customer("Ana Silva", celebrates=[("Rex", *days_from(shop, 1))])
    add_visits(ana, 4, items=("Flat white",))
    return ana


def count(shop, table):
    return shop.storage.rows(f"SELECT count(*) FROM {table}")[0][0]


CUSTOMERS = [None, "", 0, 1.5, True, [], {}, "x" * 5000, "\x00", "🧁", "'; DROP TABLE customer; --"]


@pytest.mark.parametrize("deed", ["card", "usual", "visit"])
@pytest.mark.parametrize("customer", CUSTOMERS)
def test_nonsense_for_a_customer_is_refused(shop, ana, deed, customer):
    with pytest.raises(CompanionError):
        do(shop, deed, {"customer": customer})
    assert count(shop, "customer") == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"items": "101"},
        {"items": 5},
        {"items": [5]},
        {"items": [None]},
        {"items": [[]]},
        {"items": {"product": "101"}},
        {"items": ["Bun", ""]},
        {"items": ["Bun", "101:two"]},
        {"items": ["Bun", "x" * 5000]},
        {"items": ["Bun", "4111 1111 1111 1111"]},
        {"items": ["Bun", {"product": "101", "quantity": "lots"}]},
        {"items": ["Bun", {"product": "101", "amount": {}}]},
        {"items": ["Bun", {"product": "101", "qty": 2}]},
        {"items": ["Bun", {"product": "101", "quantity": 0}]},
        {"items": ["Bun"], "take": "dog-biscuit"},
        {"items": ["Bun"], "take": [5]},
        {"items": ["Bun"], "take": None},
        {"items": ["Bun"], "take": [""]},
        {"items": ["Bun"], "take": ["\x00"]},
        {"items": ["Bun"], "usual": "yes"},
        {"items": ["Bun"], "kind": "stolen"},
        {"items": ["Bun"], "kind": None},
        {"items": ["Bun"], "uid": 5},
        {"items": ["Bun"], "uid": "x" * 101},
        {"items": ["Bun"], "uid": "a\x00b"},
        {"items": ["Bun"], "uid": "\ud800"},
        {"items": ["Bun"], "at": "9999-12-31T23:59"},
        {"items": ["Bun"], "at": "tomorrow"},
    ],
)
def test_a_wrong_value_is_refused_and_nothing_at_all_is_written(shop, ana, wrong):
    before = [count(shop, table) for table in ("visit", "product", "redemption", "audit")]
    with pytest.raises((BadInputError, NotFoundError)):
        do(shop, "visit", {"customer": str(ana.id), **wrong})
    after = [count(shop, table) for table in ("visit", "product", "redemption", "audit")]
    assert after == before


@pytest.mark.parametrize("limit", [0, -1, 1001, "3", 2.5, True, []])
def test_a_limit_is_a_whole_number(shop, ana, limit):
    for deed, values in (("find", {"text": "ana"}), ("usual", {"customer": str(ana.id)})):
        with pytest.raises(BadInputError, match="limit must be a whole number from 1"):
            do(shop, deed, {**values, "limit": limit})


@pytest.mark.parametrize("uid", [None, 5, "", "x" * 5000, "\x00", "' OR 1=1 --"])
def test_undo_needs_the_id_of_a_visit(shop, uid):
    with pytest.raises(CompanionError):
        do(shop, "undo", {"uid": uid})


@pytest.mark.parametrize("customer", [None, True, 1.5, [], {}])
def test_a_customer_is_named_by_a_text_or_a_whole_number(shop, ana, customer):
    with pytest.raises(BadInputError, match="customer must be a text"):
        do(shop, "card", {"customer": customer})


def test_an_item_as_an_object_means_exactly_what_it_says(shop, ana):
    items = [{"product": "Size: 40"}, {"product": "101", "quantity": None, "amount": 6.4}]
    do(shop, "visit", {"customer": str(ana.id), "items": items, "uid": "one"})
    size, coffee = shop.storage.visits.get("one").basket.lines
    assert (size.product.name, size.quantity, size.amount) == ("Size: 40", 1, None)
    assert (coffee.product.name, coffee.quantity, coffee.amount.amount) == ("Flat white", 1, 640)


def test_blanks_around_the_id_of_a_visit_do_not_count(shop, ana):
    do(shop, "visit", {"customer": str(ana.id), "uid": " till 7 "})
    assert do(shop, "undo", {"uid": "till 7 "})["visit"] == "till 7"
