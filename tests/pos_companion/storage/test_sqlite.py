"""The encrypted file that holds the records."""

from pathlib import Path

import pytest

from pos_companion.errors import DamagedError, KeyRequiredError
from pos_companion.storage.sqlite import EncryptedDatabase

KEY, OTHER_KEY = b"k" * 32, b"o" * 32


def test_what_is_written_is_read_with_its_key_and_with_no_other(tmp_path: Path) -> None:
    first = EncryptedDatabase(tmp_path / "some.db", KEY)
    first.open_records()
    first.execute_sql("CREATE TABLE said (what TEXT)")
    first.execute_sql("INSERT INTO said VALUES ('Biscuit')")
    assert first.inspect() == []
    first.close()
    with pytest.raises(KeyRequiredError):
        EncryptedDatabase(tmp_path / "some.db", OTHER_KEY).open_records()
    again = EncryptedDatabase(tmp_path / "some.db", KEY)
    again.open_records()
    assert again.execute_sql("SELECT what FROM said").fetchall() == [("Biscuit",)]
    again.tidy_up()
    again.close()
    assert b"Biscuit" not in (tmp_path / "some.db").read_bytes()


def test_a_fragment_is_never_taken_for_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "some.db").write_bytes(b"half a page")
    with pytest.raises(DamagedError, match="part of it is missing"):
        EncryptedDatabase(tmp_path / "some.db", KEY).open_records()
    assert (tmp_path / "some.db").read_bytes() == b"half a page"
