import os
from dataclasses import replace

import pytest

from pos_companion.errors import LimitReachedError, OutOfStockError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.people import HouseholdMember
from pos_companion.rules import Cap, Period, Redemption, RedemptionState, Scope, Unit
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.days_since_last import DaysSinceLast
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.gift import Gift as GiveGift
from pos_companion.services.declining import decline_offer
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer, release_forgotten, release_offers
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import (
    add_customer,
    add_gift,
    add_rule,
    add_visit,
    days_from,
    offer_called,
)
from tests.tills import Tills

ALWAYS = Weekday(tuple(range(7)))


def shelf(shop, name):
    gift = next(one for one in shop.storage.stock.gifts("EUR").values() if one.name == name)
    return gift.on_hand, gift.free


def states(shop, uid):
    return [row.state for row in shop.storage.ledger.of_visit(uid)]


def live_together(shop, *customers):
    """Make customers one household, that of the first."""
    home = customers[0].household
    with shop.storage.transaction():
        for one in customers:
            shop.storage.people.add_member(
                replace(one, household=home),
                HouseholdMember(0, one.called, customer=one.id),
                shop.clock.now(),
            )
            shop.storage.db.execute_sql(
                "UPDATE customer SET household_id = ? WHERE id = ?", (home, one.id)
            )


def titles(found):
    return [words(offer.title) for offer in found.offers]


@pytest.fixture
def rex(shop):
    """Ana, whose dog Rex has his birthday tomorrow, and five biscuits."""
    add_gift("Dog biscuit", left=5)
    add_rule("Dog biscuit", Celebration(who=Who.PET), kind="celebration")
    return add_customer("Ana", celebrates=[("Rex", *days_from(shop, 1))])


def test_accepting_reserves_one_and_takes_none_from_the_shelf(shop, rex):
    found = open_card(shop, rex.id)
    redemption = accept_offer(shop, found, found.offers[0])
    assert isinstance(redemption, Redemption)
    assert (redemption.state, redemption.cost) == (RedemptionState.ACCEPTED, 50)
    assert shelf(shop, "Dog biscuit") == (5, 4)
    again = open_card(shop, rex.id, found.visit_uid)
    assert again.accepted == (found.offers[0].id,)


def test_accepting_three_times_is_one_promise(shop, rex):
    found = open_card(shop, rex.id)
    ids = {accept_offer(shop, found, found.offers[0]).id for _ in range(3)}
    assert len(ids) == 1
    assert shelf(shop, "Dog biscuit") == (5, 4)


def test_what_is_given_back_can_be_accepted_again(shop, rex):
    found = open_card(shop, rex.id)
    for _ in range(2):
        accept_offer(shop, found, found.offers[0])
        release_offers(shop, found.visit_uid, found.offers[0].id)
    assert shelf(shop, "Dog biscuit") == (5, 5)
    accept_offer(shop, found, found.offers[0])
    assert states(shop, found.visit_uid) == [RedemptionState.ACCEPTED]
    assert shelf(shop, "Dog biscuit") == (5, 4)


def test_the_next_customer_gets_what_the_one_before_left_behind(shop):
    add_gift("Last cookie", left=1)
    add_rule("Last cookie", ALWAYS)
    first = open_card(shop, add_customer("Ana").id)
    accept_offer(shop, first, first.offers[0])
    bea = add_customer("Bea")
    assert open_card(shop, bea.id).why_not[0].code == "out_of_stock"
    release_offers(shop, first.visit_uid)
    assert titles(open_card(shop, bea.id)) == ["Last cookie"]


def test_choosing_the_other_gift_instead_gives_the_first_one_back(shop):
    tea, bun = add_gift("Tea"), add_gift("Bun")
    add_rule("A treat", ALWAYS, gives=[GiveGift(tea.id), GiveGift(bun.id)])
    found = open_card(shop, add_customer("Ana").id)
    assert len(found.offers) == 2
    accept_offer(shop, found, offer_called(found, "Tea"))
    accept_offer(shop, found, offer_called(found, "Bun"))
    assert (shelf(shop, "Tea"), shelf(shop, "Bun")) == ((10, 10), (10, 9))
    record_visit(
        shop, VisitDeed(found.visit_uid, found.card.customer.id, take=(offer_called(found, "Tea"),))
    )
    assert (shelf(shop, "Tea"), shelf(shop, "Bun")) == ((9, 9), (10, 10))


def test_what_was_declined_is_not_offered_again_on_this_visit_and_is_on_the_next(shop, rex):
    found = open_card(shop, rex.id)
    decline_offer(shop, found, found.offers[0], "not_now")
    decline_offer(shop, found, found.offers[0])
    again = open_card(shop, rex.id, found.visit_uid)
    assert (again.offers, [no.code for no in again.why_not]) == ((), ["declined"])
    assert titles(open_card(shop, rex.id)) == ["Dog biscuit"]
    assert shelf(shop, "Dog biscuit") == (5, 5)


