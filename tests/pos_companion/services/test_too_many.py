"""What stays given although it is more than the caps allow by now."""

from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.too_many import too_many
from tests.builders import add_customer, add_rule, basket, offer_called

ALWAYS = Weekday(tuple(range(7)))


def test_a_line_that_lost_its_once_only_place_is_one_too_many(shop):
    ana = add_customer("Ana Silva")
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.MONTH, 1),))
    take = (offer_called(open_card(shop, ana.id, "one"), "Biscuit"),)
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea"), take=take))
    rows = shop.storage.ledger.of_visit("one")
    assert too_many(shop, ana.id, rows) == {}
    shop.storage.db.execute_sql("UPDATE redemption SET period_key = NULL")
    assert list(too_many(shop, ana.id, rows)) == [rows[0].id]
