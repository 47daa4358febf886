"""Pins and unneeded guesses, as remarks of a customer."""

from dataclasses import replace
from datetime import timedelta

from pos_companion.model.stages import NotNeeded, Pin, Stage
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import TODAY, add_customer


def test_a_pin_is_read_with_everything_open_until_it_is_taken_off(storage: Storage) -> None:
    ana = add_customer(storage)
    pin = storage.care.add_pin(Pin(ana.id, 0, Stage.FRIEND, "my aunt", "Sam", TODAY))
    assert storage.care.open_remarks(ana.id).pins == storage.care.pins(ana.id) == (pin,)
    off = replace(pin, taken_off=TODAY)
    storage.care.keep_pin(off)
    assert storage.care.open_remarks(ana.id).pins == ()
    assert storage.care.pins(ana.id) == (off,)
    second = storage.care.add_pin(replace(pin, stage=Stage.MISSED))
    assert [one.n for one in storage.care.pins(ana.id)] == [second.n, 1] == [2, 1]


def test_of_each_product_the_latest_no_stands(storage: Storage) -> None:
    ana = add_customer(storage)
    early = NotNeeded(ana.id, 0, 7, TODAY - timedelta(days=9))
    early = storage.care.add_not_needed(early, "Beans", "Sam")
    late = storage.care.add_not_needed(replace(early, on=TODAY), "Beans", "Sam")
    other = storage.care.add_not_needed(replace(early, product=8), "Tea", "Sam")
    assert storage.care.open_remarks(ana.id).not_needed == (other, late)
    assert len(storage.care.not_needed(ana.id)) == 3
    storage.care.drop_not_needed(late)
    assert storage.care.open_remarks(ana.id).not_needed == (other, early)
