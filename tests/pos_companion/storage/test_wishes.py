"""Wishes that were said."""

from dataclasses import replace
from datetime import date

from pos_companion.model.celebrations import CelebrationKind, Wished
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import add_customer

FIRST = date(2026, 11, 21)


def test_a_wish_is_found_by_the_day_it_was_for_and_can_be_taken_back(storage: Storage) -> None:
    ana = add_customer(storage)
    wish = Wished(ana.id, 0, "being:3", CelebrationKind.NAME_DAY, FIRST, date(2026, 11, 20), "v1")
    first = storage.wishes.add(wish, "Mia")
    second = storage.wishes.add(replace(wish, whose="being:4"), "Mia")
    assert storage.wishes.of_days(FIRST, FIRST) == (
        replace(wish, n=first),
        replace(wish, n=second, whose="being:4"),
    )
    assert storage.wishes.of_days(date(2026, 11, 22), date(2026, 12, 31)) == ()
    storage.wishes.drop(ana.id, first)
    assert [one.n for one in storage.wishes.of_days(FIRST, FIRST)] == [second]


def test_a_wish_is_never_on_the_card(storage: Storage) -> None:
    ana = add_customer(storage)
    wish = Wished(ana.id, 0, "being:3", CelebrationKind.BIRTHDAY, FIRST, FIRST)
    storage.wishes.add(wish, "Mia")
    open_rows = storage.rows("SELECT count(*) FROM remark WHERE is_open = TRUE")
    assert open_rows == [(0,)]
