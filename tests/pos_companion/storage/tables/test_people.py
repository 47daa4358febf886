"""Customers and what hangs on them lie together in the file."""

import peewee
import pytest

from pos_companion.storage import Storage
from pos_companion.storage.tables import (
    CelebrationRow,
    ConsentRow,
    CustomerItemRow,
    CustomerRow,
    LineRow,
    MemberRow,
    RemarkRow,
    VisitRow,
)
from pos_companion.storage.tables.row import Row
from tests.pos_companion.storage.records import NOW, TODAY


@pytest.mark.parametrize(
    "table", [CelebrationRow, ConsentRow, CustomerItemRow, LineRow, RemarkRow, VisitRow]
)
def test_what_a_customer_leaves_lies_with_the_customer(storage: Storage, table: type[Row]) -> None:
    assert table._meta.get_primary_keys()[0].name == "customer_id"
    ((sql,),) = storage.rows(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?",
        (table._meta.table_name,),
    )
    assert sql.endswith("WITHOUT ROWID")


def test_members_lie_with_their_household() -> None:
    assert [one.name for one in MemberRow._meta.get_primary_keys()] == ["household_id", "n"]
    assert MemberRow._meta.without_rowid


def test_a_customer_has_one_answer_to_each_question(storage: Storage) -> None:
    asked = {"customer_id": 7, "kind": "remember", "answer": True, "day": TODAY}
    ConsentRow.insert(**asked).execute()
    ConsentRow.insert(**{**asked, "kind": "offers"}).execute()
    with pytest.raises(peewee.IntegrityError):
        ConsentRow.insert(**{**asked, "answer": False}).execute()


def test_a_row_keeps_days_and_instants(storage: Storage) -> None:
    CustomerRow.insert(id=7, first_visit=TODAY, last_visit=NOW, updated=NOW).execute()
    row = CustomerRow.get_by_id(7)
    assert (row.first_visit, row.last_visit, row.next_n) == (TODAY, NOW, 1)
    assert storage.rows("SELECT first_visit FROM customer") == [(TODAY.toordinal(),)]


def test_a_remark_keeps_what_only_its_kind_knows(storage: Storage) -> None:
    body = {"promise": "größer", "words": [1, None]}
    RemarkRow.insert(customer_id=7, kind="concern", n=1, text="Sour", body=body).execute()
    row = RemarkRow.get()
    assert (row.body, row.is_open, row.due) == (body, True, None)
