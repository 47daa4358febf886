from pathlib import Path

import pytest

from pos_companion.cli import demo
from pos_companion.cli.common import Common
from pos_companion.services import Shop
from tests.pos_companion.cli.conftest import Terminal


def test_the_main_job_is_shown_without_a_display(terminal: Terminal) -> None:
    drawn: list[tuple[int, Path]] = []

    def picture(shop: Shop, customer: int, path: Path) -> None:
        assert shop.is_sample
        drawn.append((customer, path))

    assert demo(Common(data_dir=str(terminal.folder), samples=True), picture) == 0
    out = terminal.capture.readouterr().out
    assert "no display" in out
    assert "Rosa Delgado" in out
    assert "Dog biscuit" in out
    assert str(drawn[0][1]) in out


def test_without_samples_the_way_to_the_commands_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert demo(Common(), lambda *_: None) == 1
    assert "--help" in capsys.readouterr().out
