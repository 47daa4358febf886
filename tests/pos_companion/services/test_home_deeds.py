"""Somebody we know moves in, gets a card, or is around after all; each undone to the letter."""

import pytest

from pos_companion.errors import BadInputError, RefusedError
from pos_companion.model.people import Gone
from pos_companion.services.at_home import household_of
from pos_companion.services.finding import look_up
from pos_companion.services.home_deeds import (
    bring_back,
    give_card,
    join_known,
    part_again,
    take_card_back,
    undo_bring_back,
)
from pos_companion.services.households import join_households
from pos_companion.services.sad_news import sad_news
from tests.builders import add_customer
from tests.state import everything

CARD = "20471199"


@pytest.fixture
def rosa(shop):
    """Two people and a dog are around her."""
    return add_customer(
        "Rosa Delgado", family=[("Tomás", "husband"), ("Ana", "daughter"), ("Biscuit", "dog")]
    )


def at_home(shop, customer):
    return {one.name: one for one in household_of(shop, customer.id)}


def test_somebody_we_know_moves_in_with_a_relation_and_out_again(shop, rosa):
    wei = add_customer("Wei Ito")
    before = everything(shop)
    joined = join_known(shop, rosa.id, wei.id, "friend")
    assert at_home(shop, rosa)["Wei Ito"].relation == "friend"
    part_again(shop, joined)
    assert everything(shop) == before


def test_a_relation_that_is_known_stays(shop, rosa):
    tomas = add_customer("Tomás Delgado", call_name="Tomás")
    joined = join_known(shop, rosa.id, tomas.id, "friend")
    assert at_home(shop, rosa)["Tomás"].relation == "husband"
    assert joined.before is None


def test_a_card_makes_somebody_at_home_a_customer(shop, rosa):
    before = everything(shop)
    given = give_card(shop, rosa.id, at_home(shop, rosa)["Tomás"].id, CARD)
    tomas = at_home(shop, rosa)["Tomás"]
    assert (look_up(shop, CARD).card_of, tomas.relation) == (tomas.customer, "husband")
    take_card_back(shop, given)
    assert everything(shop) == before


def test_a_customer_at_home_gets_another_card(shop, rosa):
    tomas = add_customer("Tomás Delgado", call_name="Tomás", card="20471198")
    join_households(shop, rosa.id, tomas.id)
    given = give_card(shop, rosa.id, at_home(shop, rosa)["Tomás"].id, CARD)
    assert look_up(shop, CARD).card_of == tomas.id
    take_card_back(shop, given)
    assert look_up(shop, "20471198").card_of == tomas.id


def test_a_dog_has_no_card(shop, rosa):
    with pytest.raises(BadInputError, match="Only people"):
        give_card(shop, rosa.id, at_home(shop, rosa)["Biscuit"].id, CARD)


def test_a_card_of_somebody_else_leaves_everything_as_it_is(shop, rosa):
    add_customer("Wei Ito", card=CARD)
    before = everything(shop)
    with pytest.raises(RefusedError, match="somebody else"):
        give_card(shop, rosa.id, at_home(shop, rosa)["Tomás"].id, CARD)
    assert everything(shop) == before


def test_two_of_one_name_are_not_mixed_up(shop, rosa):
    rosa = add_customer("Ines Rocha", family=[("Ana", "daughter"), ("Ana", "mother")])
    before = everything(shop)
    with pytest.raises(RefusedError, match="Two people at home are called Ana"):
        give_card(shop, rosa.id, at_home(shop, rosa)["Ana"].id, CARD)
    assert everything(shop) == before


@pytest.mark.parametrize("how", [Gone.DIED, Gone.LEFT])
def test_who_is_gone_can_be_brought_back_and_that_undone(shop, rosa, how):
    biscuit = at_home(shop, rosa)["Biscuit"].id
    around = everything(shop)
    sad_news(shop, rosa.id, biscuit, how)
    back = bring_back(shop, rosa.id, biscuit)
    assert everything(shop) == around
    undo_bring_back(shop, back)
    assert at_home(shop, rosa)["Biscuit"].gone is how


def test_who_moved_out_with_sad_news_comes_back_as_well(shop, rosa):
    tomas = add_customer("Tomás Delgado", call_name="Tomás")
    join_households(shop, rosa.id, tomas.id)
    around = everything(shop)
    being = at_home(shop, rosa)["Tomás"].id
    sad_news(shop, rosa.id, being, Gone.LEFT)
    assert "Tomás" not in at_home(shop, rosa)
    bring_back(shop, rosa.id, being)
    assert everything(shop) == around


def test_nobody_is_brought_back_who_was_never_gone(shop, rosa):
    with pytest.raises(RefusedError, match="no way back"):
        bring_back(shop, rosa.id, at_home(shop, rosa)["Biscuit"].id)
