"""Somebody like that is known already: a warning with its evidence, never a refusal."""

import pytest

from pos_companion.i18n import words
from pos_companion.model.dates import PartialDate
from pos_companion.services.people import NewCustomer
from pos_companion.services.people import add_customer as keep_customer
from pos_companion.services.similar import Face, likeness, similar, twins_of
from tests.builders import add_celebration, add_customer, add_member, add_visit


def names(found):
    return [words(one.name) for one in found]


def reasons(found):
    return [words(reason) for reason in found[0].reasons]


def test_the_same_phone_however_it_is_typed_comes_before_the_same_name(shop):
    add_customer("Ana Silva", phone="+493001105512")
    add_customer("Bea Costa", phone="+493001104471")
    for typed in ("030 0110 4471", "+49 30 01104471", "03001104471"):
        found = similar(shop, Face("Ana Silva", typed))
        assert names(found) == ["Bea Costa", "Ana Silva"]
        assert reasons(found) == ["same phone …4471"]


def test_a_first_name_and_two_digits_are_nothing_to_go_by(shop):
    add_customer("Ana Silva", phone="+493001104471")
    assert similar(shop, Face("Ana")) == ()
    assert similar(shop, Face("", "71")) == ()
    assert similar(shop, Face()) == ()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Ana Silva", "same name"),
        ("silva ANA", "same name"),
        ("Àna Sílva", "same name"),
        ("Ana Slva", "similar name"),
        ("Anna Silva", "similar name"),
        ("Ana Maria Silva", "similar name"),
    ],
)
def test_a_name_is_found_with_one_slip_in_it(shop, typed, reason):
    add_customer("Ana Silva")
    found = similar(shop, Face(typed))
    assert names(found) == ["Ana Silva"]
    assert reasons(found) == [reason]


def test_card_and_e_mail_are_evidence(shop):
    add_customer("Ana Silva", card="ROSE-7")
    add_customer("Bea Costa", email="bea@example.org")
    assert reasons(similar(shop, Face("Cleo Dias", card="rose-7"))) == ["same card"]
    assert reasons(similar(shop, Face("Cleo Dias", email="Bea@Example.org"))) == ["same e-mail"]


def test_the_same_dog_and_the_same_birthday_make_it_likelier(shop):
    known = add_customer("Ana Silva", family=[("Biscuit", "dog")])
    add_celebration(known, PartialDate(1988, 5, 3))
    typed = Face("Anna Silva", birthday=PartialDate(None, 5, 3), around=("biscuit",))
    found = similar(shop, typed)
    assert reasons(found) == ["similar name", "same birthday", "same pet Biscuit"]
    assert words(found[0].detail) == "not here yet"


def test_at_most_three_are_shown_those_who_come_most_first_among_equals(shop):
    people = [add_customer("Ana Silva") for _ in range(5)]
    for days in (3, 2, 1):
        add_visit(people[3], days)
    found = similar(shop, Face("Ana Silva"))
    assert len(found) == 3
    assert found[0].customer.id == people[3].id
    assert words(found[0].detail) == "3 visits · last here yesterday"


def test_namesakes_are_welcome(shop):
    add_customer("Ana Silva", phone="+493001104471")
    fresh = keep_customer(shop, NewCustomer("Ana Silva"))
    assert len(similar(shop, Face("Ana Silva"))) == 2
    assert [one.customer.id for one in twins_of(shop, fresh)] != [fresh.id]


def test_a_couple_with_one_telephone_is_two_people(shop):
    ana = add_customer("Ana Silva", phone="+493001104471", family=[("Rex", "dog")])
    tom = add_customer("Tom Lim", phone="+493001104471", household=ana.household)
    assert twins_of(shop, ana) == ()
    assert names(similar(shop, Face("Ana Silva", "03001104471", household=None))) == [
        "Ana Silva",
        "Tom Lim",
    ]
    anna = add_customer("Anna Silva", phone="+493001104471", household=ana.household)
    assert [one.customer.id for one in twins_of(shop, ana)] == [anna.id]
    assert [one.customer.id for one in twins_of(shop, tom)] == []


def test_whoever_does_not_want_their_family_kept_is_not_found_by_it(shop):
    ana = add_customer("Ana Silva", remember=False)
    add_member(ana, "Biscuit", "dog")
    assert reasons(similar(shop, Face("Ana Silva", around=("Biscuit",)))) == ["same name"]


def test_two_records_chosen_by_hand_are_weighed_too(shop):
    one, other = add_customer("Ana Silva"), add_customer("Ana Silva", phone="+493012")
    assert likeness(shop, one, other).is_enough
    assert not likeness(shop, one, add_customer("Oleg Marchenko")).is_enough
