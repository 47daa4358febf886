"""Who did what: a chain that only grows and shows when somebody changed it."""

import peewee
import pytest

from pos_companion.storage import Storage
from pos_companion.storage.audit import AuditDrawer
from tests.pos_companion.storage.records import NOW, key_for, minutes, nothing_kept, other_key_for


@pytest.fixture
def noted(storage: Storage) -> Storage:
    """A store with five deeds in its trail."""
    for n in range(5):
        storage.audit.note(minutes(n), "Mia", "visit", customer=n, given=[n], of="größer")
    return storage


@pytest.fixture
def forger(noted: Storage) -> Storage:
    """The same, with the triggers out of the way."""
    for (name,) in noted.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        noted.rows(f"DROP TRIGGER {name}")
    return noted


def test_an_honest_trail_is_whole(noted: Storage) -> None:
    assert noted.audit.check() == []


def test_an_empty_trail_is_whole(storage: Storage) -> None:
    assert storage.audit.check() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET staff = 'Ben' WHERE id = 3",
        "DELETE FROM audit",
        "DELETE FROM audit WHERE id = 5",
    ],
)
def test_the_table_itself_refuses_changes(noted: Storage, statement: str) -> None:
    with pytest.raises(peewee.IntegrityError, match="append-only"):
        noted.rows(statement)
    assert len(noted.rows("SELECT id FROM audit")) == 5


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE audit SET staff = 'Ben' WHERE id = 3", 3),
        ("UPDATE audit SET ts = ts + 1 WHERE id = 1", 1),
        ("UPDATE audit SET deed = 'undo' WHERE id = 5", 5),
        ("UPDATE audit SET body = replace(body, '2', '7') WHERE id = 3", 3),
        ("UPDATE audit SET mac = 'é' WHERE id = 2", 2),
        ("UPDATE audit SET mac = x'00' WHERE id = 2", 2),
        ("UPDATE audit SET body = x'00' WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 1", 1),
        ("DELETE FROM audit WHERE id = 3", 3),
        ("UPDATE audit SET id = 40 WHERE id = 3", 3),
        ("UPDATE audit SET id = -id", 1),
        (
            "INSERT INTO audit (ts, staff, deed, body, mac)"
            " SELECT ts, staff, deed, body, mac FROM audit WHERE id = 5",
            6,
        ),
        (
            "INSERT INTO audit (ts, staff, deed, body, mac) VALUES (1, 'Mia', 'visit', '{}', '')",
            6,
        ),
    ],
)
def test_every_change_by_hand_is_noticed(forger: Storage, statement: str, broken_at: int) -> None:
    forger.rows(statement)
    assert forger.audit.check() == [f"audit trail broken at {broken_at}"]


def test_two_deeds_that_change_places_are_noticed(forger: Storage) -> None:
    forger.rows("UPDATE audit SET id = 99 WHERE id = 2")
    forger.rows("UPDATE audit SET id = 2 WHERE id = 3")
    forger.rows("UPDATE audit SET id = 3 WHERE id = 99")
    assert forger.audit.check() == ["audit trail broken at 2"]


def test_nobody_without_the_key_can_write_a_trail(noted: Storage) -> None:
    AuditDrawer(noted.db, other_key_for("audit")).note(NOW, "Mia", "visit", customer=9)
    assert noted.audit.check() == ["audit trail broken at 6"]
    assert AuditDrawer(noted.db, key_for("audit")).check() == noted.audit.check()


def test_a_deed_that_was_rolled_back_leaves_no_gap(noted: Storage) -> None:
    with nothing_kept(noted):
        noted.audit.note(NOW, "Mia", "visit", customer=8)
    noted.audit.note(NOW, "Mia", "visit", customer=9)
    assert noted.audit.check() == []
