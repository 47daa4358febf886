"""The manager's segments: kept, changed, taken away, each with a way back."""

from dataclasses import replace

import pytest

from pos_companion.errors import BadInputError, NotAllowedError, NotFoundError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.staff import Role
from pos_companion.rules.conditions.has_pet import Animal, HasPet
from pos_companion.rules.conditions.segment import InSegment
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.segments import Segment
from pos_companion.services.look_up import open_card
from pos_companion.services.segments import (
    delete_segment,
    save_segment,
    segments_kept,
    undo_segment,
)
from pos_companion.services.sign_in import sign_out
from pos_companion.services.staff import add_person
from tests.builders import add_customer, add_rule
from tests.state import everything

DOGS = Segment("", "Dog people", HasPet(Animal.DOG))


def test_a_new_one_is_called_after_its_name_and_every_step_goes_back(shop):
    empty = everything(shop)
    made = save_segment(shop, DOGS)
    assert made.segment == replace(DOGS, id="dog-people")
    kept = everything(shop)
    cats = replace(made.segment, name="Cat people", when=HasPet(Animal.CAT))
    changed = save_segment(shop, cats, made.segment)
    assert segments_kept(shop) == (cats,)
    gone = delete_segment(shop, "dog-people")
    assert segments_kept(shop) == ()
    undo_segment(shop, gone)
    undo_segment(shop, changed)
    assert everything(shop) == kept
    undo_segment(shop, made)
    assert everything(shop) == empty


def test_a_rule_goes_by_what_a_segment_means_now(shop):
    made = save_segment(shop, DOGS).segment
    rex = add_customer("Ana", family=[("Rex", "dog")])
    tom = add_customer("Tom", family=[("Miez", "cat")])
    add_rule("Biscuit", InSegment("dog-people"))
    (offer,) = open_card(shop, rex.id).offers
    assert words(offer.reason) == "They belong to “Dog people”"
    assert open_card(shop, tom.id).offers == ()
    save_segment(shop, replace(made, when=HasPet(Animal.CAT)), made)
    assert open_card(shop, rex.id).offers == ()
    assert len(open_card(shop, tom.id).offers) == 1


def test_one_that_a_rule_in_use_asks_for_stays(shop):
    save_segment(shop, DOGS)
    add_rule("Biscuit", InSegment("dog-people"))
    with pytest.raises(RefusedError, match="“Biscuit” asks for “Dog people”"):
        delete_segment(shop, "dog-people")


def test_nobody_overwrites_what_a_colleague_changed(shop):
    made = save_segment(shop, DOGS)
    other = save_segment(shop, replace(made.segment, name="Dogs"), made.segment)
    for late in (
        lambda: save_segment(shop, made.segment, made.segment),
        lambda: undo_segment(shop, made),
    ):
        with pytest.raises(RefusedError, match="changed by a colleague"):
            late()
    assert segments_kept(shop) == (other.segment,)


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        (replace(DOGS, name=" "), "needs a name"),
        (replace(DOGS, name="x" * 101), "too long"),
        (replace(DOGS, name="4111 1111 1111 1111"), "card"),
        (replace(DOGS, name="dog PEOPLE"), "is a segment “Dog people” already"),
        (replace(DOGS, name="Fridays", when=Weekday((4,))), "about a day or a purchase"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(shop, spoilt, why):
    save_segment(shop, DOGS)
    before = everything(shop)
    with pytest.raises(BadInputError, match=why):
        save_segment(shop, spoilt)
    with pytest.raises(NotFoundError, match="no segment called"):
        delete_segment(shop, "cat-people")
    assert everything(shop) == before


def test_only_a_manager_has_segments(shop):
    add_person(shop, "Mia", Role.MANAGER, "739154")
    sign_out(shop)
    for deed in (
        lambda: segments_kept(shop),
        lambda: save_segment(shop, DOGS),
        lambda: delete_segment(shop, "dog-people"),
    ):
        with pytest.raises(NotAllowedError):
            deed()
