"""Whoever two people are and whatever hangs on them: one record, and two again."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Species
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.finding import find
from pos_companion.services.households import join_households, split_household
from pos_companion.services.look_up import open_card
from pos_companion.services.merging import Joining, merge, pets_alike, unmerge
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from tests.builders import (
    add_celebration,
    add_customer,
    add_fact,
    add_gift,
    add_member,
    add_rule,
    add_visit,
    basket,
    offer_called,
)
from tests.state import but_for_merges, counts

ALWAYS = Weekday(tuple(range(7)))


person = st.fixed_dictionaries(
    {
        "visits": st.lists(
            st.tuples(st.integers(1, 6), st.sampled_from(["Tea", "Bun"])), max_size=4
        ),
        "gifts": st.integers(0, 2),
        "facts": st.integers(0, 2),
        "pets": st.lists(st.sampled_from(["Rex", "Miso"]), max_size=2),
        "day": st.sampled_from([None, (5, 3), (6, 1)]),
        "known": st.booleans(),
    }
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=person, other=person, folds=st.booleans(), theirs=st.booleans())
def test_whatever_two_records_hold_they_are_parted_to_what_they_were(
    shop, clock, one, other, folds, theirs
):
    add_gift("Biscuit", left=1_000_000)
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.DAY, 1),))
    day = clock.at
    keep, away = (grown(shop, clock, **values) for values in (one, other))
    before, counted = but_for_merges(shop), counts(shop)
    pets = pets_alike(shop, keep.id, away.id) if folds else {}
    merged = merge(shop, Joining(keep.id, away.id, pets, lives_with_away=theirs))
    assert shop.storage.check() == []
    assert unmerge(shop, merged.id).back == shop.storage.people.get(away.id)
    assert but_for_merges(shop) == before
    again = merge(shop, Joining(keep.id, away.id, pets))
    visits = again.customer.visits
    record_visit(shop, VisitDeed(f"new of {keep.id}", keep.id, basket("Tea")))
    parted = unmerge(shop, again.id)
    assert parted.customer.visits + parted.back.visits == visits + 1
    assert shop.storage.check() == []
    undo_visit(shop, f"new of {keep.id}")
    assert counts(shop) == counted
    clock.at = day


def grown(shop, clock, visits, gifts, facts, pets, day, known):
    """Somebody with a history."""
    customer = add_customer("Ana Silva", source="till" if known else "", remember=True)
    for number, (days, item) in enumerate(visits):
        add_visit(customer, days, items=(item,), at=f"09:0{number}")
    for number in range(gifts):
        given_a_biscuit(shop, customer, f"{customer.id} {number}")
        clock.passes(days=1)
    for number in range(facts):
        add_fact(customer, f"Fact {number}", heard_on=shop.today)
    for pet in pets:
        add_member(shop.storage.people.get(customer.id), pet, "dog")
    if day:
        add_celebration(customer, PartialDate(None, *day))
    return shop.storage.people.get(customer.id)


def given_a_biscuit(shop, customer, uid):
    found = open_card(shop, customer.id, uid)
    take = (offer_called(found, "Biscuit"),)
    record_visit(shop, VisitDeed(uid, customer.id, basket("Tea"), take=take))


def test_whoever_moved_meanwhile_is_found_by_those_they_live_with_after_a_parting(shop):
    """Wei lives with Hugo for a while, leaves again, and only then turns out to be two people."""
    wei, jonas, hugo = (add_customer(name) for name in ("Wei Ito", "Jonas Brandt", "Hugo Lind"))
    add_member(wei, "Mo", "dog")
    add_member(jonas, "Bob", "cat")
    add_member(hugo, "Rex", "dog")
    merged = merge(shop, Joining(wei.id, jonas.id))
    join_households(shop, wei.id, hugo.id)
    split_household(shop, wei.id, (), ())
    assert [hit.customer.id for hit in find(shop, "bob")] == [hugo.id]
    unmerge(shop, merged.id)
    lives_with_bob = [
        one.id
        for one in (wei, jonas, hugo)
        for member in shop.storage.people.members(shop.storage.people.get(one.id).household)
        if member.name == "Bob"
    ]
    assert lives_with_bob == [jonas.id]
    assert sorted(hit.customer.id for hit in find(shop, "bob")) == lives_with_bob


def test_a_pet_of_which_a_file_says_no_more_may_be_the_dog_of_that_name(shop):
    ana, anna = add_customer("Ana Kos"), add_customer("Anna Kos")
    rex = add_member(ana, "Rex", "pet")
    dog = add_member(anna, "rex", "dog")
    before = but_for_merges(shop)
    pets = pets_alike(shop, ana.id, anna.id)
    assert pets == {dog.id: rex.id}
    merged = merge(shop, Joining(ana.id, anna.id, pets))
    (one,) = open_card(shop, ana.id).card.household
    assert (one.name, one.species) == ("Rex", Species.DOG)
    unmerge(shop, merged.id)
    assert but_for_merges(shop) == before
    add_member(anna, "Rex", "cat")
    assert pets_alike(shop, ana.id, anna.id) == {}
