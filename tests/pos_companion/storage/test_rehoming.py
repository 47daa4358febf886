"""Whatever points at a customer is known to merging, today's tables and tomorrow's."""

import re
from typing import Any

import pytest

from pos_companion.storage import Storage
from pos_companion.storage.homes import Homes
from pos_companion.storage.rehoming import BY_NAME, Rehoming, numbered_tables, pointing_tables
from pos_companion.storage.tables import TABLES
from pos_companion.storage.turns import Turns
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, contents

POINTS_AT_CUSTOMERS = re.compile(
    r"customer|referred|referrer|introduced|sent_by|person_id|(^|_)who$"
)


def test_every_column_that_points_at_a_customer_is_known_to_merging() -> None:
    known = {*BY_NAME, *numbered_tables(), *pointing_tables()}
    strangers = [
        f"{row._meta.table_name}.{column}"
        for row in TABLES
        for column in row._meta.columns
        if POINTS_AT_CUSTOMERS.search(column) and row._meta.table_name not in known
    ]
    assert strangers == []


@pytest.mark.parametrize("table", [*numbered_tables(), *pointing_tables()])
def test_tables_carried_by_their_shape_point_at_customers_in_one_column_only(table: str) -> None:
    (row,) = (row for row in TABLES if row._meta.table_name == table)
    found = [column for column in row._meta.columns if POINTS_AT_CUSTOMERS.search(column)]
    # Who sent them is carried over with the way they came across the shop.
    assert [one for one in found if (table, one) != ("remark", "sent_by")] == ["customer_id"]


def test_tables_known_by_name_exist() -> None:
    assert {row._meta.table_name for row in TABLES} >= BY_NAME.keys()


def filler(column: str, kind: str, customer: int) -> Any:
    """A value that fits a column."""
    if column == "customer_id":
        return customer
    if column == "kind":
        return "note"
    if column in {"body", "reason"}:
        return "{}"
    if kind.upper() == "BOOLEAN":
        return True
    return 1 if kind.upper() in {"INTEGER", "BIGINT", "SMALLINT"} else ""


@pytest.mark.parametrize("table", [*numbered_tables(), *pointing_tables(), "consent", "redemption"])
def test_a_row_of_any_table_goes_over_and_comes_back(storage: Storage, table: str) -> None:
    ana, anna = add_customer(storage, "Ana Kos"), add_customer(storage, "Anna Kos")
    columns = storage.db.get_columns(table)
    values = {one.name: filler(one.name, one.data_type, anna.id) for one in columns}
    marks = ", ".join("?" * len(values))
    with storage.transaction():
        storage.db.execute_sql(
            f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values())
        )
    before = contents(storage, "search_doc", "setting", "merge")
    with storage.transaction():
        joined = storage.merging.merge(ana.id, anna.id, {}, False, NOW)
    assert storage.rows(f"SELECT DISTINCT customer_id FROM {table}") == [(ana.id,)]
    with storage.transaction():
        storage.merging.unmerge(joined.id, NOW)
    assert contents(storage, "search_doc", "setting", "merge") == before


def remark(storage: Storage, customer: int, kind: str, n: int, text: str, body: str = "{}") -> None:
    """Write a remark as any helper would."""
    storage.db.execute_sql(
        "INSERT INTO remark (customer_id, kind, n, is_open, discretion, author, heard_on, text,"
        " body) VALUES (?, ?, ?, TRUE, 'know', '', ?, ?, ?)",
        (customer, kind, n, TODAY.toordinal(), text, body),
    )


def carried(storage: Storage, keep: int, away: int) -> Rehoming:
    """Everything of one customer carried over to another."""
    turns = Turns(storage.db)
    rows = {row["id"]: row for row in turns.rows("customer", "id IN (?, ?)", (keep, away))}
    homes = Homes(turns, rows[keep], rows[away])
    homes.settle({})
    everything = Rehoming(turns, keep, away, homes)
    everything.carry()
    everything.around(homes.others())
    return everything


def test_a_question_follows_the_thread_it_was_about(storage: Storage) -> None:
    ana, anna = add_customer(storage, "Ana Kos"), add_customer(storage, "Anna Kos")
    remark(storage, ana.id, "thread", 1, "How was Rome?")
    remark(storage, ana.id, "asked", 1, "thread:1")
    remark(storage, anna.id, "thread", 1, "How was Lisbon?")
    remark(storage, anna.id, "asked", 1, "thread:1")
    carried(storage, ana.id, anna.id)
    rows = storage.rows("SELECT kind, n, text FROM remark WHERE customer_id = ?", [ana.id])
    assert sorted(rows) == [
        ("asked", 1, "thread:1"),
        ("asked", 2, "thread:2"),
        ("thread", 1, "How was Rome?"),
        ("thread", 2, "How was Lisbon?"),
    ]


def test_whoever_was_sent_by_the_record_that_goes_was_sent_by_the_survivor(
    storage: Storage,
) -> None:
    ana, anna = add_customer(storage, "Ana Kos"), add_customer(storage, "Anna Kos")
    tom = add_customer(storage, "Tom Lim")
    remark(storage, tom.id, "touch", 1, "", f'{{"referred_by": {anna.id}, "effort": ""}}')
    carried(storage, ana.id, anna.id)
    ((body,),) = storage.rows("SELECT body FROM remark")
    assert f'"referred_by": {ana.id},' in body


@pytest.mark.parametrize(
    ("mine", "theirs", "counts"),
    [
        ((True, 0), (False, 1), False),
        ((False, 0), (True, 1), True),
        ((True, 1), (False, 0), True),
        ((True, 0), (False, 0), False),
        ((False, 0), (True, 0), False),
    ],
)
def test_of_two_answers_the_later_one_counts_and_on_one_day_the_no(
    storage: Storage, mine: tuple[bool, int], theirs: tuple[bool, int], counts: bool
) -> None:
    ana, anna = add_customer(storage, "Ana Kos"), add_customer(storage, "Anna Kos")
    for customer, (answer, days) in ((ana, mine), (anna, theirs)):
        storage.db.execute_sql(
            "INSERT INTO consent (customer_id, kind, answer, day, asked_by)"
            " VALUES (?, 'memory', ?, ?, '')",
            (customer.id, answer, TODAY.toordinal() + days),
        )
    everything = carried(storage, ana.id, anna.id)
    assert storage.rows("SELECT customer_id, answer FROM consent") == [(ana.id, counts)]
    assert everything.remembered == counts
