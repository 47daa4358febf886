"""A visit that should not have been recorded: taken back days later, and put back again."""

import pytest

from pos_companion.errors import LimitReachedError, NotFoundError, OutOfStockError, RefusedError
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.take_back import WhyBack, put_back_visit, take_back_visit
from pos_companion.services.wishes import wished
from tests.builders import (
    add_customer,
    add_rule,
    add_visit,
    basket,
    days_from,
    offer_called,
)
from tests.state import counts, everything

ALWAYS = Weekday(tuple(range(7)))
MONTHLY = (Cap(Scope.PERSON, Period.MONTH, 1),)


@pytest.fixture
def ana(shop):
    ana = add_customer("Ana Silva")
    add_visit(ana, 4)
    return ana


def gives(shop, customer, what, uid):
    found = open_card(shop, customer.id, uid)
    take = (offer_called(found, what),)
    return record_visit(shop, VisitDeed(uid, customer.id, basket("Tea"), take=take))


def test_it_counts_no_more_and_what_was_given_lies_on_the_shelf_again(shop, ana):
    add_rule("Biscuit", ALWAYS, caps=MONTHLY)
    before = counts(shop)
    gives(shop, ana, "Biscuit", "one")
    taken = take_back_visit(shop, "one", WhyBack.TWICE)
    assert counts(shop) == before
    assert taken.visit.uid == "one"
    assert shop.storage.check() == []


def test_the_reason_is_kept(shop, ana):
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    take_back_visit(shop, "one", WhyBack.WRONG_ITEMS)
    (row,) = shop.storage.rows("SELECT body FROM audit WHERE deed = 'take_back_visit'")
    assert "wrong_items" in row[0]


@pytest.mark.parametrize("effects", [(), (Coupon(Money(100, "EUR")),)])
def test_put_back_everything_is_as_it_was(shop, ana, effects):
    if effects:
        add_rule("Coupon", ALWAYS, gives=effects, caps=MONTHLY)
        offer = open_card(shop, ana.id, "one").offers[0]
        record_visit(shop, VisitDeed("one", ana.id, basket("Tea"), take=(offer,)))
    else:
        add_rule("Biscuit", ALWAYS, caps=MONTHLY)
        gives(shop, ana, "Biscuit", "one")
    before = everything(shop)
    taken = take_back_visit(shop, "one", WhyBack.OTHER)
    assert everything(shop) != before
    put_back_visit(shop, taken)
    assert everything(shop) == before
    assert shop.storage.check() == []


def test_what_was_wished_on_it_was_not_wished_until_it_is_put_back(shop):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))])
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    wished(shop, ana.id, open_card(shop, ana.id).card.celebrations[0], visit="one")
    before = everything(shop)
    taken = take_back_visit(shop, "one", WhyBack.TWICE)
    assert open_card(shop, ana.id).wishes == ()
    put_back_visit(shop, taken)
    assert everything(shop) == before


def test_an_old_visit_can_be_taken_back_as_well(shop, ana):
    before = everything(shop)
    uid = shop.storage.rows("SELECT uid FROM visit")[0][0]
    taken = take_back_visit(shop, uid, WhyBack.NOT_HERE)
    assert shop.storage.people.get(ana.id).visits == 0
    put_back_visit(shop, taken)
    assert everything(shop) == before


def test_it_is_not_put_back_when_what_was_given_is_gone_by_now(shop, ana):
    add_rule("Biscuit", ALWAYS, caps=MONTHLY)
    gives(shop, ana, "Biscuit", "one")
    taken = take_back_visit(shop, "one", WhyBack.TWICE)
    with shop.storage.transaction():
        gift = next(iter(shop.storage.stock.gifts("EUR")))
        while shop.storage.stock.take(gift):
            pass
    with pytest.raises(OutOfStockError):
        put_back_visit(shop, taken)
    assert shop.storage.people.get(ana.id).visits == 1


def test_it_is_not_put_back_when_they_were_given_the_same_since(shop, ana):
    add_rule("Biscuit", ALWAYS, caps=MONTHLY)
    gives(shop, ana, "Biscuit", "one")
    taken = take_back_visit(shop, "one", WhyBack.TWICE)
    gives(shop, ana, "Biscuit", "two")
    with pytest.raises(LimitReachedError):
        put_back_visit(shop, taken)


def test_nothing_is_taken_back_or_put_back_twice(shop, ana):
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    taken = take_back_visit(shop, "one", WhyBack.TWICE)
    with pytest.raises(RefusedError):
        take_back_visit(shop, "one", WhyBack.TWICE)
    put_back_visit(shop, taken)
    with pytest.raises(RefusedError):
        put_back_visit(shop, taken)
    with pytest.raises(NotFoundError):
        take_back_visit(shop, "never", WhyBack.TWICE)
