from decimal import Decimal

import pytest

from pos_companion.errors import (
    LimitReachedError,
    NotFoundError,
    OutOfStockError,
    RefusedError,
)
from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine, VisitKind
from pos_companion.rules import Cap, Period, RedemptionState, Scope, Unit
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.spend_at_least import SpendAtLeast
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.effects.percent_off import PercentOff
from pos_companion.rules.evaluate import evaluate
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import (
    VisitDeed,
    accept_offer,
    decline_offer,
    record_visit,
    release_offers,
    undo_visit,
)
from pos_companion.storage import PAGE, STORE
from tests.builders import (
    add_customer,
    add_gift,
    add_product,
    add_rule,
    add_visit,
    add_visits,
    basket,
    days_from,
    offer_called,
)
from tests.state import counts

ALWAYS = Weekday(tuple(range(7)))


def codes(found):
    return {no.rule.name: no.code for no in found.why_not}


@pytest.fixture
def rex(shop):
    """Ana, whose dog Rex has his birthday tomorrow, and five biscuits."""
    add_gift("Dog biscuit", left=5)
    once = (Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1),)
    add_rule("Dog biscuit", Celebration(who=Who.PET), caps=once, kind="celebration")
    return add_customer("Ana", celebrates=[("Rex", *days_from(shop, 1))])


def take(shop, customer, uid, *names, lines=()):
    found = open_card(shop, customer.id, uid)
    offers = tuple(offer_called(found, name) for name in names)
    return record_visit(shop, VisitDeed(uid, customer.id, basket(*lines), take=offers))


def test_a_visit_is_on_the_disk_with_its_basket_and_who_served(shop):
    ana = add_customer("Ana")
    shop.staff = "Mia"
    recorded = record_visit(shop, VisitDeed("one", ana.id, basket("Tea", "Bun"), VisitKind.BOUGHT))
    visit = shop.storage.visits.get("one")
    assert [line.product.name for line in visit.basket.lines] == ["Tea", "Bun"]
    assert (visit.staff, visit.at, visit.day) == ("Mia", shop.clock.now(), shop.today)
    assert (recorded.uid, recorded.customer, recorded.redemptions) == ("one", ana.id, ())
    assert shop.storage.people.get(ana.id).visits == 1
    assert shop.storage.check() == []


def test_a_visit_may_hold_nothing_and_be_a_chat(shop):
    ana = add_customer("Ana")
    record_visit(shop, VisitDeed("one", ana.id, kind=VisitKind.CHATTED))
    assert shop.storage.visits.get("one").kind is VisitKind.CHATTED


def test_the_last_words_wish_what_there_is_to_wish(shop, clock):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 1))])
    assert words(record_visit(shop, VisitDeed("1", ana.id)).closing) == (
        "Have a lovely birthday, Ana!"
    )
    bea = add_customer("Bea", celebrates=[("Rex", *days_from(shop, 0))])
    assert words(record_visit(shop, VisitDeed("2", bea.id)).closing) == "Happy birthday to Rex!"
    quiet = add_customer("Cy", celebrates=[("Cy", *days_from(shop, 0))], no_celebrations=True)
    assert words(record_visit(shop, VisitDeed("3", quiet.id)).closing) == "Have a lovely day, Cy!"


def test_nobody_can_be_recorded_who_is_not_there(shop):
    with pytest.raises(NotFoundError):
        record_visit(shop, VisitDeed("one", 42))
    assert shop.storage.visits.get("one") is None


def test_the_same_deed_three_times_is_one_visit_and_one_gift(shop, rex):
    found = open_card(shop, rex.id, "one")
    deed = VisitDeed("one", rex.id, basket("Tea"), take=found.offers)
    ids = {record_visit(shop, deed).redemptions[0].id for _ in range(3)}
    assert len(ids) == 1
    assert shop.storage.stock.gifts("EUR")[1].on_hand == 4
    assert shop.storage.people.get(rex.id).visits == 1


def test_the_same_offer_twice_in_one_deed_is_given_once(shop, rex):
    found = open_card(shop, rex.id, "one")
    deed = VisitDeed("one", rex.id, take=(found.offers[0], found.offers[0]))
    assert len(record_visit(shop, deed).redemptions) == 1
    assert shop.storage.stock.gifts("EUR")[1].on_hand == 4


