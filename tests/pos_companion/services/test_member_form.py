"""The sheet of a being: one deed, undone to the letter."""

from dataclasses import replace

import pytest

from pos_companion.errors import BadInputError
from pos_companion.i18n import use_language
from pos_companion.model.consent import ConsentKind
from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.facts import Discretion, FactKind
from pos_companion.model.people import Species
from pos_companion.services.at_home import household_of
from pos_companion.services.consents import set_consent
from pos_companion.services.facts import drop_fact
from pos_companion.services.home_pages import member_page
from pos_companion.services.member_form import (
    MemberForm,
    keep_member,
    species_of,
    tell_about,
    undo_member,
)
from tests.builders import add_customer
from tests.state import everything

MAY = PartialDate(None, 5, 3)


@pytest.fixture
def rosa(shop):
    """A daughter and a dog are around her; the dog's birthday is known."""
    return add_customer(
        "Rosa Delgado", family=[("Ana", "daughter")], celebrates=[("Biscuit", 11, 22)]
    )


@pytest.fixture
def page_of(shop, rosa):
    """The sheet of a being, by name."""

    def page(name):
        found = next(one for one in household_of(shop, rosa.id) if one.name == name)
        return member_page(shop, rosa.id, found.id)

    return page


def as_it_is(page):
    birthday = page.birthday
    date, leap = (birthday.date, birthday.leap) if birthday else (None, None)
    return MemberForm(page.member, date, leap, page.is_quiet)


def test_nothing_new_changes_nothing(shop, rosa, page_of):
    kept = keep_member(shop, rosa.id, as_it_is(page_of("Biscuit")))
    assert (kept.days, kept.before) == ((), kept.after)


def test_a_name_and_a_birthday_are_kept_together_and_undone_together(shop, rosa, page_of):
    before = everything(shop)
    member = replace(page_of("Ana").member, name="Anabel", say_as="AH-na")
    kept = keep_member(shop, rosa.id, MemberForm(member, MAY))
    page = page_of("Anabel")
    assert (page.member.say_as, page.birthday.date) == ("AH-na", MAY)
    undo_member(shop, kept)
    assert everything(shop) == before


@pytest.mark.parametrize("date", [MAY, None])
def test_a_birthday_is_corrected_or_forgotten(shop, rosa, page_of, date):
    before = everything(shop)
    kept = keep_member(shop, rosa.id, replace(as_it_is(page_of("Biscuit")), birthday=date))
    birthday = page_of("Biscuit").birthday
    assert (birthday.date if birthday else None) == date
    undo_member(shop, kept)
    assert everything(shop) == before


def test_a_leap_day_keeps_what_it_becomes_in_other_years(shop, rosa, page_of):
    leap_day = PartialDate(None, 2, 29)
    form = MemberForm(page_of("Ana").member, leap_day, LeapPolicy.MARCH)
    keep_member(shop, rosa.id, form)
    assert page_of("Ana").birthday.leap is LeapPolicy.MARCH


def test_a_day_that_is_not_celebrated_is_kept_and_quiet(shop, rosa, page_of):
    before = everything(shop)
    kept = keep_member(shop, rosa.id, replace(as_it_is(page_of("Biscuit")), quiet=True))
    assert page_of("Biscuit").is_quiet
    undo_member(shop, kept)
    assert everything(shop) == before


def test_a_new_day_can_be_quiet_from_the_first(shop, rosa, page_of):
    keep_member(shop, rosa.id, MemberForm(page_of("Ana").member, MAY, quiet=True))
    assert page_of("Ana").is_quiet


def test_without_a_name_nothing_is_half_done(shop, rosa, page_of):
    before = everything(shop)
    with pytest.raises(BadInputError):
        keep_member(shop, rosa.id, MemberForm(replace(page_of("Ana").member, name=" "), MAY))
    assert everything(shop) == before


@pytest.mark.parametrize(
    ("kind", "typed", "text", "subject"),
    [
        (FactKind.LIKE, "Carrots", "likes Carrots", "carrots"),
        (FactKind.LIKE, "likes carrots", "likes carrots", "carrots"),
        (FactKind.DISLIKE, "umbrellas", "does not like umbrellas", "umbrellas"),
        (FactKind.NOTE, "sings on Sundays", "sings on Sundays", ""),
    ],
)
def test_a_thing_is_told_in_a_sentence_that_knows_what_it_is_about(
    shop, rosa, page_of, kind, typed, text, subject
):
    biscuit = page_of("Biscuit").member
    fact = tell_about(shop, rosa.id, biscuit.id, kind, typed)
    assert (fact.text, fact.subject, fact.about) == (text, subject, biscuit.id)
    assert fact.discretion is Discretion.KNOW
    assert page_of("Biscuit").facts == (fact,)
    drop_fact(shop, fact)
    assert page_of("Biscuit").facts == ()


def test_an_allergy_is_kept_as_what_to_avoid_unless_they_said_yes(shop, rosa, page_of):
    ana = page_of("Ana").member.id
    assert tell_about(shop, rosa.id, ana, FactKind.ALLERGY, "peanuts").text == "avoid: peanuts"
    set_consent(shop, rosa.id, ConsentKind.HEALTH, True)
    told = tell_about(shop, rosa.id, ana, FactKind.ALLERGY, "eggs")
    assert (told.text, told.subject) == ("has to avoid eggs", "eggs")


@pytest.mark.parametrize("text", ["", "  ", "\u202e", "4111 1111 1111 1111"])
def test_what_cannot_be_kept_is_refused(shop, rosa, page_of, text):
    with pytest.raises(BadInputError):
        tell_about(shop, rosa.id, page_of("Ana").member.id, FactKind.LIKE, text)


def test_a_relation_tells_what_kind_of_being_it_is():
    assert species_of("Puppy") is Species.DOG
    assert species_of("rabbit") is Species.PET
    assert species_of("daughter") is Species.CHILD
    assert species_of("first violin") is Species.PERSON
    use_language("de")
    assert species_of("Kätzchen") is Species.CAT
    use_language("en")
