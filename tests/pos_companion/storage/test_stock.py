"""Gifts on the shelf."""

from dataclasses import replace

import peewee
import pytest

from pos_companion.model.money import Money
from pos_companion.model.stock import Gift
from pos_companion.rules import RedemptionState
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import NOW, redemption

BISCUIT = Gift(
    0,
    "Dog biscuit",
    2,
    Money(35, "EUR"),
    tags=frozenset({"dog", "nuts"}),
    reorder_at=3,
    icon="bone",
)


def test_a_gift_comes_back_as_it_was_put_on_the_shelf(storage: Storage) -> None:
    biscuit = storage.stock.add(BISCUIT)
    assert biscuit == replace(BISCUIT, id=1)
    assert storage.stock.add(replace(BISCUIT, id=17)).id == 17
    assert storage.stock.gifts("EUR") == {1: biscuit, 17: replace(BISCUIT, id=17)}


def test_the_last_one_is_given_once(storage: Storage) -> None:
    biscuit = storage.stock.add(BISCUIT)
    assert [storage.stock.take(biscuit.id) for _ in range(3)] == [True, True, False]
    assert storage.stock.gifts("EUR")[biscuit.id].on_hand == 0
    storage.stock.put_back(biscuit.id)
    storage.stock.put_back(biscuit.id, 10)
    assert storage.stock.gifts("EUR")[biscuit.id].on_hand == 11
    assert not storage.stock.take(4711)


def test_the_shelf_itself_refuses_less_than_nothing(storage: Storage) -> None:
    biscuit = storage.stock.add(BISCUIT)
    with pytest.raises(peewee.IntegrityError):
        storage.stock.put_back(biscuit.id, -3)


def test_what_is_promised_is_counted_over_the_ledger(storage: Storage) -> None:
    biscuit = storage.stock.add(BISCUIT)
    promised = storage.ledger.add(redemption("a", gift=biscuit.id), NOW)
    storage.ledger.add(redemption("b", gift=biscuit.id, state=RedemptionState.GIVEN), NOW)
    storage.ledger.add(redemption("c"), NOW)
    assert storage.stock.gifts("EUR")[biscuit.id].reserved == 1
    assert storage.stock.gifts("EUR")[biscuit.id].free == 1
    storage.ledger.settle(promised.id, RedemptionState.RELEASED, NOW)
    assert storage.stock.gifts("EUR")[biscuit.id].reserved == 0
