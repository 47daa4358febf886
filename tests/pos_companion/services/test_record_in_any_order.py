"""Several tills, and a long day: whatever is done in whatever order, what we count holds."""

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.errors import CompanionError, NotFoundError
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, Scope, Unit
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import (
    VisitDeed,
    accept_offer,
    decline_offer,
    record_visit,
    release_offers,
    undo_visit,
)
from tests.builders import add_customer, add_gift, add_rule, basket
from tests.state import counts
from tests.tills import Tills

ALWAYS = Weekday(tuple(range(7)))


def test_two_tills_sending_the_same_visit_at_once_make_one_visit(shop):
    add_gift("Dog biscuit", left=5)
    add_rule("Dog biscuit", ALWAYS)
    ana = add_customer("Ana")
    tills = Tills(shop, 2)
    try:
        for turn in range(4):
            uid = f"visit {turn}"
            name = "Dog biscuit" if turn == 0 else ""
            tills.prepare([("record", ana.id, uid, name)] * 2)
            assert tills.go() == ["", ""]
            assert len(shop.storage.ledger.of_visit(uid)) == (turn == 0)
    finally:
        tills.close()
    assert shop.storage.people.get(ana.id).visits == 4
    assert shop.storage.stock.gifts("EUR")[1].on_hand == 4
    assert shop.storage.check() == []


steps = st.lists(
    st.tuples(
        st.sampled_from(["accept", "release", "decline", "record", "undo", "next day"]),
        st.integers(0, 2),
        st.integers(0, 3),
    ),
    max_size=14,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_whatever_is_done_in_whatever_order_shelf_limits_and_counts_hold(shop, clock, steps):
    add_gift("Biscuit", left=4)
    caps = (Cap(Scope.RULE, Period.WEEK, 2), Cap(Scope.RULE, Period.MONTH, 120, Unit.COST))
    if not shop.storage.rulebook.rules():
        add_rule("Biscuit", ALWAYS, caps=caps)
        add_rule("Off", ALWAYS, gives=AmountOff(Money(250, "EUR")))
    people = [add_customer(f"Person {number}") for number in range(3)]
    before = counts(shop)
    day = clock.at
    begun = {}
    for what, who, turn in steps:
        uid = begun.setdefault((who, turn), f"{clock.at} {len(begun)} of {people[who].id}")
        if what == "next day":
            clock.passes(days=1)
        else:
            with suppress(CompanionError):
                act(shop, what, people[who], uid)
        hold(shop)
    for uid in begun.values():
        release_offers(shop, uid)
        with suppress(NotFoundError):
            undo_visit(shop, uid)
    after = counts(shop)
    assert after == before
    assert shop.storage.check() == []
    clock.at = day


def act(shop, what, customer, uid):
    """Do one thing with the first offer there is."""
    found = open_card(shop, customer.id, uid)
    if what == "release":
        release_offers(shop, uid)
    elif what == "undo":
        undo_visit(shop, uid)
    elif what == "record":
        record_visit(shop, VisitDeed(uid, customer.id, basket("Tea"), take=found.offers))
    elif found.offers:
        (accept_offer if what == "accept" else decline_offer)(shop, found, found.offers[0])


def hold(shop):
    """What must be so at every moment."""
    (gift,) = shop.storage.stock.gifts("EUR").values()
    states = [
        row[0]
        for row in shop.storage.rows("SELECT state FROM redemption WHERE gift_id IS NOT NULL")
    ]
    assert gift.on_hand == 4 - states.count("given")
    assert gift.reserved == states.count("accepted") <= gift.on_hand
    weekly = shop.storage.rows(
        "SELECT count(*), sum(cost) FROM redemption WHERE rule_id = 'biscuit'"
        " AND state IN ('accepted', 'given') GROUP BY (day - 1) / 7"
    )
    assert all(count <= 2 and cost <= 120 for count, cost in weekly)
