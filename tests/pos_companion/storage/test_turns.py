import json

import pytest

from pos_companion.storage import Storage
from pos_companion.storage.turns import Record, Turns, keys_of
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, contents, redemption


def a_remark(storage: Storage, n: int = 1, text: str = "Likes rye") -> Record:
    storage.db.execute_sql(
        "INSERT INTO remark (customer_id, kind, n, is_open, discretion, author, heard_on, text,"
        " body) VALUES (1, 'fact', ?, TRUE, 'know', 'Mia', ?, ?, '{}')",
        (n, TODAY.toordinal(), text),
    )
    (row,) = Turns(storage.db).rows("remark", "customer_id = 1 AND n = ?", (n,))
    return row


def undone(storage: Storage, turns: Turns) -> None:
    """Taken back as it is later: from plain JSON values."""
    Turns(storage.db).take_back(json.loads(json.dumps(turns.made)))


def test_what_was_changed_dropped_and_added_is_taken_back(storage: Storage) -> None:
    first, second = a_remark(storage), a_remark(storage, 2)
    before = contents(storage)
    turns = Turns(storage.db)
    moved = turns.change("remark", first, {"customer_id": 2, "n": 7, "text": "Likes rye"})
    turns.change("remark", moved, {"text": "Loves rye"})
    turns.drop("remark", second)
    turns.add("remark", {**second, "customer_id": 3})
    assert len(turns.made) == 4
    undone(storage, turns)
    assert contents(storage) == before


def test_nothing_is_noted_where_nothing_changes(storage: Storage) -> None:
    row = a_remark(storage)
    turns = Turns(storage.db)
    assert turns.change("remark", row, {"text": row["text"]}) is row
    assert turns.made == []


def test_what_was_corrected_since_goes_back_as_it_is_now(storage: Storage) -> None:
    turns = Turns(storage.db)
    turns.change("remark", a_remark(storage), {"customer_id": 2, "about": 5})
    storage.db.execute_sql("UPDATE remark SET text = 'Likes spelt', is_open = FALSE, about = 6")
    undone(storage, turns)
    rows = storage.rows("SELECT customer_id, n, text, is_open, about FROM remark")
    assert rows == [(1, 1, "Likes spelt", 0, 6)]


def test_what_is_gone_since_stays_gone_and_so_does_another_row_of_its_number(
    storage: Storage,
) -> None:
    turns = Turns(storage.db)
    turns.change("remark", a_remark(storage), {"customer_id": 2})
    storage.db.execute_sql("UPDATE remark SET heard_on = heard_on + 30")
    undone(storage, turns)
    assert storage.rows("SELECT customer_id FROM remark") == [(2,)]
    storage.db.execute_sql("DELETE FROM remark")
    undone(storage, turns)
    assert storage.rows("SELECT customer_id FROM remark") == []


def test_a_row_that_was_added_stays_once_somebody_changed_it(storage: Storage) -> None:
    turns = Turns(storage.db)
    turns.add("remark", {**a_remark(storage), "n": 2})
    storage.db.execute_sql("UPDATE remark SET text = 'Likes spelt' WHERE n = 2")
    undone(storage, turns)
    assert storage.rows("SELECT n FROM remark ORDER BY n") == [(1,), (2,)]


@pytest.mark.parametrize("how", ["move", "drop"])
def test_where_the_old_number_is_taken_it_gets_the_next_one(storage: Storage, how: str) -> None:
    row = a_remark(storage)
    turns = Turns(storage.db)
    if how == "move":
        turns.change("remark", row, {"customer_id": 2})
    else:
        turns.drop("remark", row)
    a_remark(storage, text="Has a new bike")
    undone(storage, turns)
    rows = storage.rows("SELECT customer_id, n, text FROM remark ORDER BY n")
    assert rows == [(1, 1, "Has a new bike"), (1, 2, "Likes rye")]


@pytest.mark.parametrize(
    ("meanwhile", "place"),
    [
        ("", "customer:1:ever"),
        ("UPDATE redemption SET state = 'voided' WHERE id = 1", None),
        ("UPDATE redemption SET beneficiary = 'customer:1', period_key = 'customer:1:ever'"
         " WHERE id = 2", None),
    ],
)  # fmt: skip
def test_a_once_only_place_is_had_again_unless_it_is_over_or_taken(
    storage: Storage, meanwhile: str, place: str | None
) -> None:
    with storage.transaction():
        for key in ("one", "two"):
            storage.ledger.add(redemption(key, period_key=""), NOW)
    storage.db.execute_sql("UPDATE redemption SET period_key = 'customer:1:ever' WHERE id = 1")
    turns = Turns(storage.db)
    (row,) = turns.rows("redemption", "id = 1", ())
    turns.change("redemption", row, {"period_key": None, "beneficiary": "customer:2"})
    if meanwhile:
        storage.db.execute_sql(meanwhile)
    undone(storage, turns)
    rows = storage.rows("SELECT beneficiary, period_key FROM redemption WHERE id = 1")
    assert rows == [("customer:1", place)]


def test_the_keys_of_a_table_are_known() -> None:
    assert keys_of("remark") == ("customer_id", "kind", "n")
    with pytest.raises(LookupError):
        keys_of("nothing")


def test_numbers_go_on_within_their_customer(storage: Storage) -> None:
    add_customer(storage, "Ana")
    a_remark(storage, 4)
    within = {"customer_id": 1, "kind": "fact"}
    assert Turns(storage.db).next_n("remark", within) == 5
    assert Turns(storage.db).next_n("remark", {**within, "kind": "need"}) == 1