def test_a_declined_offer_uses_up_no_limit(shop):
    add_rule("Once", ALWAYS, caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    ana = add_customer("Ana")
    found = open_card(shop, ana.id)
    decline_offer(shop, found, found.offers[0])
    assert titles(open_card(shop, ana.id)) == ["Once"]


def test_an_offer_seen_before_another_till_took_the_last_one_is_refused(shop):
    add_gift("Last cookie", left=1)
    add_rule("Last cookie", ALWAYS)
    ana, bea = (open_card(shop, add_customer(name).id) for name in ("Ana", "Bea"))
    accept_offer(shop, ana, ana.offers[0])
    with pytest.raises(OutOfStockError, match="Last cookie cannot be given any more"):
        accept_offer(shop, bea, bea.offers[0])
    assert states(shop, bea.visit_uid) == []


def test_the_last_unit_of_a_budget_is_promised_once(shop):
    add_rule("Treat", ALWAYS, caps=(Cap(Scope.RULE, Period.DAY, 50, Unit.COST),))
    ana, bea = (open_card(shop, add_customer(name).id) for name in ("Ana", "Bea"))
    accept_offer(shop, ana, ana.offers[0])
    with pytest.raises(LimitReachedError):
        accept_offer(shop, bea, bea.offers[0])


def test_one_household_is_given_the_birthday_gift_once(shop, rex):
    bea = add_customer("Bea")
    live_together(shop, rex, bea)
    add_rule(
        "Cake",
        Celebration(who=Who.PET),
        caps=(Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1),),
    )
    found, hers = open_card(shop, rex.id), open_card(shop, bea.id)
    accept_offer(shop, found, offer_called(found, "Cake"))
    with pytest.raises(LimitReachedError, match="cannot be given any more"):
        accept_offer(shop, hers, offer_called(hers, "Cake"))


def test_nothing_is_promised_to_a_visit_that_is_recorded(shop, rex):
    found = open_card(shop, rex.id)
    record_visit(shop, VisitDeed(found.visit_uid, rex.id))
    with pytest.raises(RefusedError, match="recorded already"):
        accept_offer(shop, found, found.offers[0])


def test_what_was_promised_yesterday_and_never_recorded_is_given_back(shop, clock, rex):
    found = open_card(shop, rex.id)
    accept_offer(shop, found, found.offers[0])
    release_forgotten(shop)
    assert shelf(shop, "Dog biscuit") == (5, 4)
    clock.passes(days=1)
    release_forgotten(shop)
    assert shelf(shop, "Dog biscuit") == (5, 5)
    assert states(shop, found.visit_uid) == [RedemptionState.RELEASED]


def test_an_edited_rule_is_live_at_the_next_card_and_refuses_the_old_offer(shop):
    rule = add_rule("Treat", ALWAYS)
    ana = add_customer("Ana")
    add_visit(ana, days_ago=1)
    seen = open_card(shop, ana.id)
    with shop.storage.transaction():
        shop.storage.rulebook.save(replace(rule, when=DaysSinceLast(42)), shop.clock.now())
    assert open_card(shop, ana.id).offers == ()
    assert accept_offer(shop, seen, seen.offers[0]).version == 1


def test_who_accepted_and_released_stands_in_the_trail_without_a_name(shop, rex):
    shop.staff = "Mia"
    found = open_card(shop, rex.id)
    accept_offer(shop, found, found.offers[0])
    release_offers(shop, found.visit_uid)
    trail = shop.storage.rows("SELECT staff, deed, body FROM audit ORDER BY id")
    assert [row[:2] for row in trail] == [("Mia", "accept"), ("Mia", "release")]
    assert not [row for row in trail if "Ana" in row[2]]
    assert shop.storage.check() == []


def test_two_tills_promise_the_last_gift_exactly_once_every_time(shop):
    cookie = add_gift("Last cookie", left=1)
    add_rule("Last cookie", ALWAYS)
    ana, bea = add_customer("Ana"), add_customer("Bea")
    tills = Tills(shop, 2)
    try:
        for turn in range(int(os.environ.get("RACES", "12"))):
            what = "record" if turn % 2 else "accept"
            uids = [f"{turn} at {number}" for number in (1, 2)]
            tills.prepare(
                [(what, ana.id, uids[0], "Last cookie"), (what, bea.id, uids[1], "Last cookie")]
            )
            assert sorted(tills.go()) == ["", "out_of_stock"]
            rows = [row for uid in uids for row in shop.storage.ledger.of_visit(uid)]
            assert len(rows) == 1
            for uid in uids:
                release_offers(shop, uid)
            with shop.storage.transaction():
                shop.storage.stock.put_back(cookie.id, turn % 2)
    finally:
        tills.close()


def test_two_tills_use_up_the_last_of_a_budget_exactly_once_every_time(shop):
    people = [add_customer(f"Person {number}").id for number in range(2)]
    tills = Tills(shop, 2)
    try:
        for turn in range(int(os.environ.get("RACES", "6"))):
            name = f"Treat {turn}"
            add_rule(name, ALWAYS, caps=(Cap(Scope.RULE, Period.DAY, 60, Unit.COST),))
            tills.prepare([("accept", one, f"{turn} of {one}", name) for one in people])
            assert sorted(tills.go()) == ["", "limit_reached"]
    finally:
        tills.close()
