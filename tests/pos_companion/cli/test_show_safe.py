"""What people read about their backups."""

import pytest

from pos_companion.cli import show_safe


def test_no_backup_yet_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    show_safe.copies({"backups": []})
    assert "There is no backup yet." in capsys.readouterr().out


def test_a_backup_that_did_not_reach_the_stick_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    made = {"backup": "/a/[b].backup", "customers": 3, "visits": 9, "elsewhere": ""}
    show_safe.backed_up({**made, "trouble": "The stick is full."})
    said = capsys.readouterr().out
    assert "/a/[b].backup" in said
    assert "It is not in the second folder. The stick is full." in said


def test_what_a_backup_lacks_stands_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    one = {"at": "2025-11-21T08:00:00+00:00", "customers": 3, "visits": 9, "sound": True}
    show_safe.copies({"backups": [{**one, "visits_since": 214}]})
    assert "214 visits less than now" in capsys.readouterr().out
