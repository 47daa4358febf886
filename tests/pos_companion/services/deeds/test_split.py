"""`split`: a customer leaves a household."""

import json

import pytest

from pos_companion.errors import CompanionError, NotFoundError
from pos_companion.services.deeds import do
from tests.builders import add_customer
from tests.state import everything


@pytest.fixture
def couple(shop):
    rosa = add_customer("Rosa", family=[("Rex", "dog"), ("Miso", "cat")])
    tomas = add_customer("Tomás")
    home = do(shop, "join", {"customer": str(rosa.id), "other": str(tomas.id)})["household"]
    return rosa, tomas, {one["name"]: one["id"] for one in home}


def test_a_parting_is_answered_and_undone(shop, couple):
    _, tomas, ids = couple
    before = everything(shop)
    values = {"customer": str(tomas.id), "takes": [ids["Rex"]], "shares": [ids["Miso"]]}
    answer = do(shop, "split", values)
    assert json.loads(json.dumps(answer)) == answer
    assert [one["name"] for one in answer["household"]] == ["Rex", "Miso", "Tomás"]
    assert [one["name"] for one in answer["stays"]] == ["Miso", "Rosa"]
    do(shop, "undo_split", {"customer": str(tomas.id)})
    assert everything(shop) == before


@pytest.mark.parametrize(
    "wrong", [{"takes": "1"}, {"takes": ["Rex"]}, {"takes": [True]}, {"takes": [4711]}]
)
def test_what_does_not_fit_is_refused_and_nothing_is_done(shop, couple, wrong):
    _, tomas, _ = couple
    before = everything(shop)
    with pytest.raises(CompanionError):
        do(shop, "split", {"customer": str(tomas.id), **wrong})
    assert everything(shop) == before


def test_nobody_parts_from_nobody(shop):
    ana = add_customer("Ana")
    with pytest.raises(CompanionError, match="nothing to part"):
        do(shop, "split", {"customer": str(ana.id)})
    with pytest.raises(NotFoundError, match="left no household"):
        do(shop, "undo_split", {"customer": str(ana.id)})
