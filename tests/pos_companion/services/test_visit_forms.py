"""What is said of a visit is read from plain values, or refused with a sentence."""

import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.model.visits import Impression, Mood
from pos_companion.services.visit_forms import Felt, impression_of, lines_of, way_of
from tests.builders import add_customer


@pytest.fixture
def ana(shop):
    return add_customer("Ana Silva", family=[("Rex", "dog"), ("Tom Ferro", "husband")])


def test_who_came_along_is_named_by_name_or_number(shop, ana):
    rex, tom = shop.storage.people.members(ana.household)[-2:]
    felt = impression_of(shop, ana, Felt(["rex", str(tom.id), rex.id], "good", "low"))
    assert felt == Impression((rex.id, tom.id), Mood.GOOD, Mood.LOW)


def test_what_is_not_sent_is_as_it_was_and_nothing_takes_it_back(shop, ana):
    before = Impression((7,), Mood.GOOD, Mood.LOW)
    assert impression_of(shop, ana, Felt(), before) == before
    assert impression_of(shop, ana, Felt([], "", None), before) == Impression((), None, Mood.LOW)


@pytest.mark.parametrize(
    ("felt", "error"),
    [
        (Felt("Rex"), BadInputError),
        (Felt([None]), BadInputError),
        (Felt(["Nobody"]), NotFoundError),
        (Felt(mood_in="furious"), BadInputError),
        (Felt(mood_out=3), BadInputError),
    ],
)
def test_what_does_not_fit_is_refused(shop, ana, felt, error):
    with pytest.raises(error):
        impression_of(shop, ana, felt)


def test_an_item_says_how_they_have_it(shop):
    tea, cake = lines_of(shop, [{"product": "Tea", "quantity": 2, "way": " no milk "}, "Cake:1:4"])
    assert (str(tea.quantity), tea.their_way) == ("2", "no milk")
    assert (cake.amount.amount, cake.their_way) == (400, "")


@pytest.mark.parametrize("way", [3, "x" * 201, "4111 1111 1111 1111"])
def test_a_way_is_a_short_line_without_payment_cards(way):
    with pytest.raises(BadInputError):
        way_of(way)
