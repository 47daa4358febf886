"""A store of before days had calendars comes through unharmed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from playhouse.migrations import Runner

from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.people import Customer
from pos_companion.storage import STEPS, STORE, Storage
from pos_companion.storage.day_codes import codes_from
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.pos_companion.storage.records import key_for

_ADD = """
INSERT INTO celebration (customer_id, n, kind, title, year, month, day, leap, yearly, md)
VALUES (7, ?, 'birthday', '', ?, ?, ?, ?, 1, ?)
"""


def an_old_store(folder: Path) -> None:
    db = EncryptedDatabase(folder / STORE, key_for("db"))
    db.connect()
    Runner(db, str(STEPS)).up("0001_first_tables")
    db.execute_sql(
        "INSERT INTO customer (id, name, call_name, say_as, formal, phone, email, card,"
        " description, language, source, visits, next_n, no_celebrations, no_offers, updated)"
        " VALUES (7, 'Ana', '', '', 0, '', '', '', '', '', '', 0, 1, 0, 0, 0)"
    )
    for row in (
        (1, 1990, 5, 1, "", 501),
        (2, None, 2, 29, "mar1", 229),
        (3, None, 5, None, "", 0),
        (4, 1990, None, None, "", 0),
    ):
        db.execute_sql(_ADD, row)
    db.close()


def test_every_day_is_as_it_was_and_a_month_alone_is_found(tmp_path: Path) -> None:
    an_old_store(tmp_path)
    storage = Storage.open(tmp_path, key_for)
    try:
        days = storage.people.celebrations(Customer(7, "Ana"), ())
        assert [(one.n, one.date, one.leap) for one in days] == [
            (1, PartialDate(1990, 5, 1), None),
            (2, PartialDate(None, 2, 29), LeapPolicy.MARCH),
            (3, PartialDate(None, 5), None),
            (4, PartialDate(1990), None),
        ]
        assert not any(one.quiet or one.hidden_from for one in days)
        found = storage.people.ahead(codes_from(date(2026, 5, 2), 3))
        assert [one.celebration.n for one in found] == [3]
        storage.people.put_celebration(replace(days[0], quiet=True))
        changed = storage.people.celebrations(Customer(7, "Ana"), ())
        assert [one.quiet for one in changed] == [True, False, False, False]
    finally:
        storage.close()
