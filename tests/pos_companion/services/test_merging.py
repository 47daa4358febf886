"""Two records of one person: nothing is lost, and they can be parted again."""

from datetime import timedelta

import pytest

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.model.dates import PartialDate
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.finding import find, resolve
from pos_companion.services.look_up import open_card
from pos_companion.services.merging import Joining, joined_into, merge, pets_alike, unmerge
from pos_companion.services.people import forget_addition
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from tests.builders import (
    add_celebration,
    add_customer,
    add_fact,
    add_member,
    add_rule,
    add_visit,
    basket,
    offer_called,
)
from tests.state import but_for_merges

ALWAYS = Weekday(tuple(range(7)))


def gives(shop, customer, rule, uid):
    """Record a visit on which they were given something."""
    found = open_card(shop, customer.id, uid)
    take = (offer_called(found, rule),)
    return record_visit(shop, VisitDeed(uid, customer.id, basket("Tea"), take=take))


@pytest.fixture
def two(shop):
    """Ana, and the Anna somebody added last week: the same person, with the same dog."""
    ana = add_customer(
        "Ana Silva", phone="+493001104471", celebrates=[("Ana", 5, 3), ("Rex", 6, 1)]
    )
    anna = add_customer(
        "Anna Silva",
        phone="+493001105512",
        card="ROSE-7",
        email="anna@example.org",
        source="till",
        source_id="77",
        celebrates=[("Anna", 5, 3), ("Rex", 6, 1)],
    )
    add_fact(ana, "Likes rye bread")
    add_fact(anna, "Off to Lisbon")
    for days in (9, 5, 2):
        add_visit(ana, days)
    for days in (7, 3, 1):
        add_visit(anna, days, items=("Coffee", "Bun"))
    return ana, anna


def test_visits_stand_in_the_order_of_time_and_are_counted_once(shop, two):
    ana, anna = two
    merged = merge(shop, Joining(ana.id, anna.id))
    assert (merged.customer.visits, merged.moved["visit"]) == (6, 3)
    rows = shop.storage.rows("SELECT customer_id, n, day FROM visit ORDER BY n")
    assert [(customer, n) for customer, n, _ in rows] == [(ana.id, n) for n in range(1, 7)]
    assert [day for *_, day in rows] == sorted(day for *_, day in rows)
    assert merged.customer.first_visit == shop.today - timedelta(days=9)
    assert shop.storage.check() == []


def test_details_only_the_other_record_has_are_added_and_none_is_overwritten(shop, two):
    ana, anna = two
    customer = merge(shop, Joining(ana.id, anna.id)).customer
    assert (customer.name, customer.phone) == ("Ana Silva", "+493001104471")
    assert (customer.email, customer.card) == ("anna@example.org", "ROSE-7")
    assert (customer.source, customer.source_id) == ("till", "77")


def test_both_have_the_tags_of_both_until_they_are_parted(shop):
    ana = add_customer("Ana", tags="Choir, market")
    anna = add_customer("Anna", tags="market, early bird")
    merged = merge(shop, Joining(ana.id, anna.id))
    assert merged.customer.tags == "Choir, market, early bird"
    unmerge(shop, merged.id)
    kept = [shop.storage.people.get(one.id).tags for one in (ana, anna)]
    assert kept == ["Choir, market", "market, early bird"]


@pytest.mark.parametrize("text", ["anna", "silva anna", "105512", "ROSE-7", "77", "anna@example"])
def test_whatever_found_the_other_record_finds_the_survivor(shop, two, text):
    ana, anna = two
    merge(shop, Joining(ana.id, anna.id))
    assert [hit.customer.id for hit in find(shop, text)] == [ana.id]


def test_the_old_number_opens_the_survivor(shop, two):
    ana, anna = two
    merge(shop, Joining(ana.id, anna.id))
    assert resolve(shop, str(anna.id)) == ana.id
    assert open_card(shop, anna.id).card.customer.id == ana.id


def test_a_card_that_was_open_meanwhile_records_for_the_survivor(shop, two):
    ana, anna = two
    open_visit = VisitDeed("open", anna.id, basket("Tea"))
    merge(shop, Joining(ana.id, anna.id))
    for _ in range(2):
        assert record_visit(shop, open_visit).customer == ana.id
    assert shop.storage.people.get(ana.id).visits == 7


def test_a_day_both_records_know_is_celebrated_once(shop, two):
    ana, anna = two
    merge(shop, Joining(ana.id, anna.id, pets_alike(shop, ana.id, anna.id)))
    days = shop.storage.rows("SELECT kind, month, day FROM celebration")
    assert sorted(days) == [("birthday", 5, 3), ("birthday", 6, 1)]
    assert [one.name for one in open_card(shop, ana.id).card.household] == ["Rex"]


