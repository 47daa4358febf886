"""`join`: two customers become one household."""

import json

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.services.deeds import do
from tests.builders import add_customer
from tests.state import everything


def test_a_join_is_answered_and_undone(shop):
    rosa, tomas = add_customer("Rosa", family=[("Rex", "dog")]), add_customer("Tomás")
    before = everything(shop)
    answer = do(shop, "join", {"customer": str(rosa.id), "other": str(tomas.id)})
    assert json.loads(json.dumps(answer)) == answer
    assert [one["name"] for one in answer["household"]] == ["Rex", "Rosa", "Tomás"]
    undone = do(shop, "undo_join", {"customer": str(tomas.id)})
    assert undone == {"customer": str(tomas.id), "household": []}
    assert everything(shop) == before
    with pytest.raises(NotFoundError, match="joined no household"):
        do(shop, "undo_join", {"customer": str(tomas.id)})


def test_a_loop_is_refused(shop):
    rosa, tomas = add_customer("Rosa"), add_customer("Tomás")
    with pytest.raises(BadInputError, match="two different people"):
        do(shop, "join", {"customer": str(rosa.id), "other": str(rosa.id)})
    do(shop, "join", {"customer": str(rosa.id), "other": str(tomas.id)})
    before = everything(shop)
    with pytest.raises(RefusedError, match="one household already"):
        do(shop, "join", {"customer": str(tomas.id), "other": str(rosa.id)})
    assert everything(shop) == before
