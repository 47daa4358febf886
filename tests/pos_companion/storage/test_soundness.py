"""Damage is looked for a part at a time."""

from pathlib import Path

import pytest

from pos_companion.errors import DamagedError
from pos_companion.storage import PAGE, Storage
from pos_companion.storage.soundness import Steps, quickly, thoroughly
from tests.pos_companion.storage.records import add_customer, key_for


def ended(steps: Steps) -> list[str]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_every_table_is_a_part_of_its_own(storage: Storage) -> None:
    tables = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ((count,),) = storage.rows(tables)
    assert len(list(quickly(storage.db))) == count
    assert len(list(thoroughly(storage.db, (list, list)))) == count + 4


def test_what_other_looks_find_is_told_too(storage: Storage) -> None:
    assert ended(thoroughly(storage.db, (lambda: ["a counter is wrong"],))) == [
        "a counter is wrong"
    ]


def test_one_bit_on_a_page_that_nothing_else_reads_is_noticed(storage: Storage) -> None:
    add_customer(storage)
    ((page,),) = storage.rows("SELECT rootpage FROM sqlite_master WHERE name = 'coupon'")
    path = Path(storage.db.database)
    storage.close()
    content = bytearray(path.read_bytes())
    content[PAGE * (page - 1) + 100] ^= 1
    path.write_bytes(content)
    again = Storage.open(path.parent, key_for)
    with pytest.raises(DamagedError):
        ended(quickly(again.db))
    again.db.close()
