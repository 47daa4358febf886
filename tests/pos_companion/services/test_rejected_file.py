"""The file of rows that could not be taken in."""

import csv
from pathlib import Path

import pytest

from pos_companion.errors import NotSavedError
from pos_companion.i18n import Phrase
from pos_companion.importers import Rejected
from pos_companion.services.rejected_file import RejectedFile

WHY = Phrase("“{text}” is not an amount.", {"text": "free"})


def test_there_is_no_file_without_rejected_rows(tmp_path: Path) -> None:
    rejected = RejectedFile(tmp_path / "sales.csv")
    rejected.add([])
    rejected.finish()
    assert rejected.keep() is None
    assert list(tmp_path.iterdir()) == []


def test_every_cell_comes_back_and_none_is_a_formula(tmp_path: Path) -> None:
    rejected = RejectedFile(tmp_path / "sales.csv")
    rejected.header = ("sale", "=name")
    rejected.add([Rejected(7, WHY, ("S1", "+49 30\n901820")), Rejected(8, WHY)])
    rejected.finish()
    path = rejected.keep()
    assert path == tmp_path / "sales.rejected.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["Row", "Reason", "sale", "'=name"],
            ["7", "“free” is not an amount.", "S1", "'+49 30\n901820"],
            ["8", "“free” is not an amount."],
        ]


def test_a_discarded_file_leaves_the_one_before_as_it_was(tmp_path: Path) -> None:
    old = tmp_path / "sales.rejected.csv"
    old.write_text("the last time")
    rejected = RejectedFile(tmp_path / "sales.csv")
    rejected.add([Rejected(7, WHY)])
    rejected.discard()
    assert [path.name for path in tmp_path.iterdir()] == [old.name]
    assert old.read_text() == "the last time"


def test_a_folder_nobody_may_write_to_is_told(tmp_path: Path) -> None:
    rejected = RejectedFile(tmp_path / "gone" / "sales.csv")
    with pytest.raises(NotSavedError, match="Nothing was imported"):
        rejected.add([Rejected(7, WHY)])
