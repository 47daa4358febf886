"""Backups in plain values, also where the records themselves cannot be opened."""

from collections.abc import Callable

import pytest

from tests.pos_companion.cli.conftest import Terminal
from tests.quick_words import stretch_quickly


@pytest.fixture(autouse=True)
def _stretches_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    stretch_quickly(monkeypatch)


def test_without_records_that_open_the_backups_are_listed_all_the_same(
    own_terminal: Callable[[], Terminal],
) -> None:
    own_terminal().types("torture-write", "--seed", "1", "--ops", "1")
    terminal = own_terminal()
    terminal.types("backup")
    (terminal.folder / "companion.db").unlink()
    answer = own_terminal().asks("restore")
    assert "The records are missing" in answer["say"]
    assert answer["backups"][0]["deeds"] >= 1