def test_two_pets_of_one_name_stay_two_unless_somebody_says_they_are_one(shop, two):
    ana, anna = two
    merge(shop, Joining(ana.id, anna.id))
    assert [one.name for one in open_card(shop, ana.id).card.household] == ["Rex", "Rex"]


def test_what_both_were_told_stands_on_one_card(shop, two):
    ana, anna = two
    merge(shop, Joining(ana.id, anna.id))
    texts = {fact.text for fact in open_card(shop, ana.id).card.facts}
    assert texts == {"Likes rye bread", "Off to Lisbon"}


def test_a_cap_counts_what_both_records_were_given(shop, two):
    ana, anna = two
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.MONTH, 1),))
    gives(shop, anna, "Biscuit", "one")
    assert [offer.rule.id for offer in open_card(shop, ana.id).offers] == ["biscuit"]
    merge(shop, Joining(ana.id, anna.id))
    assert open_card(shop, ana.id).offers == ()


def test_what_both_were_given_once_is_kept_twice_and_undone_to_the_letter(shop, two):
    ana, anna = two
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    gives(shop, ana, "Biscuit", "one")
    gives(shop, anna, "Biscuit", "two")
    before = but_for_merges(shop)
    merged = merge(shop, Joining(ana.id, anna.id))
    rows = shop.storage.rows("SELECT customer_id, state, period_key FROM redemption ORDER BY id")
    assert rows == [(ana.id, "given", f"customer:{ana.id}:ever"), (ana.id, "given", None)]
    assert open_card(shop, ana.id).offers == ()
    unmerge(shop, merged.id)
    assert but_for_merges(shop) == before


def test_parted_at_once_everything_is_as_it_was(shop, two):
    ana, anna = two
    before = but_for_merges(shop)
    merged = merge(shop, Joining(ana.id, anna.id, pets_alike(shop, ana.id, anna.id)))
    parted = unmerge(shop, merged.id)
    assert (parted.customer.id, parted.back.id) == (ana.id, anna.id)
    assert but_for_merges(shop) == before
    assert shop.storage.check() == []


def test_parted_later_what_is_new_stays_and_what_came_goes_back(shop, two, clock):
    ana, anna = two
    merged = merge(shop, Joining(ana.id, anna.id))
    clock.passes(days=3)
    record_visit(shop, VisitDeed("new", ana.id, basket("Tea")))
    undo_visit(shop, f"past-{anna.id}-{'2025-11-18'}-09:00")
    add_fact(ana, "Sings in a choir", heard_on=shop.today)
    add_member(shop.storage.people.get(ana.id), "Miso", "cat")
    parted = unmerge(shop, merged.id)
    assert (parted.customer.visits, parted.back.visits) == (4, 2)
    rows = shop.storage.rows("SELECT uid, n FROM visit WHERE customer_id = ? ORDER BY n", [ana.id])
    assert [n for _, n in rows] == [1, 2, 3, 4]
    assert rows[-1][0] == "new"
    texts = {fact.text for fact in open_card(shop, ana.id).card.facts}
    assert texts == {"Likes rye bread", "Sings in a choir"}
    assert {fact.text for fact in open_card(shop, anna.id).card.facts} == {"Off to Lisbon"}
    assert [one.name for one in open_card(shop, ana.id).card.household] == ["Rex", "Miso"]
    assert [one.name for one in open_card(shop, anna.id).card.household] == ["Rex"]
    assert shop.storage.check() == []


def test_what_was_corrected_since_stays_corrected(shop, two):
    ana, anna = two
    merged = merge(shop, Joining(ana.id, anna.id))
    people = shop.storage.people
    kept = merged.customer
    with shop.storage.transaction():
        people.change(type(kept)(**{**vars(kept), "email": "ana@example.org"}), shop.clock.now())
    parted = unmerge(shop, merged.id)
    assert (parted.customer.email, parted.customer.card) == ("ana@example.org", "")
    assert (parted.back.email, parted.back.card) == ("anna@example.org", "ROSE-7")


def test_a_couple_at_home_keeps_their_household(shop, two):
    ana, anna = two
    tom = add_customer("Tom Silva", household=shop.storage.people.get(anna.id).household)
    add_member(tom, "Tom", "husband")
    before = but_for_merges(shop)
    merged = merge(shop, Joining(ana.id, anna.id))
    assert merged.customer.household == shop.storage.people.get(ana.id).household
    assert shop.storage.people.get(tom.id).household != merged.customer.household
    assert [one.name for one in open_card(shop, tom.id).card.household] == ["Rex", "Tom"]
    unmerge(shop, merged.id)
    assert but_for_merges(shop) == before
    merged = merge(shop, Joining(ana.id, anna.id, lives_with_away=True))
    assert merged.customer.household == shop.storage.people.get(tom.id).household
    assert len(open_card(shop, ana.id).card.household) == 3
    unmerge(shop, merged.id)
    assert but_for_merges(shop) == before


