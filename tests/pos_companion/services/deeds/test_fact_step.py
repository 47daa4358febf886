"""What they told us is put right in one step."""

import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.services.deeds import do


def told(shop):
    return [one["text"] for one in do(shop, "card", {"customer": "4471"})["told"]]


def test_what_is_not_so_leaves_the_card_for_good(shop, ana):
    assert told(shop) == ["Likes jazz"]
    answer = do(shop, "fact_step", {"customer": "4471", "n": 1, "step": "wrong"})
    assert answer == {
        "customer": str(ana.id),
        "n": 1,
        "kind": "note",
        "used_on": None,
        "confirmed_on": None,
        "wrong_on": "2025-11-21",
    }
    assert told(shop) == []
    with pytest.raises(NotFoundError):
        do(shop, "fact_step", {"customer": "4471", "n": 1, "step": "confirm"})


def test_what_helped_and_is_still_so_says_when(shop, ana):
    used = do(shop, "fact_step", {"customer": "4471", "n": "1", "step": "used"})
    assert used["used_on"] == "2025-11-21"
    confirmed = do(shop, "fact_step", {"customer": "4471", "n": 1, "step": "confirm"})
    assert confirmed["confirmed_on"] == "2025-11-21"


def test_a_locked_fact_is_put_right_without_its_words(shop, ana):
    assert "Secret" not in str(
        do(shop, "fact_step", {"customer": "4471", "n": 2, "step": "confirm"})
    )


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"step": "forget"}, BadInputError),
        ({"step": None}, BadInputError),
        ({"n": 99}, NotFoundError),
        ({"n": "one"}, BadInputError),
        ({"customer": "Zoe"}, NotFoundError),
    ],
)
def test_what_makes_no_sense_is_refused(shop, ana, wrong, error):
    with pytest.raises(error):
        do(shop, "fact_step", {"customer": "4471", "n": 1, "step": "used", **wrong})
    assert told(shop) == ["Likes jazz"]
