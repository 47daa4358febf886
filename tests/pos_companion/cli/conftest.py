"""A folder with the sample shop of today, and a hand that types commands."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pos_companion.cli import run


@dataclass
class Terminal:
    """Runs commands on one folder and keeps what they printed."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    samples: bool = True
    out: str = ""
    err: str = ""

    def types(self, *words: str) -> int:
        options = ["--data-dir", str(self.folder), *(["--samples"] if self.samples else [])]
        code = run([*words, *options])
        self.out, self.err = self.capture.readouterr()
        return code

    def asks(self, *words: str) -> dict[str, Any]:
        """The one JSON object that a command answers with; it must have gone well."""
        assert self.types(*words, "--json") == 0, self.err
        assert self.out.count("\n") == 1
        assert not self.err
        answer: dict[str, Any] = json.loads(self.out)
        return answer


@pytest.fixture(scope="session")
def samples_of_today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "shop"
    assert run(["self-check", "--json", "--data-dir", str(folder)]) in {0, 1}
    assert run(["find", "rosa", "--json", "--samples", "--data-dir", str(folder)]) == 0
    return folder


@pytest.fixture
def terminal(
    samples_of_today: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """A terminal in front of the sample shop."""
    shutil.copytree(samples_of_today, tmp_path / "shop")
    capsys.readouterr()
    return Terminal(tmp_path / "shop", capsys)


@pytest.fixture
def own_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Terminal]:
    """A terminal in front of an empty shop of one's own; call it before every command."""

    def ready() -> Terminal:
        # The passphrase is read once and taken out of the environment, so it is set again.
        monkeypatch.setenv("POS_COMPANION_PASSPHRASE", "for the command line")
        return Terminal(tmp_path / "own", capsys, samples=False)

    return ready
