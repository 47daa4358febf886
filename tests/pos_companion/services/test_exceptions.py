"""The list a manager looks at the day after."""

import pytest

from pos_companion.errors import NotAllowedError
from pos_companion.i18n import words
from pos_companion.model.giving import OwnBudget, OwnReason
from pos_companion.model.money import Money
from pos_companion.model.staff import Role
from pos_companion.services.circumstances import keep_own_budget
from pos_companion.services.deeds import do
from pos_companion.services.exceptions import exceptions, together, totals
from pos_companion.services.giving import Given, give_own, own_budget
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.builders import add_customer, add_gift


def test_what_went_beyond_yesterday_is_there_today_and_gone_when_it_is_undone(shop, clock):
    add_gift("Candle")
    keep_own_budget(shop, OwnBudget(per_day=0))
    found = open_card(shop, add_customer("Ana").id)
    offer = own_budget(shop, found).offers[0]
    give_own(shop, found, offer, Given(OwnReason.GOOD_NEWS))
    record_visit(shop, VisitDeed(found.visit_uid, found.card.customer.id, take=(offer,)))
    clock.passes(days=1)
    (one,) = exceptions(shop)
    assert (one.customer.name, one.rule, words(one.how), one.cost.amount) == (
        "Ana", "Your own budget", "Given although the rules said no", 50,
    )  # fmt: skip
    assert "They had good news" in [words(line.phrase) for line in one.why]
    undo_visit(shop, found.visit_uid)
    assert exceptions(shop) == ()


def test_only_who_may_agree_sees_it(shop):
    add_person(shop, "Mia", Role.MANAGER, "739154")
    sam = add_person(shop, "Sam", Role.COUNTER, "8264").after
    sign_in(shop, sam.id, "8264")
    with pytest.raises(NotAllowedError):
        exceptions(shop)


def test_who_was_given_something_more_than_once_is_summed_up(shop):
    add_gift("Candle")
    keep_own_budget(shop, OwnBudget(per_day=0))
    people = [add_customer(name).id for name in ("Ana", "Bea", "Ana B")]
    for customer in (*people, people[1], people[1], people[0]):
        found = open_card(shop, customer)
        offer = own_budget(shop, found).offers[0]
        give_own(shop, found, offer, Given(OwnReason.GOOD_NEWS))
        record_visit(shop, VisitDeed(found.visit_uid, customer, take=(offer,)))
    sums = [(one.customer.name, one.times, one.cost.amount) for one in together(exceptions(shop))]
    assert sums == [("Bea", 3, 150), ("Ana", 2, 100)]
    (total,) = totals(exceptions(shop))
    assert (total.times, total.cost) == (6, Money(300, "EUR"))
    assert (total.by_how, total.by_staff) == ({"yes_anyway": 6}, {"": 6})
    told = do(shop, "exceptions", {})
    assert told["totals"] == [
        {
            "currency": "EUR",
            "times": 6,
            "cost": 300,
            "by_how": {"yes_anyway": 6},
            "by_staff": {"": 6},
        }
    ]
    assert told["together"][0] == {
        "customer": str(people[1]),
        "name": "Bea",
        "times": 3,
        "cost": {"amount": 150, "currency": "EUR"},
    }
