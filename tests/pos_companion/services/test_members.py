"""People and pets at home: added, corrected, taken back, shared."""

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.consent import ConsentKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import HouseholdMember, Species
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.services.at_home import household_of
from pos_companion.services.consents import set_consent
from pos_companion.services.finding import find
from pos_companion.services.look_up import open_card
from pos_companion.services.members import (
    AddedMember,
    NewMember,
    add_member,
    edit_member,
    share_pet,
    take_back_member,
    unshare_pet,
)
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import add_celebration, add_customer, add_gift, add_rule, offer_called
from tests.state import everything

CARD = "4111 1111 1111 1111"
TODAY = PartialDate(None, 11, 21)


@pytest.fixture
def rosa(shop):
    return add_customer("Rosa Delgado")


def test_a_pet_is_added_with_its_birthday_and_found_by_its_name(shop, rosa):
    new = NewMember(" Biscuit ", "dog", Species.DOG, "BIS-kit", PartialDate(None, 5, 1))
    added = add_member(shop, rosa.id, new)
    (member,) = household_of(shop, rosa.id)
    assert (member.name, member.relation, member.say_as) == ("Biscuit", "dog", "BIS-kit")
    (day,) = open_card(shop, rosa.id).facts.celebrations
    assert (day.who, day.being, day.kind) == ("Biscuit", member.id, CelebrationKind.BIRTHDAY)
    assert [hit.customer.id for hit in find(shop, "biscuit")] == [rosa.id]
    assert added.birthday is not None


def test_an_addition_is_taken_back_to_the_letter(shop, rosa):
    before = everything(shop)
    added = add_member(shop, rosa.id, NewMember("Biscuit", birthday=TODAY))
    take_back_member(shop, added)
    take_back_member(shop, added)
    assert everything(shop) == before
    assert find(shop, "biscuit") == ()


def test_an_addition_about_which_something_is_written_stays(shop, rosa):
    added = add_member(shop, rosa.id, NewMember("Biscuit"))
    add_celebration(rosa, TODAY, added.member)
    before = everything(shop)
    with pytest.raises(RefusedError, match="Something is written about Biscuit"):
        take_back_member(shop, added)
    assert everything(shop) == before


def test_a_correction_is_undone_by_keeping_what_was(shop, rosa):
    added = add_member(shop, rosa.id, NewMember("Biskit", "dog", Species.DOG)).member
    before = everything(shop)
    edit_member(shop, rosa.id, HouseholdMember(added.id, "Biscuit", "puppy", Species.DOG))
    assert [hit.customer.id for hit in find(shop, "biscuit")] == [rosa.id]
    edit_member(shop, rosa.id, added)
    assert everything(shop) == before


def test_a_shared_pet_is_one_being_in_both_homes(shop, rosa):
    ben = add_customer("Ben Okafor")
    rex = add_member(shop, rosa.id, NewMember("Rex", "dog", Species.DOG, birthday=TODAY)).member
    share_pet(shop, rosa.id, rex.id, ben.id)
    for customer in (rosa, ben):
        assert [one.who for one in open_card(shop, customer.id).facts.celebrations] == ["Rex"]
    edit_member(shop, ben.id, HouseholdMember(rex.id, "Rexi", "her dog", Species.DOG))
    assert [one.name for one in household_of(shop, rosa.id)] == ["Rexi"]
    assert [one.relation for one in household_of(shop, rosa.id)] == ["dog"]
    assert {hit.customer.id for hit in find(shop, "rexi")} == {rosa.id, ben.id}


def test_a_shared_pet_has_its_birthday_gift_once(shop, rosa):
    ben = add_customer("Ben Okafor")
    add_gift("Dog biscuit")
    cap = Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1)
    add_rule("Dog biscuit", Celebration(who=Who.PET), caps=(cap,))
    rex = add_member(shop, rosa.id, NewMember("Rex", "dog", Species.DOG, birthday=TODAY)).member
    share_pet(shop, rosa.id, rex.id, ben.id)
    found = open_card(shop, rosa.id, "one")
    record_visit(shop, VisitDeed("one", rosa.id, take=(offer_called(found, "Dog biscuit"),)))
    assert open_card(shop, ben.id).offers == ()
    (why,) = open_card(shop, ben.id).why_not
    assert why.code == "already_given"


