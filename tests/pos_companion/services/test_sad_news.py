"""Whoever is gone is silent at once and everywhere, and comes back to the letter by an undo."""

import pytest

from pos_companion.errors import BadInputError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.facts import Discretion
from pos_companion.model.people import Gone
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.at_home import household_of
from pos_companion.services.finding import find
from pos_companion.services.households import join_households
from pos_companion.services.look_up import open_card
from pos_companion.services.members import share_pet
from pos_companion.services.sad_news import sad_news, sad_news_of, undo_sad_news
from pos_companion.services.today import board
from tests.builders import (
    add_customer,
    add_fact,
    add_gift,
    add_rule,
    add_thread,
    add_visits,
    days_from,
)
from tests.state import everything


@pytest.fixture
def rosa(shop):
    """A regular whose dog has its birthday today."""
    add_gift("Dog biscuit")
    add_rule("Dog biscuit", Celebration(who=Who.PET))
    rosa = add_customer(
        "Rosa Delgado",
        family=[("Ana", "daughter")],
        celebrates=[("Biscuit", *days_from(shop, 0)), ("Ana", *days_from(shop, 3))],
    )
    add_visits(rosa, 3)
    return rosa


def being(shop, customer, name):
    return next(one for one in household_of(shop, customer.id) if one.name == name).id


def told(shop, customer):
    return [one.text for one in open_card(shop, customer.id).card.facts]


def test_a_dog_that_died_is_never_mentioned_again(shop, clock, rosa):
    biscuit = being(shop, rosa, "Biscuit")
    add_fact(rosa, "Biscuit loves liver", about=biscuit)
    assert open_card(shop, rosa.id).offers
    sad_news(shop, rosa.id, biscuit, Gone.DIED)
    found = open_card(shop, rosa.id)
    assert [one.celebration.who for one in found.card.celebrations] == ["Ana"]
    assert (found.offers, found.card.ask) == ((), None)
    assert [one.name for one in found.card.household] == ["Ana"]
    assert not [row for row in board(shop).rows if "Biscuit" in words(row.text)]
    assert find(shop, "biscuit") == ()
    assert told(shop, rosa) == ["Don’t ask about Biscuit."]
    assert found.card.facts[0].discretion is Discretion.KNOW
    clock.passes(days=367)
    assert told(shop, rosa) == []


@pytest.mark.parametrize("how", [Gone.DIED, Gone.LEFT])
def test_sad_news_is_taken_back_to_the_letter_even_later(shop, clock, rosa, how):
    before = everything(shop)
    sad_news(shop, rosa.id, being(shop, rosa, "Biscuit"), how)
    clock.passes(days=30)
    (news,) = sad_news_of(shop, rosa.id)
    undo_sad_news(shop, news)
    assert everything(shop) == before
    with pytest.raises(RefusedError, match="taken back already"):
        undo_sad_news(shop, news)


def test_a_shared_dog_that_died_is_silent_with_every_owner(shop, rosa):
    ben = add_customer("Ben Okafor")
    biscuit = being(shop, rosa, "Biscuit")
    share_pet(shop, rosa.id, biscuit, ben.id)
    before = everything(shop)
    news = sad_news(shop, ben.id, biscuit, Gone.DIED)
    assert told(shop, ben) == told(shop, rosa) == ["Don’t ask about Biscuit."]
    assert open_card(shop, ben.id).card.celebrations == ()
    undo_sad_news(shop, news)
    assert everything(shop) == before


def test_a_shared_dog_that_left_one_family_is_still_part_of_the_other(shop, rosa):
    ben = add_customer("Ben Okafor")
    biscuit = being(shop, rosa, "Biscuit")
    share_pet(shop, rosa.id, biscuit, ben.id)
    sad_news(shop, rosa.id, biscuit, Gone.LEFT)
    assert [one.celebration.who for one in open_card(shop, ben.id).card.celebrations] == ["Biscuit"]
    assert told(shop, ben) == []


def test_a_customer_who_died_is_wished_offered_and_asked_nothing(shop, rosa):
    tomas = add_customer("Tomás Delgado", celebrates=[("Tomás Delgado", *days_from(shop, 0))])
    add_thread(tomas, "How was Lisbon?")
    add_rule("Always", Weekday(tuple(range(7))))
    join_households(shop, rosa.id, tomas.id)
    before = everything(shop)
    news = sad_news(shop, rosa.id, being(shop, rosa, "Tomás Delgado"), Gone.DIED)
    theirs = open_card(shop, tomas.id)
    assert (theirs.offers, theirs.card.celebrations, theirs.card.ask) == ((), (), None)
    assert not [one for one in theirs.greetings if "Tom" in words(one)]
    whos = [one.celebration.who for one in open_card(shop, rosa.id).card.celebrations]
    assert sorted(whos) == ["Ana", "Biscuit"]
    assert told(shop, rosa) == told(shop, tomas) == ["Don’t ask about Tomás Delgado."]
    undo_sad_news(shop, news)
    assert everything(shop) == before


def test_a_customer_alone_may_die_too(shop):
    ana = add_customer("Ana Silva", celebrates=[("Ana Silva", *days_from(shop, 0))])
    before = everything(shop)
    news = sad_news(shop, ana.id, None, Gone.DIED)
    assert not board(shop).rows
    with pytest.raises(RefusedError, match="know that already"):
        sad_news(shop, ana.id, None, Gone.DIED)
    undo_sad_news(shop, news)
    assert everything(shop) == before


def test_a_partner_who_left_lives_elsewhere_from_then_on(shop, rosa):
    tomas = add_customer("Tomás Delgado")
    join_households(shop, rosa.id, tomas.id)
    before = everything(shop)
    news = sad_news(shop, rosa.id, being(shop, rosa, "Tomás Delgado"), Gone.LEFT)
    assert [one.name for one in household_of(shop, tomas.id)] == ["Tomás Delgado"]
    assert [one.name for one in household_of(shop, rosa.id)] == ["Ana", "Biscuit", "Rosa Delgado"]
    assert (told(shop, rosa), told(shop, tomas)) == (["Don’t ask about Tomás Delgado."], [])
    (kept,) = sad_news_of(shop, rosa.id)
    assert kept == news
    undo_sad_news(shop, kept)
    assert everything(shop) == before


def test_it_has_to_be_said_in_which_way_they_are_gone(shop, rosa):
    before = everything(shop)
    for being_id, how in ((being(shop, rosa, "Ana"), Gone.NO), (None, Gone.LEFT)):
        with pytest.raises(BadInputError, match="died or are not part"):
            sad_news(shop, rosa.id, being_id, how)
    sad_news(shop, rosa.id, being(shop, rosa, "Biscuit"), Gone.DIED)
    with pytest.raises(RefusedError, match="know that already"):
        sad_news(shop, rosa.id, being(shop, rosa, "Biscuit"), Gone.LEFT)
    undo_sad_news(shop, *sad_news_of(shop, rosa.id))
    assert everything(shop) == before
