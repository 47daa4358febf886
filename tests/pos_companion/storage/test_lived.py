"""A stretch of the past read at once says what is read for each customer alone."""

from datetime import date, timedelta

from tests.builders import add_customer, add_gift, add_member, add_visit, add_visits
from tests.pos_companion.storage.records import redemption


def test_the_visits_are_those_a_card_looks_back_on(shop):
    people = [add_customer("Ana"), add_customer("Ben"), add_customer("Cleo")]
    for at, one in enumerate(people):
        add_visits(one, 4 + at, items=("Coffee", "Bun"))
    last = shop.today - timedelta(days=1)
    lived = list(shop.storage.visits.lived(shop.today - timedelta(days=9), last,
                                           shop.clock.now(), shop.time))  # fmt: skip
    for one in people:
        own = tuple(visit.visit for visit in lived if visit.customer == one.id)
        assert own == shop.storage.visits.history(one.id, shop.clock.now(), shop.time)
    assert [len(visit.lines) for visit in lived] == [2] * len(lived)
    assert shop.storage.visits.before_lived(shop.today - timedelta(days=9), last) == {}


def test_what_lies_further_back_is_counted(shop):
    ana = add_customer("Ana")
    for back in range(120, 0, -1):
        add_visit(ana, days_ago=back)
    days = (shop.today - timedelta(days=1), shop.today)
    lived = list(shop.storage.visits.lived(*days, shop.clock.now(), shop.time))
    assert (len(lived), shop.storage.visits.before_lived(*days)) == (101, {ana.id: 19})


def test_the_ledger_is_read_as_it_stands(shop):
    gift = add_gift("Biscuit")
    written = shop.storage.ledger.add(redemption("a", gift=gift.id, day=date(2025, 11, 1)),
                                      shop.clock.now())  # fmt: skip
    (line,) = shop.storage.visits.ledger_lines()
    assert line == shop.storage.ledger.by_key(written.key)


def test_homes_and_who_lives_there(shop):
    ana = add_customer("Ana")
    rex = add_member(ana, "Rex")
    household = shop.storage.people.get(ana.id).household
    assert shop.storage.visits.homes() == {ana.id: household}
    assert rex.id in shop.storage.visits.beings_at_home()[household]
