import pytest

from pos_companion.errors import NotFoundError
from pos_companion.i18n import words
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Discretion, FactKind
from pos_companion.model.visits import UsualState
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.effects.gift import Gift
from pos_companion.services.look_up import new_visit_uid, open_card, usual_of
from pos_companion.services.offers import accept_offer
from tests.builders import (
    add_celebration,
    add_concern,
    add_customer,
    add_fact,
    add_gift,
    add_product,
    add_rule,
    add_visit,
    add_visits,
    days_from,
    keep_profile,
    offer_called,
)


@pytest.fixture
def statements(shop, monkeypatch):
    """Every statement the records are asked from now on."""
    asked = []
    plain = shop.storage.db.execute_sql

    def counted(sql, *values, **more):
        asked.append(" ".join(sql.split()))
        return plain(sql, *values, **more)

    monkeypatch.setattr(shop.storage.db, "execute_sql", counted)
    return asked


def usual_names(order):
    return [item.product.name for item in order.shown]


def test_nobody_has_no_card(shop):
    for unknown in (0, -1, 42, 10**12):
        with pytest.raises(NotFoundError, match="not in the records any more"):
            open_card(shop, unknown)


def test_a_regular_is_greeted_and_the_usual_is_ready(shop):
    ana = add_customer("Ana Silva")
    add_visits(ana, 12, items=("Flat white", "Croissant"))
    card = open_card(shop, ana.id).card
    assert words(card.greeting) == "Morning, Ana!"
    assert card.usual.state is UsualState.ARMED
    assert usual_names(card.usual) == ["Flat white", "Croissant"]
    assert words(card.usual.reason) == "10 of the last 10 visits"
    assert card.cadence.typical_gap == 7


def test_a_new_face_gets_best_sellers_and_no_guess(shop):
    add_visits(add_customer("Bea"), 3, items=("Tea",))
    found = open_card(shop, add_customer("Ana").id)
    assert found.card.usual.state is UsualState.SILENT
    assert [one.name for one in found.best_sellers] == ["Tea"]
    assert found.card.cadence is None


def test_what_is_out_today_is_no_best_seller(shop):
    add_product("Bun", available=False)
    add_visits(add_customer("Bea"), 3, items=("Tea", "Bun"))
    assert [one.name for one in open_card(shop, add_customer("Ana").id).best_sellers] == ["Tea"]


def test_the_usual_alone_ranks_all_they_know_and_then_best_sellers(shop):
    add_visits(add_customer("Bea"), 3, items=("Tea",))
    ana = add_customer("Ana")
    add_visits(ana, 4, items=("Coffee",))
    assert [item.product.name for item in usual_of(shop, ana.id).ranked] == ["Coffee", "Tea"]


def test_somebody_is_wished_a_happy_birthday_on_the_day_itself(shop):
    ana = add_customer("Ana Silva", celebrates=[("Ana", 11, 21)])
    found = open_card(shop, ana.id)
    assert words(found.card.greeting) == "Happy birthday, Ana!"
    assert words(found.greetings[1]) == "Morning, Ana!"


def test_celebrations_stand_in_their_order_around_new_year(shop, clock):
    clock.shows("2025-12-20T09:00")
    family = [("Leo", "son"), ("Rex", "dog"), ("Mia", "wife")]
    days = [("Leo", 1, 2), ("Rex", 12, 31), ("Mia", 1, 25)]
    ana = add_customer("Ana", family=family, celebrates=days)
    add_celebration(ana, PartialDate(None, 12, 20), kind=CelebrationKind.NAME_DAY)
    coming = open_card(shop, ana.id).card.celebrations
    assert [(one.celebration.who, one.days) for one in coming] == [
        ("Ana", 0),
        ("Rex", 11),
        ("Leo", 13),
    ]


@pytest.mark.parametrize(("today", "days"), [("2027-02-25", 3), ("2028-02-25", 4)])
def test_a_leap_day_is_kept_on_the_28th_in_other_years(shop, clock, today, days):
    clock.shows(f"{today}T09:00")
    ana = add_customer("Ana", celebrates=[("Ana", 2, 29)])
    (coming,) = open_card(shop, ana.id).card.celebrations
    assert coming.days == days


def test_whoever_does_not_celebrate_has_no_dates_and_no_gift(shop):
    add_rule("Candle", Celebration())
    ana = add_customer("Ana", celebrates=[("Ana", 11, 21)], no_celebrations=True)
    found = open_card(shop, ana.id)
    assert (found.card.celebrations, found.offers) == ((), ())
    assert words(found.card.greeting) == "Morning, Ana!"
    assert found.why_not[0].code == "opted_out"


