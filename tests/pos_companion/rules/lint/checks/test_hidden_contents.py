from dataclasses import replace

import pytest

from pos_companion.model.money import Money
from pos_companion.model.stock import Gift
from pos_companion.rules.effects.free_item import FreeItem
from tests.pos_companion.rules.lint.linting import EUROS, codes, sound

PLAIN = Gift(1, "Cookie", 9, Money(60, "EUR"))


@pytest.mark.parametrize(
    ("name", "tag"),
    [("Almond biscuit", "nuts"), ("Small prosecco", "alcohol"), ("Käse mit Haselnuss", "nuts")],
)
def test_a_name_that_tells_more_than_the_tags(name, tag):
    bare = replace(PLAIN, name=name)
    assert "hidden_contents" in codes(sound(), gifts={1: bare})
    tagged = replace(bare, tags=frozenset({tag, "milk"}))
    assert codes(sound(), gifts={1: tagged}) == set()


def test_a_free_item_says_what_it_contains_too():
    rule = sound(effects=(FreeItem("Walnut bread", EUROS),))
    assert codes(rule) == {"hidden_contents"}
    assert codes(sound(effects=(FreeItem("Walnut bread", EUROS, ("nuts",)),))) == set()


@pytest.mark.parametrize(
    "name", ["Dog biscuit, peanut-free", "Cake without nuts", "Nussfreier Keks", "Keks ohne Nüsse"]
)
def test_what_is_said_not_to_be_in_it_is_not(name):
    assert codes(sound(), gifts={1: replace(PLAIN, name=name)}) == set()