def test_a_visits_id_belongs_to_one_customer(shop):
    ana, bea = add_customer("Ana"), add_customer("Bea")
    record_visit(shop, VisitDeed("one", ana.id))
    with pytest.raises(RefusedError, match="for somebody else"):
        record_visit(shop, VisitDeed("one", bea.id))


def test_what_is_given_leaves_the_shelf_and_is_not_offered_again_this_year(shop, clock, rex):
    take(shop, rex, "one", "Dog biscuit")
    assert shop.storage.stock.gifts("EUR")[1].on_hand == 4
    assert shop.storage.stock.gifts("EUR")[1].reserved == 0
    clock.passes(days=1)
    assert codes(open_card(shop, rex.id)) == {"Dog biscuit": "already_given"}


def test_a_promise_that_was_left_out_of_the_visit_is_given_back(shop, rex):
    found = open_card(shop, rex.id, "one")
    accept_offer(shop, found, found.offers[0])
    record_visit(shop, VisitDeed("one", rex.id))
    assert [row.state for row in shop.storage.ledger.of_visit("one")] == [RedemptionState.RELEASED]
    assert shop.storage.stock.gifts("EUR")[1].free == 5


def test_a_visit_taken_back_leaves_everything_as_before_it(shop, clock, rex):
    add_rule("Ten", VisitsNth(), gives=AmountOff(Money(250, "EUR")))
    add_rule("Next time", ALWAYS, gives=Coupon(Money(200, "EUR")), kind="apology")
    add_visits(rex, 9, items=("Tea",))
    before, seen = counts(shop), open_card(shop, rex.id, "same")
    take(shop, rex, "one", "Dog biscuit", "Ten", lines=("Tea", "Cake"))
    assert counts(shop) != before
    clock.passes(seconds=9)
    undone = undo_visit(shop, "one")
    assert set(undone.offers) == {offer_called(seen, one).id for one in ("Dog biscuit", "Ten")}
    assert [line.product.name for line in undone.visit.basket.lines] == ["Tea", "Cake"]
    assert counts(shop) == before
    clock.passes(seconds=-9)
    after = open_card(shop, rex.id, "same")
    assert [offer.id for offer in after.offers] == [offer.id for offer in seen.offers]
    assert (after.why_not, after.card.usual) == (seen.why_not, seen.card.usual)
    assert shop.storage.check() == []


def test_taking_back_twice_is_taking_back_once(shop, rex):
    take(shop, rex, "one", "Dog biscuit")
    first = undo_visit(shop, "one")
    after = counts(shop)
    second = undo_visit(shop, "one")
    assert second.offers == first.offers
    assert counts(shop) == after


def test_what_was_released_or_declined_before_is_not_among_what_was_given(shop, rex):
    add_rule("Cookie", ALWAYS)
    found = open_card(shop, rex.id, "one")
    accept_offer(shop, found, offer_called(found, "Cookie"))
    release_offers(shop, "one")
    decline_offer(shop, found, offer_called(found, "Dog biscuit"))
    record_visit(shop, VisitDeed("one", rex.id))
    assert undo_visit(shop, "one").offers == ()


def test_a_visit_taken_back_cannot_be_recorded_again_and_a_new_one_can(shop, rex):
    take(shop, rex, "one", "Dog biscuit")
    undo_visit(shop, "one")
    with pytest.raises(RefusedError, match="was taken back"):
        record_visit(shop, VisitDeed("one", rex.id))
    take(shop, rex, "two", "Dog biscuit")
    assert shop.storage.stock.gifts("EUR")[1].on_hand == 4


def test_there_is_nothing_to_take_back_where_nothing_was(shop):
    for uid in ("", "nothing", "x" * 5000, "\x00", "' OR 1=1 --"):
        with pytest.raises(NotFoundError, match="no visit with this id"):
            undo_visit(shop, uid)


