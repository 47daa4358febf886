"""Two households become one, one is parted, and whatever was done can be undone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.model.consent import ConsentKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import FactKind
from pos_companion.model.people import HouseholdMember
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.at_home import household_of
from pos_companion.services.consents import set_consent
from pos_companion.services.finding import find
from pos_companion.services.households import (
    join_households,
    last_move,
    split_household,
    undo_move,
)
from pos_companion.services.look_up import open_card
from pos_companion.services.members import NewMember, add_member, edit_member, share_pet
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import (
    add_celebration,
    add_customer,
    add_fact,
    add_gift,
    add_rule,
    offer_called,
)
from tests.state import everything

MAY = PartialDate(None, 5, 1)
ALWAYS = Weekday(tuple(range(7)))


def at_home(shop, customer):
    return [member.name for member in household_of(shop, customer.id)]


def celebrated(shop, customer):
    return sorted(one.who for one in open_card(shop, customer.id).facts.celebrations)


def being(shop, customer, name):
    return next(one for one in household_of(shop, customer.id) if one.name == name).id


def give(shop, customer, name, uid):
    found = open_card(shop, customer.id, uid)
    deed = VisitDeed(uid, customer.id, take=(offer_called(found, name),))
    return record_visit(shop, deed)


@pytest.fixture
def couple(shop):
    """Rosa with her daughter and the dog, Tomás with his cat; both written down as customers."""
    rosa = add_customer("Rosa Delgado", family=[("Ana", "daughter"), ("Biscuit", "dog")])
    tomas = add_customer("Tomás Delgado", celebrates=[("Miso", 5, 1, "cat")])
    return rosa, tomas


def test_a_couple_becomes_one_household_with_everybody_in_it(shop, couple):
    rosa, tomas = couple
    add_celebration(rosa, MAY)
    join_households(shop, rosa.id, tomas.id)
    everybody = ["Ana", "Biscuit", "Miso", "Rosa Delgado", "Tomás Delgado"]
    assert at_home(shop, rosa) == at_home(shop, tomas) == everybody
    assert {one.customer for one in household_of(shop, rosa.id)} == {None, rosa.id, tomas.id}
    assert celebrated(shop, tomas) == ["Miso", "Rosa Delgado"]
    assert {hit.customer.id for hit in find(shop, "miso")} == {rosa.id, tomas.id}


def test_what_one_told_in_confidence_never_shows_on_the_others_card(shop, couple):
    rosa, tomas = couple
    add_fact(rosa, "Surprise party in June")
    join_households(shop, rosa.id, tomas.id)
    assert [one.text for one in open_card(shop, rosa.id).card.facts] == ["Surprise party in June"]
    assert open_card(shop, tomas.id).card.facts == ()


def test_somebody_known_at_home_by_name_is_not_written_down_twice(shop):
    rosa = add_customer("Rosa Delgado", family=[("Tomás", "husband")])
    tomas = add_customer("Tomás Delgado")
    move = join_households(shop, rosa.id, tomas.id)
    husband, _ = household_of(shop, rosa.id)
    assert (husband.name, husband.relation, husband.customer) == ("Tomás", "husband", tomas.id)
    undo_move(shop, move)
    assert [one.customer for one in household_of(shop, rosa.id)] == [None]


def test_a_household_shares_its_caps_once_it_is_one(shop, couple):
    rosa, tomas = couple
    add_gift("Bun")
    add_rule("Bun", ALWAYS, caps=(Cap(Scope.HOUSEHOLD, Period.YEAR, 1),))
    give(shop, tomas, "Bun", "one")
    assert open_card(shop, rosa.id).offers
    move = join_households(shop, rosa.id, tomas.id)
    (why,) = open_card(shop, rosa.id).why_not
    assert why.code == "cap_household"
    undo_move(shop, move)
    assert open_card(shop, rosa.id).offers


def test_who_leaves_takes_what_is_theirs_and_leaves_what_is_not(shop, couple):
    rosa, tomas = couple
    join_households(shop, rosa.id, tomas.id)
    biscuit, miso = being(shop, rosa, "Biscuit"), being(shop, rosa, "Miso")
    dog = next(one for one in household_of(shop, rosa.id) if one.id == biscuit)
    add_celebration(rosa, MAY, dog)
    split_household(shop, tomas.id, takes=[biscuit])
    assert at_home(shop, tomas) == ["Biscuit", "Tomás Delgado"]
    assert at_home(shop, rosa) == ["Ana", "Miso", "Rosa Delgado"]
    assert (celebrated(shop, tomas), celebrated(shop, rosa)) == (["Biscuit"], ["Miso"])
    assert miso in [one.id for one in household_of(shop, rosa.id)]


def test_a_pet_may_belong_to_both_after_a_parting(shop, couple):
    rosa, tomas = couple
    join_households(shop, rosa.id, tomas.id)
    biscuit = being(shop, rosa, "Biscuit")
    dog = next(one for one in household_of(shop, rosa.id) if one.id == biscuit)
    add_celebration(rosa, MAY, dog)
    split_household(shop, tomas.id, shares=[biscuit])
    assert being(shop, tomas, "Biscuit") == being(shop, rosa, "Biscuit")
    assert celebrated(shop, tomas) == ["Biscuit"]
    assert celebrated(shop, rosa) == ["Biscuit", "Miso"]


def test_a_join_is_undone_much_later_and_what_came_since_stays(shop, couple):
    rosa, tomas = couple
    join_households(shop, rosa.id, tomas.id)
    miso = next(one for one in household_of(shop, tomas.id) if one.name == "Miso")
    edit_member(shop, rosa.id, HouseholdMember(miso.id, "Miso II", "cat", miso.species))
    add_member(shop, tomas.id, NewMember("Baby"))
    undo_move(shop, last_move(shop, tomas.id))
    assert at_home(shop, rosa) == ["Ana", "Biscuit", "Baby"]
    assert at_home(shop, tomas) == ["Miso II"]
    assert shop.storage.check() == []


def test_who_is_known_in_two_homes_is_the_same_customer_in_both_until_it_is_undone(shop):
    bea = add_customer("Bea Holm", family=[("Tomás", "brother")])
    tomas, cleo = add_customer("Tomás Delgado"), add_customer("Cleo Marsh")
    share_pet(shop, bea.id, being(shop, bea, "Tomás"), tomas.id)
    first = join_households(shop, tomas.id, cleo.id)
    assert {one.customer for one in household_of(shop, bea.id)} == {tomas.id}
    before = everything(shop)
    undo_move(shop, join_households(shop, tomas.id, bea.id))
    assert everything(shop) == before
    undo_move(shop, first)
    assert {one.customer for one in household_of(shop, bea.id)} == {None}


def test_a_later_move_is_undone_first(shop, couple):
    rosa, tomas = couple
    join = join_households(shop, rosa.id, tomas.id)
    split = split_household(shop, tomas.id)
    with pytest.raises(RefusedError, match="Undo the later change first"):
        undo_move(shop, join)
    undo_move(shop, split)
    undo_move(shop, join)
    with pytest.raises(RefusedError):
        undo_move(shop, join)
    assert last_move(shop, tomas.id) is None


def test_what_cannot_be_joined_or_parted_is_refused_and_nothing_is_done(shop, couple):
    rosa, tomas = couple
    ana = being(shop, rosa, "Ana")
    before = everything(shop)
    for refused, deed in (
        (BadInputError, lambda: join_households(shop, rosa.id, rosa.id)),
        (NotFoundError, lambda: join_households(shop, rosa.id, 4711)),
        (RefusedError, lambda: split_household(shop, rosa.id)),
        (RefusedError, lambda: split_household(shop, rosa.id, [ana])),
        (NotFoundError, lambda: split_household(shop, rosa.id, [4711])),
        (BadInputError, lambda: split_household(shop, rosa.id, [ana], [ana])),
        (BadInputError, lambda: split_household(shop, rosa.id, [ana, ana])),
    ):
        with pytest.raises(refused):
            deed()
        assert everything(shop) == before
    join_households(shop, rosa.id, tomas.id)
    with pytest.raises(RefusedError, match="one household already"):
        join_households(shop, tomas.id, rosa.id)


def test_who_wants_no_family_kept_is_not_joined(shop, couple):
    rosa, tomas = couple
    set_consent(shop, tomas.id, ConsentKind.FAMILY, False)
    before = everything(shop)
    with pytest.raises(RefusedError):
        join_households(shop, rosa.id, tomas.id)
    assert everything(shop) == before


homes = st.lists(
    st.lists(st.sampled_from(["Rex", "Miso", "Ana", "Tomás"]), max_size=3), min_size=3, max_size=3
)
moves = st.lists(
    st.tuples(st.sampled_from(["join", "split", "share"]), st.integers(0, 2), st.integers(0, 2)),
    max_size=6,
)


def do_move(shop, people, step, chosen):
    """One step; None when it is refused, or needs no undoing here."""
    deed, one, other = step
    members = [one.id for one in household_of(shop, people[one].id)]
    try:
        if deed == "join":
            return join_households(shop, people[one].id, people[other].id)
        if deed == "split":
            takes, shares = members[: chosen % 3], members[chosen % 3 : chosen % 4]
            return split_household(shop, people[one].id, takes, shares)
        if members:
            share_pet(shop, people[one].id, members[chosen % len(members)], people[other].id)
    except (BadInputError, RefusedError):
        return None
    return None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(homes=homes, moves=moves, chosen=st.integers(0, 11))
def test_whatever_was_joined_and_parted_is_undone_to_the_letter(shop, homes, moves, chosen):
    people = []
    for name, family in zip(("Tomás", "Bea", "Cleo"), homes, strict=True):
        around = [(one, "dog" if one in {"Rex", "Miso"} else "") for one in family]
        customer = add_customer(name, family=around)
        for member in household_of(shop, customer.id)[:2]:
            add_celebration(customer, MAY, member)
        add_fact(customer, "Likes rye", FactKind.LIKE)
        people.append(customer)
    history = []
    for step in moves:
        before = everything(shop)
        if move := do_move(shop, people, step, chosen):
            history.append((before, move))
        elif everything(shop) != before:
            history = []  # a pet that is shared now stays shared
    for before, move in reversed(history):
        undo_move(shop, move)
        assert everything(shop) == before
    assert shop.storage.check() == []
