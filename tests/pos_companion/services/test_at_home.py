"""The customer, and somebody at home, that a deed is about."""

import pytest

from pos_companion.errors import NotFoundError
from pos_companion.services.at_home import customer_of, household_of, member_of
from tests.builders import add_customer


def test_those_who_are_there_are_found(shop):
    rosa = add_customer("Rosa", family=[("Biscuit", "dog")])
    (biscuit,) = household_of(shop, rosa.id)
    assert customer_of(shop, rosa.id) == rosa
    assert member_of(shop, rosa, biscuit.id) == biscuit


def test_those_who_are_not_are_missed_with_a_sentence(shop):
    rosa, alone = add_customer("Rosa", family=[("Biscuit", "dog")]), add_customer("Bea")
    (biscuit,) = household_of(shop, rosa.id)
    with pytest.raises(NotFoundError, match="not in the records"):
        customer_of(shop, 4711)
    with pytest.raises(NotFoundError, match="Nobody like that"):
        member_of(shop, alone, biscuit.id)
