"""Two records side by side."""

import pytest

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import words
from pos_companion.services.households import join_households
from pos_companion.services.merging import merge, unmerge
from pos_companion.services.side_by_side import side_by_side
from tests.builders import add_customer, add_member, add_visit
from tests.state import but_for_merges


@pytest.fixture
def ana(shop):
    ana = add_customer("Ana Silva", phone="+493001104471", family=[("Rex", "dog")])
    add_visit(ana, 2)
    return ana


@pytest.fixture
def anna(shop):
    return add_customer("Anna Silva", phone="+493001104471", family=[("Rex", "dog")])


def test_what_tells_them_apart_and_what_speaks_for_one_person(shop, ana, anna):
    both = side_by_side(shop, ana.id, anna.id)
    assert (words(both.first.name), both.first.phone_end) == ("Ana Silva", "71")
    assert [one.name for one in both.second.around] == ["Rex"]
    said = [words(reason) for reason in both.reasons]
    assert any("phone" in one for one in said)
    assert any("Rex" in one for one in said)
    assert len(both.pets) == 1
    assert not both.asks_home


@pytest.mark.parametrize("swapped", [False, True])
def test_either_name_can_stay_and_the_dog_is_one(shop, ana, anna, swapped):
    before = but_for_merges(shop)
    keep = anna if swapped else ana
    merged = merge(shop, side_by_side(shop, ana.id, anna.id).joining(keep.id, True, keep.id))
    assert merged.customer.name == keep.name
    home = shop.storage.people.members(merged.customer.household)
    assert [one.name for one in home if one.species.is_pet] == ["Rex"]
    unmerge(shop, merged.id)
    assert but_for_merges(shop) == before


def test_pets_of_one_name_may_be_two(shop, ana, anna):
    joining = side_by_side(shop, ana.id, anna.id).joining(ana.id, False, ana.id)
    assert joining.pets == {}


def test_where_they_live_is_asked_when_both_live_with_others(shop, ana, anna):
    bea = add_customer("Bea Costa")
    join_households(shop, bea.id, anna.id)
    both = side_by_side(shop, ana.id, anna.id)
    assert both.asks_home
    assert both.home == anna.id
    joining = both.joining(ana.id, True, anna.id)
    assert joining.lives_with_away


def test_a_family_they_do_not_want_known_is_not_shown(shop, ana):
    other = add_customer("Ana Silva", remember=False)
    add_member(other, "Rex")
    assert side_by_side(shop, ana.id, other.id).second.around == ()


def test_nobody_stands_beside_themselves_or_beside_nobody(shop, ana):
    with pytest.raises(RefusedError):
        side_by_side(shop, ana.id, ana.id)
    with pytest.raises(NotFoundError):
        side_by_side(shop, ana.id, 99)
