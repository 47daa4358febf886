"""A household and each of its beings, as their sheets show them."""

import pytest

from pos_companion.errors import NotFoundError
from pos_companion.i18n import words
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Discretion
from pos_companion.model.people import Gone
from pos_companion.services.at_home import household_of
from pos_companion.services.consents import set_consent
from pos_companion.services.home_pages import household_page, known_people, member_page, news_of
from pos_companion.services.households import join_households
from pos_companion.services.members import share_pet
from pos_companion.services.sad_news import sad_news
from tests.builders import add_customer, add_fact


@pytest.fixture
def rosa(shop):
    """Two people and a dog are around her."""
    family = [("Tomás", "husband"), ("Ana", "daughter")]
    return add_customer("Rosa Delgado", family=family, celebrates=[("Biscuit", 11, 22)])


def being(shop, customer, name):
    return next(one.id for one in household_of(shop, customer.id) if one.name == name)


def names(page):
    return [one.name for one in page.members]


def test_a_household_is_everybody_around_them_but_not_themselves(shop, rosa):
    tomas = add_customer("Tomás Delgado", call_name="Tomás")
    join_households(shop, rosa.id, tomas.id)
    page = household_page(shop, rosa.id)
    assert names(page) == ["Tomás", "Ana", "Biscuit"]
    assert [one.id for one in page.living] == [tomas.id]
    assert page.refused is None


def test_nobody_around_them_is_an_empty_page(shop):
    page = household_page(shop, add_customer("Oleg").id)
    assert (page.members, page.missing, page.living) == ((), (), ())


def test_who_wants_no_family_kept_has_none_and_the_page_says_why(shop, rosa):
    set_consent(shop, rosa.id, ConsentKind.FAMILY, False)
    page = household_page(shop, rosa.id)
    assert page.members == ()
    assert words(page.refused) == "They said no to us remembering their family and pets."


def test_who_is_gone_stands_apart_the_latest_first(shop, rosa, clock):
    sad_news(shop, rosa.id, being(shop, rosa, "Biscuit"), Gone.DIED)
    clock.passes(days=2)
    sad_news(shop, rosa.id, being(shop, rosa, "Ana"), Gone.LEFT)
    page = household_page(shop, rosa.id)
    assert names(page) == ["Tomás"]
    assert [(one.name, one.how) for one in page.missing] == [
        ("Ana", Gone.LEFT),
        ("Biscuit", Gone.DIED),
    ]


def test_a_customer_who_left_the_family_can_still_be_found(shop, rosa):
    tomas = add_customer("Tomás Delgado", call_name="Tomás")
    join_households(shop, rosa.id, tomas.id)
    sad_news(shop, rosa.id, being(shop, rosa, "Tomás"), Gone.LEFT)
    page = household_page(shop, rosa.id)
    assert names(page) == ["Ana", "Biscuit"]
    assert [(one.name, one.how) for one in page.missing] == [("Tomás Delgado", Gone.LEFT)]


def test_a_being_has_what_this_customer_told_about_it_locked_or_not(shop, rosa):
    biscuit = being(shop, rosa, "Biscuit")
    add_fact(rosa, "loves liver", about=biscuit)
    add_fact(rosa, "was a foundling", discretion=Discretion.LOCKED, about=biscuit)
    add_fact(rosa, "teaches piano")
    page = member_page(shop, rosa.id, biscuit)
    assert {one.text for one in page.facts} == {"loves liver", "was a foundling"}
    assert page.birthday is not None
    assert not page.is_quiet


def test_what_one_told_is_not_on_the_page_the_other_opens(shop, rosa):
    tomas = add_customer("Tomás Delgado", call_name="Tomás")
    join_households(shop, rosa.id, tomas.id)
    biscuit = being(shop, rosa, "Biscuit")
    add_fact(rosa, "loves liver", about=biscuit)
    assert member_page(shop, tomas.id, biscuit).facts == ()


def test_a_shared_pet_names_its_other_owners(shop, rosa):
    wei = add_customer("Wei Ito")
    biscuit = being(shop, rosa, "Biscuit")
    share_pet(shop, rosa.id, biscuit, wei.id)
    assert [one.name for one in member_page(shop, rosa.id, biscuit).owners] == ["Wei Ito"]


def test_a_member_who_is_a_customer_may_have_a_card(shop, rosa):
    tomas = add_customer("Tomás Delgado", call_name="Tomás", card="20471199")
    join_households(shop, rosa.id, tomas.id)
    assert member_page(shop, rosa.id, being(shop, rosa, "Tomás")).has_card
    assert not member_page(shop, rosa.id, being(shop, rosa, "Ana")).has_card


def test_sad_news_is_found_on_whichever_card_it_was_told(shop, rosa):
    wei = add_customer("Wei Ito")
    biscuit = being(shop, rosa, "Biscuit")
    share_pet(shop, rosa.id, biscuit, wei.id)
    assert news_of(shop, shop.storage.people.get(rosa.id), biscuit) is None
    told = sad_news(shop, wei.id, biscuit, Gone.DIED)
    assert news_of(shop, shop.storage.people.get(rosa.id), biscuit) == told


def test_nobody_like_that_is_said_in_words(shop, rosa):
    with pytest.raises(NotFoundError):
        member_page(shop, rosa.id, 999)
    with pytest.raises(NotFoundError):
        household_page(shop, 999)


def test_whoever_shares_a_phone_comes_to_mind_first_with_the_evidence(shop):
    rosa = add_customer("Rosa Delgado", phone="+4915123454471")
    tomas = add_customer("Tomás Delgado", phone="+4915123454471")
    add_customer("Tomás Rossi", phone="+493012345600")
    (close,) = known_people(shop, rosa.id, "")
    assert (close.customer.id, words(close.why)) == (tomas.id, "same phone …4471")
    found = {one.customer.id: one.why for one in known_people(shop, rosa.id, "tomás")}
    assert len(found) == 2
    assert words(found[tomas.id]) == "same phone …4471"


def test_nobody_who_lives_there_already_is_looked_for(shop, rosa):
    tomas = add_customer("Tomás Delgado", call_name="Tomás")
    assert [one.customer.id for one in known_people(shop, rosa.id, "tomás")] == [tomas.id]
    join_households(shop, rosa.id, tomas.id)
    assert known_people(shop, rosa.id, "tomás") == ()
    assert known_people(shop, rosa.id, "rosa") == ()