def test_a_surprise_and_a_recommendation_mean_the_survivor(shop, two):
    ana, anna = two
    tom = add_customer("Tom Silva", household=shop.storage.people.get(anna.id).household)
    add_celebration(tom, PartialDate(None, 7, 1), hidden_from=(f"customer:{anna.id}",))
    merge(shop, Joining(ana.id, anna.id, lives_with_away=True))
    assert shop.storage.rows("SELECT hidden_from FROM celebration WHERE customer_id = ?", [tom.id])
    hidden = shop.storage.rows("SELECT hidden_from FROM celebration WHERE hidden_from <> ''")
    assert hidden == [(f"customer:{ana.id}",)]


def test_of_three_records_the_later_one_is_parted_first(shop, two):
    ana, anna = two
    third = add_customer("A. Silva")
    before = but_for_merges(shop)
    first = merge(shop, Joining(ana.id, anna.id))
    between = but_for_merges(shop)
    second = merge(shop, Joining(ana.id, third.id))
    assert [one.away for one in joined_into(shop, ana.id)] == [third.id, anna.id]
    with pytest.raises(RefusedError, match=r"A\. Silva became part .* number 2"):
        unmerge(shop, first.id)
    unmerge(shop, second.id)
    assert but_for_merges(shop) == between
    unmerge(shop, first.id)
    assert but_for_merges(shop) == before


def test_records_may_be_joined_one_into_the_other(shop, two):
    ana, anna = two
    third = add_customer("A. Silva")
    before = but_for_merges(shop)
    first = merge(shop, Joining(ana.id, anna.id))
    second = merge(shop, Joining(third.id, ana.id))
    assert resolve(shop, "77") == resolve(shop, str(anna.id)) == third.id
    assert [hit.customer.id for hit in find(shop, "anna silva")] == [third.id]
    with pytest.raises(RefusedError, match="Part that first"):
        unmerge(shop, first.id)
    unmerge(shop, second.id)
    unmerge(shop, first.id)
    assert but_for_merges(shop) == before


def test_nothing_is_half_done_when_it_cannot_be_done(shop, two):
    ana, anna = two
    third = add_customer("Bea Costa")
    merged = merge(shop, Joining(third.id, anna.id))
    before = but_for_merges(shop)
    for joining, sentence in (
        (Joining(ana.id, ana.id), "the same record"),
        (Joining(ana.id, 404), "not in the records"),
        (Joining(404, ana.id), "not in the records"),
        (Joining(ana.id, anna.id), "part of Bea Costa already"),
        (Joining(anna.id, ana.id), "part of Bea Costa already"),
        (Joining(ana.id, third.id, {99: 98}), "a pet of each"),
    ):
        with pytest.raises((RefusedError, NotFoundError), match=sentence):
            merge(shop, joining)
    with pytest.raises(NotFoundError, match="under this number"):
        unmerge(shop, 404)
    assert but_for_merges(shop) == before
    unmerge(shop, merged.id)
    with pytest.raises(RefusedError, match="parted already"):
        unmerge(shop, merged.id)


def test_a_survivor_is_not_forgotten_with_the_record_that_became_theirs(shop):
    ana, anna = add_customer("Ana Silva"), add_customer("Anna Silva")
    merge(shop, Joining(ana.id, anna.id))
    with pytest.raises(RefusedError, match="Part them first"):
        forget_addition(shop, ana.id)


def test_numbers_of_those_who_may_come_back_are_given_to_nobody(shop):
    ana, anna = add_customer("Ana Silva"), add_customer("Anna Silva", family=[("Rex", "dog")])
    add_member(shop.storage.people.get(ana.id), "Rex", "dog")
    merge(shop, Joining(anna.id, ana.id, pets_alike(shop, anna.id, ana.id)))
    bea = add_customer("Bea Costa", family=[("Miso", "cat")])
    assert bea.id not in {ana.id, anna.id}
    merged = merge(shop, Joining(bea.id, anna.id))
    assert add_customer("Cleo Dias").id > max(bea.id, anna.id)
    unmerge(shop, merged.id)
    assert unmerge(shop, 1).back.id == ana.id
    assert len(shop.storage.rows("SELECT DISTINCT being_id FROM household_member")) == 3