def test_what_a_shared_pet_was_given_elsewhere_is_no_gift_to_this_household(shop, rosa):
    ben = add_customer("Ben Okafor")
    add_gift("Dog biscuit")
    cap = Cap(Scope.HOUSEHOLD, Period.YEAR, 1)
    add_rule("Dog biscuit", Celebration(who=Who.PET), caps=(cap,))
    rex = add_member(shop, rosa.id, NewMember("Rex", "dog", Species.DOG, birthday=TODAY)).member
    share_pet(shop, rosa.id, rex.id, ben.id)
    found = open_card(shop, rosa.id, "one")
    record_visit(shop, VisitDeed("one", rosa.id, take=(offer_called(found, "Dog biscuit"),)))
    assert open_card(shop, ben.id).offers
    assert open_card(shop, rosa.id).offers == ()


def test_sharing_a_pet_is_undone_to_the_letter(shop, rosa):
    ben = add_customer("Ben Okafor")
    rex = add_member(shop, rosa.id, NewMember("Rex")).member
    before = everything(shop)
    share_pet(shop, rosa.id, rex.id, ben.id)
    with pytest.raises(RefusedError, match="Rex is at home there already"):
        share_pet(shop, rosa.id, rex.id, ben.id)
    unshare_pet(shop, rex.id, ben.id)
    assert everything(shop) == before
    with pytest.raises(RefusedError, match="Rex belongs to nobody else"):
        unshare_pet(shop, rex.id, rosa.id)


def test_a_customer_may_be_somebodys_mother(shop, rosa):
    maria = add_customer("Maria Delgado")
    add_celebration(maria, TODAY)
    add_member(shop, rosa.id, NewMember("Maria", "mother", customer=maria.id))
    assert [one.who for one in open_card(shop, rosa.id).facts.celebrations] == ["Maria"]
    with pytest.raises(RefusedError, match="at home there already"):
        add_member(shop, rosa.id, NewMember("Maria", customer=maria.id))


@pytest.mark.parametrize(
    ("error", "new"),
    [
        (BadInputError, NewMember("")),
        (BadInputError, NewMember("\x00\u202e")),
        (BadInputError, NewMember("x" * 10_000)),
        (BadInputError, NewMember("Rex", relation="x" * 61)),
        (BadInputError, NewMember("Rex", say_as="x" * 10_000)),
        (BadInputError, NewMember(f"Rex {CARD}")),
        (BadInputError, NewMember("Rex", relation=CARD)),
        (NotFoundError, NewMember("Rex", customer=4711)),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(shop, rosa, error, new):
    before = everything(shop)
    with pytest.raises(error):
        add_member(shop, rosa.id, new)
    assert everything(shop) == before


def test_nobody_is_their_own_relative(shop, rosa):
    before = everything(shop)
    with pytest.raises(BadInputError, match="not their own relative"):
        add_member(shop, rosa.id, NewMember("Rosa", customer=rosa.id))
    assert everything(shop) == before


def test_signs_nobody_sees_are_left_out(shop, rosa):
    member = add_member(shop, rosa.id, NewMember("Bis\u202ecuit\x07", "do\u200fg")).member
    assert (member.name, member.relation) == ("Bis cuit", "do g")


def test_who_wants_no_family_kept_has_none_added(shop, rosa):
    set_consent(shop, rosa.id, ConsentKind.FAMILY, False)
    with pytest.raises(RefusedError):
        add_member(shop, rosa.id, NewMember("Rex"))
    assert household_of(shop, rosa.id) == ()


def test_somebody_who_is_not_there_cannot_be_corrected_or_taken_back(shop, rosa):
    stranger = HouseholdMember(4711, "Nobody")
    with pytest.raises(NotFoundError):
        edit_member(shop, rosa.id, stranger)
    take_back_member(shop, AddedMember(rosa.id, stranger))
    with pytest.raises(NotFoundError):
        add_member(shop, 4711, NewMember("Rex"))
