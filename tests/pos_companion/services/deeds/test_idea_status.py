import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.services.deeds import do


def test_an_idea_is_decided_on(shop, ana):
    do(shop, "idea", {"customer": "4471", "text": "milk in glass bottles"})
    wanted = {"customer": "4471", "n": 1, "status": "not_now", "answer": "The shelf is full."}
    decided = do(shop, "idea_status", wanted)
    assert (decided["state"], decided["answer"]) == ("not_now", "The shelf is full.")
    with pytest.raises(BadInputError, match="Why not now"):
        do(shop, "idea_status", {**wanted, "answer": ""})
    with pytest.raises(NotFoundError):
        do(shop, "idea_status", {**wanted, "n": 2})
