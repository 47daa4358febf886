"""What is not somebody's usual, as remarks of a customer."""

from dataclasses import replace
from datetime import timedelta

from pos_companion.model.visits import NotUsual
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import NOW, TODAY, add_customer


def test_of_each_product_the_latest_word_stands(storage: Storage) -> None:
    ana = add_customer(storage)
    early = NotUsual(ana.id, 0, 7, NOW - timedelta(days=9), TODAY - timedelta(days=9))
    early = storage.care.add_not_usual(early, "Beans", "Sam")
    late = storage.care.add_not_usual(replace(early, at=NOW, on=TODAY), "Beans", "Sam")
    other = storage.care.add_not_usual(replace(early, product=8), "Tea", "Sam")
    assert storage.care.open_remarks(ana.id).not_usual == (other, late)
    assert len(storage.care.not_usual(ana.id)) == 3
    storage.care.drop_not_usual(late)
    assert storage.care.open_remarks(ana.id).not_usual == (other, early)
