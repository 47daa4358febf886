"""The two commands of the torture speak one line at a time, and stop in a sentence."""

from collections.abc import Callable

import pytest

from tests.pos_companion.cli.conftest import Terminal
from tests.quick_words import stretch_quickly


@pytest.fixture(autouse=True)
def _stretches_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    stretch_quickly(monkeypatch)


def test_it_writes_and_tells_what_is_there(own_terminal: Callable[[], Terminal]) -> None:
    terminal = own_terminal()
    assert terminal.types("torture-write", "--seed", "3", "--ops", "2") == 0
    said = terminal.out.splitlines()
    assert [line.split()[0] for line in said] == ["TRY", "ACK", "TRY", "ACK"]
    terminal = own_terminal()
    assert terminal.types("torture-dump") == 0
    ids = sorted(line.split()[1] for line in said[::2])
    assert terminal.out.splitlines() == [*(f"HAVE {one} 1" for one in ids), "CHECK ok"]
    terminal = own_terminal()
    (terminal.folder / "shop.keys").write_text("rubbish")
    assert terminal.types("torture-dump") == 3
    assert terminal.out.startswith("STOP damaged: The key file cannot be read")


def test_where_there_is_no_shop_none_is_made(own_terminal: Callable[[], Terminal]) -> None:
    terminal = own_terminal()
    assert terminal.types("torture-dump") == 1
    assert terminal.out.startswith("STOP not_found")
    assert not terminal.folder.exists()
