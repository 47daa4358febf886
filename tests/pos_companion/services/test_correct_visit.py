"""A visit that was recorded wrongly is put right: all that was counted by it is counted anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.model.giving import Beyond
from pos_companion.model.money import Money
from pos_companion.model.visits import BasketLine, VisitKind
from pos_companion.rules import Cap, Period, Scope, Unit
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.percent_off import PercentOff
from pos_companion.services.correct_visit import (
    PutRight,
    WhyPutRight,
    correct_visit,
    undo_correction,
)
from pos_companion.services.look_up import open_card, usual_of
from pos_companion.services.move_visit import move_visit
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.take_back import WhyBack, take_back_visit
from tests.builders import add_customer, add_product, add_rule, add_visit, basket, offer_called
from tests.state import everything

ALWAYS = Weekday(tuple(range(7)))
TENTH = PercentOff(Money(1000, "EUR"), 1000)


@pytest.fixture
def ana(shop):
    ana = add_customer("Ana Silva")
    for days in (9, 4):
        add_visit(ana, days)
    return ana


def gives(shop, customer, what, uid="one"):
    take = (offer_called(open_card(shop, customer.id, uid), what),)
    return record_visit(shop, VisitDeed(uid, customer.id, basket("Tea"), take=take))


def had(*things):
    return tuple(BasketLine(add_product(name), amount=Money(cost, "EUR")) for name, cost in things)


def items(shop, customer):
    sql = """SELECT p.name, i.times FROM customer_item i JOIN product p ON p.id = i.product_id
        WHERE i.customer_id = ? ORDER BY p.name"""
    return shop.storage.rows(sql, [customer.id])


def costs(shop):
    sql = "SELECT cost, value, day, period_key, exception FROM redemption ORDER BY id"
    return shop.storage.rows(sql)


def test_other_items_count_for_the_usual_and_undone_they_never_did(shop, ana):
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    before = everything(shop)
    lines = (*had(("Cake", 450)), BasketLine(add_product("Coffee"), their_way="extra hot"))
    before["product"] = everything(shop)["product"]
    corrected = correct_visit(shop, "one", PutRight(lines), WhyPutRight.ITEMS)
    assert items(shop, ana) == [("Cake", 1), ("Coffee", 3)]
    assert {item.product.name for item in usual_of(shop, ana.id).ranked} >= {"Cake", "Coffee"}
    assert shop.storage.visits.get("one").basket.lines[1].their_way == "extra hot"
    assert shop.storage.rows("SELECT total FROM visit WHERE uid = 'one'") == [(450,)]
    assert shop.storage.check() == []
    undo_correction(shop, corrected)
    assert everything(shop) == before
    assert shop.storage.check() == []


def test_a_per_cent_comes_to_what_it_is_on_the_right_amount(shop, ana):
    add_rule("Tenth", ALWAYS, gives=TENTH)
    offer = open_card(shop, ana.id, "one").offers[0]
    record_visit(shop, VisitDeed("one", ana.id, _priced(1000), take=(offer,)))
    assert costs(shop)[0][:2] == (100, 100)
    before = everything(shop)
    by_lines = correct_visit(shop, "one", PutRight(_priced(600).lines), WhyPutRight.AMOUNT)
    assert costs(shop)[0][:2] == (60, 60)
    undo_correction(shop, by_lines)
    assert everything(shop) == before
    for total, off in ((500, 50), (1500, 150)):
        by_total = correct_visit(
            shop, "one", PutRight(total=Money(total, "EUR")), WhyPutRight.AMOUNT
        )
        assert shop.storage.visits.get("one").total == Money(total, "EUR")
        assert costs(shop)[0][:2] == (off, off)
        undo_correction(shop, by_total)
    assert everything(shop) == before


def test_nothing_bought_after_all_takes_nothing_off(shop, ana):
    add_rule("Tenth", ALWAYS, gives=TENTH)
    offer = open_card(shop, ana.id, "one").offers[0]
    record_visit(shop, VisitDeed("one", ana.id, _priced(1000), take=(offer,)))
    corrected = correct_visit(shop, "one", PutRight(kind=VisitKind.CHATTED), WhyPutRight.OTHER)
    assert (corrected.after.kind, corrected.after.basket.lines) == (VisitKind.CHATTED, ())
    assert costs(shop)[0][:2] == (0, 0)
    assert shop.storage.people.get(ana.id).visits == 3


@pytest.mark.parametrize("days", [1, 6, 20])
def test_another_day_stands_at_its_place_in_time_with_what_was_given(shop, clock, ana, days):
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.MONTH, 1),))
    gives(shop, ana, "Biscuit")
    before = everything(shop)
    at = shop.clock.now() - timedelta(days=days)
    corrected = correct_visit(shop, "one", PutRight(at=at), WhyPutRight.TIME)
    rows = shop.storage.rows("SELECT n, ts FROM visit WHERE customer_id = ? ORDER BY n", [ana.id])
    assert [n for n, _ in rows] == [1, 2, 3]
    assert [ts for _, ts in rows] == sorted(ts for _, ts in rows)
    month = "2025-11-01"
    _, _, day, key, exception = costs(shop)[0]
    assert (day, key, exception) == (at.date().toordinal(), f"customer:{ana.id}:month:{month}", "")
    assert shop.storage.check() == []
    undo_correction(shop, corrected)
    assert everything(shop) == before


def test_in_another_month_its_place_of_this_month_is_free_again(shop, ana):
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.MONTH, 1),))
    gives(shop, ana, "Biscuit")
    assert not open_card(shop, ana.id).offers
    at = shop.clock.now() - timedelta(days=30)
    correct_visit(shop, "one", PutRight(at=at), WhyPutRight.TIME)
    assert [offer.rule.id for offer in open_card(shop, ana.id).offers] == ["biscuit"]


def test_what_is_one_too_many_on_its_day_is_flagged_and_never_lost(shop, clock, ana):
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.MONTH, 1),))
    gives(shop, ana, "Biscuit", "one")
    clock.passes(days=20)
    gives(shop, ana, "Biscuit", "two")
    before = everything(shop)
    at = shop.clock.now() - timedelta(days=19)
    corrected = correct_visit(shop, "two", PutRight(at=at), WhyPutRight.TIME)
    assert len(corrected.exceptions) == 1
    assert [row[4] for row in costs(shop)] == ["", Beyond.CORRECTED.value]
    undo_correction(shop, corrected)
    assert everything(shop) == before


def test_a_discount_that_grew_beyond_its_budget_is_flagged(shop, ana):
    caps = (Cap(Scope.PERSON, Period.MONTH, 120, Unit.COST),)
    add_rule("Tenth", ALWAYS, gives=replace(TENTH, max_amount=Money(110, "EUR")), caps=caps)
    for uid in ("zero", "one"):
        offer = next(iter(open_card(shop, ana.id, uid).offers), None)
        take = () if offer is None else (offer,)
        record_visit(shop, VisitDeed(uid, ana.id, _priced(100), take=take))
    before = costs(shop)
    assert [row[0] for row in before] == [10, 10]
    corrected = correct_visit(shop, "one", PutRight(_priced(1100).lines), WhyPutRight.AMOUNT)
    assert [row[0] for row in costs(shop)] == [10, 110]
    assert len(corrected.exceptions) == 0
    correct_visit(shop, "zero", PutRight(_priced(200).lines), WhyPutRight.AMOUNT)
    assert [row[4] for row in costs(shop)] == [Beyond.CORRECTED.value, ""]


def test_how_it_was_is_kept_each_time_with_who_and_why(shop, ana):
    shop.staff = "Mia"
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    correct_visit(shop, "one", PutRight(had(("Cake", 450))), WhyPutRight.ITEMS)
    correct_visit(shop, "one", PutRight(had(("Bun", 200))), WhyPutRight.OTHER)
    first, second = shop.storage.corrections.of_customer(ana.id)
    assert (first.visit, first.why, first.staff) == ("one", "items", "Mia")
    assert [one["product"] for one in first.was["items"]] == ["Tea"]
    assert [one["product"] for one in second.was["items"]] == ["Cake"]
    (body,) = shop.storage.rows(
        "SELECT body FROM audit WHERE deed = 'correct_visit' ORDER BY id DESC LIMIT 1"
    )[0]
    assert "Bun" not in body
    assert '"why":"other"' in body.replace(": ", ":")


def test_taken_back_afterwards_nothing_of_it_counts(shop, ana):
    before = items(shop, ana)
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    correct_visit(shop, "one", PutRight(had(("Cake", 450))), WhyPutRight.ITEMS)
    undo_visit(shop, "one")
    assert items(shop, ana) == before
    assert shop.storage.check() == []


def test_what_cannot_be_put_right_is_said(shop, ana):
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    with pytest.raises(NotFoundError):
        correct_visit(shop, "nothing", PutRight(()), WhyPutRight.ITEMS)
    with pytest.raises(RefusedError, match="already"):
        correct_visit(shop, "one", PutRight(), WhyPutRight.ITEMS)
    for away in (timedelta(minutes=1), -timedelta(days=367)):
        with pytest.raises(BadInputError, match="future"):
            correct_visit(shop, "one", PutRight(at=shop.clock.now() + away), WhyPutRight.TIME)
    take_back_visit(shop, "one", WhyBack.TWICE)
    with pytest.raises(RefusedError, match="taken back"):
        correct_visit(shop, "one", PutRight(()), WhyPutRight.ITEMS)


def test_it_is_not_undone_over_what_was_done_since(shop, ana):
    bea = add_customer("Bea Costa")
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    first = correct_visit(shop, "one", PutRight(had(("Cake", 450))), WhyPutRight.ITEMS)
    second = correct_visit(shop, "one", PutRight(had(("Bun", 200))), WhyPutRight.ITEMS)
    with pytest.raises(RefusedError, match="meanwhile"):
        undo_correction(shop, first)
    undo_correction(shop, second)
    undo_correction(shop, first)
    third = correct_visit(shop, "one", PutRight(had(("Bun", 200))), WhyPutRight.ITEMS)
    move_visit(shop, "one", bea.id)
    assert [kept.visit for kept in shop.storage.corrections.of_customer(bea.id)] == ["one"]
    with pytest.raises(RefusedError, match="meanwhile"):
        undo_correction(shop, third)


def _priced(cents):
    line = BasketLine(add_product("Feast"), amount=Money(cents, "EUR"))
    return replace(basket(), lines=(line,))