def test_an_offer_that_has_just_gone_leaves_nothing_written(shop, rex):
    last = add_gift("Last cookie", left=1)
    add_rule("Last cookie", ALWAYS)
    seen = open_card(shop, rex.id, "one")
    with shop.storage.transaction():
        assert shop.storage.stock.take(last.id)
    before = counts(shop)
    with pytest.raises(OutOfStockError):
        record_visit(shop, VisitDeed("one", rex.id, basket("Tea"), take=seen.offers))
    assert counts(shop) == before
    assert shop.storage.ledger.of_visit("one") == ()


def test_a_visit_brings_two_gestures_and_not_three(shop):
    for name in ("One", "Two", "Three"):
        add_rule(name, ALWAYS)
    ana = add_customer("Ana")
    seen = open_card(shop, ana.id, "one")
    with pytest.raises(LimitReachedError):
        record_visit(shop, VisitDeed("one", ana.id, take=seen.offers))
    assert shop.storage.visits.get("one") is None
    assert len(take(shop, ana, "two", "One", "Two").redemptions) == 2


def test_a_discount_is_counted_by_what_it_came_to(shop):
    share = PercentOff(max_amount=Money(300, "EUR"), basis_points=1000)
    add_rule("Tenth", ALWAYS, gives=share)
    add_product("Cheese", price=990)
    (given,) = take(shop, add_customer("Ana"), "one", "Tenth", lines=("Cheese",)).redemptions
    assert (given.cost, given.value, given.state) == (99, 99, RedemptionState.GIVEN)


def test_without_prices_the_most_a_discount_may_be_stays_set_aside(shop):
    add_rule("Off", ALWAYS, gives=AmountOff(Money(250, "EUR")))
    ana = add_customer("Ana")
    seen = open_card(shop, ana.id, "one")
    unpriced = Basket((BasketLine(add_product("Tea"), Decimal(2)),))
    (given,) = record_visit(shop, VisitDeed("one", ana.id, unpriced, take=seen.offers)).redemptions
    assert given.cost == 250


def test_a_budget_is_never_overshot_and_has_room_for_what_a_discount_left(shop):
    budget = (Cap(Scope.RULE, Period.DAY, 400, Unit.COST),)
    add_rule("Off", ALWAYS, gives=AmountOff(Money(250, "EUR")), caps=budget)
    add_product("Mint", price=100)
    take(shop, add_customer("Ana"), "one", "Off", lines=("Mint",))
    take(shop, add_customer("Bea"), "two", "Off")
    assert codes(open_card(shop, add_customer("Cy").id)) == {"Off": "budget_day"}


def test_a_rule_about_the_basket_is_judged_with_the_basket(shop):
    add_rule("Big spender", SpendAtLeast(Money(500, "EUR")))
    ana = add_customer("Ana")
    found = open_card(shop, ana.id, "one")
    assert codes(found) == {"Big spender": "unknown_fact"}
    big = basket("Tea", "Bun")
    offers = evaluate(found.facts.with_basket(big), found.rules, found.ledger).offers
    with pytest.raises(LimitReachedError, match="Big spender cannot be given any more"):
        record_visit(shop, VisitDeed("one", ana.id, basket("Tea"), take=offers))
    (given,) = record_visit(shop, VisitDeed("one", ana.id, big, take=offers)).redemptions
    assert given.rule == "big-spender"


def test_a_visit_of_the_past_is_put_in_its_place_in_time(shop, clock):
    ana = add_customer("Ana")
    record_visit(shop, VisitDeed("today", ana.id, basket("Tea")))
    earlier = add_visit(ana, days_ago=3, items=("Bun",))
    clock.passes(hours=1)
    seen = open_card(shop, ana.id)
    assert [visit.uid for visit in seen.facts.visits] == [earlier.uid, "today"]
    assert seen.card.customer.last_visit == shop.storage.visits.get("today").at
    assert shop.storage.check() == []


def test_a_visit_touches_at_most_ten_pages_of_the_file(shop):
    customer = add_customer("Ana")
    add_visits(customer, 60, every=2, items=("Flat white", "Almond croissant"))
    found = open_card(shop, customer.id)
    lines = basket("Flat white", "Almond croissant")
    shop.storage.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    record_visit(shop, VisitDeed(found.visit_uid, customer.id, lines))
    header, frame = 32, 24 + PAGE
    written = (shop.settings.folder / f"{STORE}-wal").stat().st_size
    assert (written - header) / frame <= 10
