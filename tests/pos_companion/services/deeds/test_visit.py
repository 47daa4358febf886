import pytest

from pos_companion.errors import (
    LimitReachedError,
    NotFoundError,
    OutOfStockError,
    RefusedError,
)
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.spend_at_least import SpendAtLeast
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services.deeds import do
from tests.builders import (
    add_customer,
    add_rule,
    days_from,
)


def count(shop, table):
    return shop.storage.rows(f"SELECT count(*) FROM {table}")[0][0]


@pytest.mark.parametrize("taken", ["dog-biscuit", "dog-biscuit:being:1"])
def test_visit_records_and_answers_in_its_agreed_form(shop, ana, taken):
    answer = do(
        shop,
        "visit",
        {"customer": "ROSE-7", "items": ["101:2:6.40", "Bun"], "take": [taken], "uid": "one"},
    )
    assert answer["visit"] == "one"
    (given,) = answer["redemptions"]
    assert given == {"id": given["id"], "rule": "dog-biscuit", "offer": "dog-biscuit:being:1"}
    assert int(given["id"]) > 0
    visit = shop.storage.visits.get("one")
    assert [(one.product.name, str(one.quantity)) for one in visit.basket.lines] == [
        ("Flat white", "2"),
        ("Bun", "1"),
    ]
    assert visit.basket.total("EUR") == Money(640, "EUR")


def test_the_same_uid_sent_again_is_the_same_visit(shop, ana):
    sent = {"customer": str(ana.id), "items": ["101"], "take": ["dog-biscuit"], "uid": "one"}
    first = do(shop, "visit", sent)
    assert do(shop, "visit", sent) == first
    assert do(shop, "visit", {**sent, "items": ["another thing"]}) == first
    assert count(shop, "visit") == 5
    assert count(shop, "product") == 1


def test_without_a_uid_every_visit_is_a_new_one(shop, ana):
    uids = {do(shop, "visit", {"customer": str(ana.id)})["visit"] for _ in range(2)}
    assert len(uids) == 2


def test_the_usual_is_recorded_as_the_button_would(shop, ana):
    do(shop, "visit", {"customer": str(ana.id), "usual": True, "uid": "one"})
    assert [one.product.ref for one in shop.storage.visits.get("one").basket.lines] == ["101"]


def test_there_has_to_be_a_usual_to_record_it(shop):
    bea = add_customer("Bea")
    with pytest.raises(NotFoundError, match="no usual order yet"):
        do(shop, "visit", {"customer": str(bea.id), "usual": True})


def test_items_may_be_objects(shop, ana):
    items = [{"product": "101", "quantity": 2, "amount": "6.40"}, {"product": "Bun"}]
    do(shop, "visit", {"customer": str(ana.id), "items": items, "uid": "one"})
    assert shop.storage.visits.get("one").basket.total("EUR") == Money(640, "EUR")


def test_a_rule_about_the_basket_can_be_taken_with_the_basket(shop, ana):
    add_rule("Big", SpendAtLeast(Money(500, "EUR")))
    sent = {"customer": str(ana.id), "take": ["big"]}
    with pytest.raises(NotFoundError, match="Big cannot be given now"):
        do(shop, "visit", {**sent, "items": ["101:1:4.00"]})
    answer = do(shop, "visit", {**sent, "items": ["101:1:6.00"]})
    assert [one["rule"] for one in answer["redemptions"]] == ["big"]


def test_undo_takes_a_visit_back_once_and_says_whose_it_was(shop, ana):
    do(shop, "visit", {"customer": str(ana.id), "take": ["dog-biscuit"], "uid": "one"})
    expected = {"visit": "one", "customer": str(ana.id), "undone": True}
    assert do(shop, "undo", {"uid": "one"}) == expected
    assert do(shop, "undo", {"uid": "one"}) == expected
    assert shop.storage.stock.gifts("EUR")[1].on_hand == 3
    with pytest.raises(RefusedError, match="was taken back"):
        do(shop, "visit", {"customer": str(ana.id), "uid": "one"})


def test_what_is_not_offered_is_refused_with_its_reason(shop, ana):
    with pytest.raises(NotFoundError, match="Ten cannot be given now"):
        do(shop, "visit", {"customer": str(ana.id), "take": ["ten"]})
    with pytest.raises(NotFoundError, match="no offer called flowers"):
        do(shop, "visit", {"customer": str(ana.id), "take": ["flowers"]})


def test_what_was_given_already_is_a_limit_and_not_unknown(shop, ana):
    add_rule("Once", VisitsAtLeast(1), caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    do(shop, "visit", {"customer": str(ana.id), "take": ["once"]})
    with pytest.raises(LimitReachedError, match="Ana already had this"):
        do(shop, "visit", {"customer": str(ana.id), "take": ["once"]})


def test_a_coupon_used_already_is_said_to_be(shop, clock):
    add_rule("Hello", FirstVisit(), gives=Coupon(Money(200, "EUR")))
    bea = add_customer("Bea")
    do(shop, "visit", {"customer": str(bea.id), "take": ["hello"]})
    clock.passes(days=2)
    coupon = do(shop, "card", {"customer": str(bea.id)})["offers"][0]["id"]
    use = {"customer": str(bea.id), "take": [coupon]}
    do(shop, "visit", use)
    with pytest.raises(LimitReachedError, match="coupon was used already"):
        do(shop, "visit", use)


def test_two_scripts_with_the_last_gift_end_with_one_of_them(shop, ana):
    shop.storage.rows("UPDATE gift SET on_hand = 1")
    bea = add_customer("Bea", celebrates=[("Fix", *days_from(shop, 1))])
    do(shop, "visit", {"customer": str(ana.id), "take": ["dog-biscuit"]})
    with pytest.raises(OutOfStockError, match="has run out"):
        do(shop, "visit", {"customer": str(bea.id), "take": ["dog-biscuit"]})
