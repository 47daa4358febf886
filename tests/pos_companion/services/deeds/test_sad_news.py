"""Whoever is gone is silent everywhere, and around again when it was a mistake."""

import json

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.services.deeds import do
from tests.state import everything


def test_a_dog_that_died_is_on_no_card_and_in_no_offer_and_back_with_one_undo(shop, ana):
    before = everything(shop)
    told = do(shop, "sad_news", {"customer": "4471", "who": "rex"})
    assert told == {
        "customer": str(ana.id),
        "n": 1,
        "who": "1",
        "how": "died",
        "day": "2025-11-21",
    }
    card = do(shop, "card", {"customer": "4471"})
    (line,) = (one["text"] for one in card.pop("told") if "Rex" in one["text"])
    assert line == "Don’t ask about Rex."
    assert "Rex" not in json.dumps([card, do(shop, "today", {"days": 30})])
    assert do(shop, "undo_sad_news", {"customer": "4471"}) == told
    assert everything(shop) == before


def test_a_customer_who_died_is_offered_nothing(shop, ana):
    do(shop, "sad_news", {"customer": "4471"})
    card = do(shop, "card", {"customer": "4471"})
    assert (card["offers"], card["celebrations"], card["ask"]) == ([], [], "")
    assert {one["code"] for one in card["why_not"]} == {"sensitive"}


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"who": "Nobody"}, NotFoundError),
        ({"who": None}, BadInputError),
        ({"how": "sleeps"}, BadInputError),
        ({"how": ""}, BadInputError),
        ({"how": "left"}, BadInputError),
        ({"customer": "Zoe"}, NotFoundError),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(shop, ana, wrong, error):
    before = everything(shop)
    with pytest.raises(error):
        do(shop, "sad_news", {"customer": "4471", **wrong})
    assert everything(shop) == before


def test_it_is_told_and_taken_back_once(shop, ana):
    do(shop, "sad_news", {"customer": "4471"})
    with pytest.raises(RefusedError):
        do(shop, "sad_news", {"customer": "4471"})
    do(shop, "undo_sad_news", {"customer": "4471"})
    with pytest.raises(NotFoundError, match="No sad news was told on this card"):
        do(shop, "undo_sad_news", {"customer": "4471"})
