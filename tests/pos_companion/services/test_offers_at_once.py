"""What a gift costs while somebody waits: few statements, few pages, nothing judged for nothing."""

from contextlib import closing
from dataclasses import replace

import pytest

from pos_companion.errors import LimitReachedError, OutOfStockError
from pos_companion.rules import Cap, Period, Scope, Unit
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services import offers
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.storage import PAGE, STORE
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.builders import add_customer, add_gift, add_rule, basket

ALWAYS = Weekday(tuple(range(7)))
FRIDAYS = Weekday((4,))


@pytest.fixture
def judged(monkeypatch):
    """Each time the rules are asked again."""
    asked = []
    plain = offers.evaluate

    def counted(*values):
        asked.append(values)
        return plain(*values)

    monkeypatch.setattr(offers, "evaluate", counted)
    return asked


def statements(shop, work):
    """What the database is asked while something is done."""
    asked = []
    connection = shop.storage.db.connection()
    connection.set_trace_callback(asked.append)
    try:
        work()
    finally:
        connection.set_trace_callback(None)
    return asked


def pages(shop, work):
    """How many pages of the file something touches."""
    shop.storage.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    work()
    header, frame = 32, 24 + PAGE
    return ((shop.settings.folder / f"{STORE}-wal").stat().st_size - header) // frame


def at_another_till(shop, sql):
    """Write with a connection of another program."""
    with closing(EncryptedDatabase(shop.settings.folder / STORE, shop.keys.derive("db"))) as db:
        db.connect()
        db.execute_sql(sql)


def offered(shop, when=ALWAYS, **about):
    add_gift("Tea", left=5)
    add_rule("Tea", when, caps=(Cap(Scope.RULE, Period.DAY, 500, Unit.COST),), **about)
    return open_card(shop, add_customer("Ana").id)


def test_a_promise_and_its_visit_are_two_commits_of_few_statements_and_pages(shop):
    found = offered(shop)
    deed = VisitDeed(found.visit_uid, found.card.customer.id, take=found.offers)
    work = (
        lambda: accept_offer(shop, found, found.offers[0]),
        lambda: record_visit(shop, deed),
    )
    for one, most, most_pages in zip(work, (12, 20), (8, 10), strict=True):
        asked = []
        touched = pages(shop, lambda one=one, asked=asked: asked.extend(statements(shop, one)))
        assert sum("COMMIT" in sql for sql in asked) == 1
        assert len(asked) <= most, asked
        assert touched <= most_pages


def test_what_nobody_has_changed_since_is_not_judged_again(shop, judged):
    found = offered(shop)
    accept_offer(shop, found, found.offers[0])
    assert judged == []


def test_whatever_is_written_at_this_till_meanwhile_has_it_judged_again(shop, judged):
    found = offered(shop)
    bea = open_card(shop, add_customer("Bea").id)
    accept_offer(shop, bea, bea.offers[0])
    accept_offer(shop, found, found.offers[0])
    assert len(judged) == 1


def test_what_another_program_took_meanwhile_is_refused(shop, judged):
    found = offered(shop)
    at_another_till(shop, "UPDATE gift SET on_hand = 0")
    with pytest.raises(OutOfStockError):
        accept_offer(shop, found, found.offers[0])
    assert len(judged) == 1


def test_an_offer_of_yesterday_is_judged_by_today(shop, clock, judged):
    found = offered(shop, FRIDAYS, valid_through=shop.today)
    clock.passes(days=1)
    with pytest.raises(LimitReachedError):
        accept_offer(shop, found, found.offers[0])
    assert len(judged) == 1


def test_an_offer_is_judged_again_with_a_basket_it_was_not_judged_by(shop, judged):
    found = offered(shop)
    other = replace(found, facts=found.facts.with_basket(basket("Coffee")))
    accept_offer(shop, other, other.offers[0])
    assert len(judged) == 1


def test_a_second_promise_on_the_same_visit_is_judged_by_the_first(shop, judged):
    for name in ("Tea", "Bun", "Jam"):
        add_rule(name, ALWAYS)
    found = open_card(shop, add_customer("Ana").id)
    for offer in found.offers[:2]:
        accept_offer(shop, found, offer)
    with pytest.raises(LimitReachedError, match="already has its 2 gestures"):
        accept_offer(shop, found, found.offers[2])
    assert len(judged) == 2
