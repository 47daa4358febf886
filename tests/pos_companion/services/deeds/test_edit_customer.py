"""`edit_customer`: what is named changes, everything else stays."""

import pytest

from pos_companion.errors import CompanionError
from pos_companion.services.deeds import do
from tests.builders import add_customer
from tests.state import everything


def test_only_the_named_fields_change(shop):
    ana = add_customer("Ana Slva", phone="+493001104471")
    answer = do(shop, "edit_customer", {"customer": str(ana.id), "name": "Ana Silva"})
    assert answer["customer"]["name"] == "Ana Silva"
    assert (answer["customer"]["phone"], answer["not_kept"]) == ("+493001104471", [])


def test_a_yes_and_what_it_allows_may_come_together(shop):
    ana = add_customer("Ana Silva", remember=None)
    values = {"customer": str(ana.id), "phone": "030 0110 4471", "channel": "phone"}
    answer = do(shop, "edit_customer", values)
    assert (answer["customer"]["phone"], answer["not_kept"]) == ("", ["phone", "channel"])
    assert answer["why"]
    answer = do(shop, "edit_customer", {**values, "remember": True})
    assert (answer["customer"]["phone"], answer["not_kept"]) == ("+493001104471", [])


def test_what_is_known_already_may_stay_and_go(shop):
    ana = add_customer("Ana Silva", phone="+493001104471", remember=None)
    answer = do(shop, "edit_customer", {"customer": str(ana.id), "phone": ""})
    assert (answer["customer"]["phone"], answer["not_kept"]) == ("", [])


def test_a_new_name_is_the_name_at_home_too(shop):
    rosa, tomas = add_customer("Rosa Delgado"), add_customer("Tomas Delgado")
    do(shop, "join", {"customer": str(rosa.id), "other": str(tomas.id)})
    do(shop, "edit_customer", {"customer": str(tomas.id), "name": "Tomás Delgado"})
    home = do(shop, "split", {"customer": str(tomas.id)})["household"]
    assert [one["name"] for one in home] == ["Tomás Delgado"]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"nmae": "Ana"},
        {"name": ""},
        {"name": None},
        {"name": "x" * 10_000},
        {"phone": "4111 1111 1111 1111"},
        {"email": "nobody"},
        {"card": "x" * 10_000},
        {"channel": None},
        {"no_offers": 1},
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(shop, wrong):
    ana = add_customer("Ana Silva")
    before = everything(shop)
    with pytest.raises(CompanionError):
        do(shop, "edit_customer", {"customer": str(ana.id), **wrong})
    with pytest.raises(CompanionError):
        do(shop, "edit_customer", {"customer": "4711", "name": "Ana"})
    assert everything(shop) == before
