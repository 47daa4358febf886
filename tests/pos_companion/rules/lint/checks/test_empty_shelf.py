from dataclasses import replace

from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.effects.service import Service
from tests.pos_companion.rules.cases import SHELF
from tests.pos_companion.rules.lint.linting import said, sound

GONE = {**SHELF, 1: replace(SHELF[1], on_hand=0)}


def complaints(rule, gifts=GONE):
    return said(rule, "empty_shelf", gifts=gifts)


def test_a_gift_that_ran_out_is_on_order_or_has_another_beside_it():
    assert len(complaints(sound())) == 1
    assert complaints(sound(), {1: replace(GONE[1], on_order=12)}) == []
    assert complaints(sound(effects=(Gift(1), Gift(3)))) == []
    assert complaints(sound(effects=(Gift(1), Service("Carry it")))) == []


def test_a_gift_that_is_not_on_the_shelf_is_never_right():
    assert complaints(sound(effects=(Gift(99), Gift(3)))) == [
        "One of its gifts is not on the shelf any more. Choose another."
    ]
