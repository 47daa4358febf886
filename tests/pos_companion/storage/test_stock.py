"""Gifts on the shelf."""

from dataclasses import replace
from datetime import date

import peewee
import pytest

from pos_companion.model.money import Money
from pos_companion.model.stock import Gift, MoveKind, StockMove
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


def test_what_came_and_was_found_missing_is_told_latest_first(storage: Storage) -> None:
    biscuit = storage.stock.add(BISCUIT)
    assert storage.stock.change(biscuit.id, 10)
    assert not storage.stock.change(biscuit.id, -13)
    assert storage.stock.get(biscuit.id, "EUR") == replace(biscuit, on_hand=12)
    came = StockMove(0, biscuit.id, NOW, NOW.date(), MoveKind.RECEIVED, 10, "a box", "Mia")
    first, second = storage.stock.note(came), storage.stock.note(replace(came, pieces=-1))
    assert storage.stock.moves(biscuit.id, 5) == (second, first)
    assert storage.stock.moves_since(NOW) == (first, second)
    assert storage.stock.drop_move(second.id)
    assert not storage.stock.drop_move(second.id)
    assert storage.stock.moves(biscuit.id, 5) == (first,)


def test_a_retired_gift_is_known_but_not_on_the_shelf(storage: Storage) -> None:
    biscuit = storage.stock.add(BISCUIT)
    storage.stock.retire(biscuit.id, NOW)
    assert (storage.stock.gifts("EUR"), storage.stock.is_retired(biscuit.id)) == ({}, True)
    assert storage.stock.retired("EUR") == storage.stock.known("EUR") == {biscuit.id: biscuit}
    storage.stock.retire(biscuit.id, None)
    assert storage.stock.gifts("EUR") == {biscuit.id: biscuit}


def test_a_gift_is_forgotten_only_when_nobody_ever_had_it(storage: Storage) -> None:
    biscuit, bone = storage.stock.add(BISCUIT), storage.stock.add(BISCUIT)
    storage.ledger.add(redemption("a", gift=biscuit.id, state=RedemptionState.GIVEN), NOW)
    assert [storage.stock.drop(one.id) for one in (biscuit, bone)] == [False, True]
    assert list(storage.stock.gifts("EUR")) == [biscuit.id]
    given = storage.stock.given(date(2000, 1, 1))
    assert [sum(days.values()) for days in given.values()] == [1]


def test_what_a_gift_is_can_be_said_anew(storage: Storage) -> None:
    biscuit = storage.stock.add(BISCUIT)
    storage.stock.put(replace(biscuit, name="Bone", on_hand=99, on_order=4))
    assert storage.stock.gifts("EUR")[biscuit.id] == replace(biscuit, name="Bone", on_order=4)