def test_a_locked_fact_is_on_no_card_and_still_withholds(shop):
    add_rule("Nut cake", FirstVisit())
    cake = shop.storage.stock.gifts("EUR")[1]
    shop.storage.rows("UPDATE gift SET tags = '[\"nuts\"]' WHERE id = ?", (cake.id,))
    ana = add_customer("Ana")
    add_fact(ana, "Nut allergy", FactKind.ALLERGY, Discretion.LOCKED, subject="nuts")
    found = open_card(shop, ana.id)
    assert (found.card.facts, found.offers) == ((), ())
    assert "private reason" in words(found.why_not[0].sentence)
    assert "llergy" not in words(found.why_not[0].sentence)


def test_what_is_owed_stands_with_the_first_due_in_front(shop):
    ana = add_customer("Ana")
    add_concern(ana, "Sour milk")
    assert [one.title for one in open_card(shop, ana.id).card.concerns] == ["Sour milk"]


def test_every_rule_is_an_offer_or_a_reason(shop):
    add_rule("Candle", Celebration())
    add_rule("Dog biscuit", Celebration(who=Who.PET))
    add_rule("Tenth", VisitsNth())
    found = open_card(shop, add_customer("Ana", celebrates=[("Rex", *days_from(shop, 1))]).id)
    assert {one.rule.name for one in (*found.offers, *found.why_not)} == {
        "Candle",
        "Dog biscuit",
        "Tenth",
    }
    assert all(words(no.sentence) for no in found.why_not)


def test_a_clock_set_back_shows_the_card_as_it_was_then(shop, clock):
    ana = add_customer("Ana")
    add_visits(ana, 5, every=7, items=("Tea",))
    clock.shows("2025-11-03T09:00")
    found = open_card(shop, ana.id)
    assert (found.card.customer.visits, found.facts.visit_count, len(found.facts.visits)) == (
        3,
        3,
        3,
    )
    clock.shows("2020-01-01T09:00")
    customer = open_card(shop, ana.id).card.customer
    assert (customer.visits, customer.first_visit, customer.last_visit) == (0, None, None)


def test_visits_that_were_taken_back_do_not_count(shop):
    ana = add_customer("Ana")
    add_visits(ana, 3)
    last = add_visit(ana, days_ago=1, items=("Cake",))
    shop.storage.visits.void(last.uid, shop.clock.now())
    found = open_card(shop, ana.id)
    assert (found.card.customer.visits, len(found.facts.visits)) == (3, 3)
    assert "Cake" not in [item.product.name for item in found.card.usual.ranked]


def test_two_cards_never_share_the_id_of_their_visit(shop):
    ana = add_customer("Ana")
    uids = {open_card(shop, ana.id).visit_uid for _ in range(3)}
    assert len(uids | {new_visit_uid()}) == 4
    assert open_card(shop, ana.id, "mine").visit_uid == "mine"


def test_a_card_takes_a_handful_of_statements_however_long_somebody_came(shop, statements):
    add_rule("Dog biscuit", Celebration(who=Who.PET), caps=(Cap(Scope.RULE, Period.DAY, 3),))
    ana = add_customer("Ana", family=[("Rex", "dog"), ("Leo", "son")])
    add_visits(ana, 30, every=3, items=("Flat white", "Croissant", "Water"))
    open_card(shop, ana.id)
    statements.clear()
    open_card(shop, ana.id)
    rules = [sql for sql in statements if "FROM gift" in sql or "FROM rule" in sql]
    ledger = [sql for sql in statements if "FROM redemption" in sql and sql not in rules]
    offers = len(rules) + len(ledger)
    assert offers <= 4, statements
    assert len(statements) - offers <= 8, statements
    assert not [sql for sql in statements if not sql.startswith(("SELECT", "WITH"))]


@pytest.mark.parametrize(("country", "first"), [("DE", 0), ("US", 6), ("EG", 5)])
def test_a_week_begins_as_the_country_counts(shop, country, first):
    keep_profile(shop, country=country)
    assert open_card(shop, add_customer("Ana").id).facts.first_weekday == first


def test_a_budget_over_all_rules_counts_what_the_others_gave(shop):
    gift = Gift(add_gift("Sweet", left=50).id)
    add_rule("Open hand", FirstVisit(), gives=gift)
    all_of_it = Cap(Scope.ALL, Period.DAY, 1)
    add_rule("Careful hand", FirstVisit(), gives=gift, caps=(all_of_it,))
    found = open_card(shop, add_customer("Ana").id)
    accept_offer(shop, found, offer_called(found, "Open hand"))
    codes = {no.rule.name: no.code for no in open_card(shop, add_customer("Ben").id).why_not}
    assert codes["Careful hand"] == "cap_all"
