from datetime import timedelta

from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.services.days_to_come import read_days_to_come
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import add_customer, add_rule, add_visits, days_from
from tests.pos_companion.services.test_simulation import done


def test_everybody_who_celebrates_comes_once_on_their_day(shop):
    ana = add_customer(
        "Ana", celebrates=[("Rex", *days_from(shop, 4)), ("Tom", *days_from(shop, 4))]
    )
    add_visits(ana, 5)
    add_customer("Ben", celebrates=[("Bello", *days_from(shop, 9))])
    past = done(read_days_to_come(shop, 7))
    (case,) = past.cases
    assert (case.facts.customer.id, case.facts.today) == (ana.id, shop.today + timedelta(days=4))
    assert (case.facts.visit_count, len(case.facts.visits), case.facts.now.hour) == (5, 5, 12)
    assert len(done(read_days_to_come(shop, 10)).cases) == 2


def test_what_was_given_until_now_counts(shop):
    add_rule("Biscuit", Celebration(who=Who.PET))
    ana = add_customer("Ana", celebrates=[("Rex", *days_from(shop, 2))])
    found = open_card(shop, ana.id)
    record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=found.offers))
    past = done(read_days_to_come(shop, 7))
    (gift,) = past.shelf.values()
    assert (len(past.before), gift.on_hand, past.arrivals) == (1, 9, ())
