"""What a fresh machine is told, and when it is left in peace."""

import sys

import pytest

from tools import prepare_machine

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks any")


@pytest.fixture
def no_tools_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither apt-get nor sudo can be found."""
    monkeypatch.setenv("PATH", "/nowhere")


@pytest.fixture
def one_library_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt asks for one library that no machine has."""
    libraries = {"libc.so.6": "libc6", "libnobodyhas.so.7": "libnobodyhas7"}
    monkeypatch.setattr(prepare_machine, "LIBRARIES", libraries)


def test_a_machine_that_has_everything_hears_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prepare_machine, "LIBRARIES", {"libc.so.6": "libc6"})
    assert prepare_machine.main() == 0
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("one_library_short")
def test_only_what_is_missing_is_asked_for() -> None:
    assert prepare_machine.missing() == {"libnobodyhas.so.7": "libnobodyhas7"}


@pytest.mark.usefixtures("one_library_short", "no_tools_at_hand")
def test_without_apt_the_names_of_the_libraries_are_told(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert prepare_machine.main() == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "libnobodyhas.so.7" in err


@pytest.mark.usefixtures("one_library_short")
def test_without_root_there_is_one_line_to_type(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(prepare_machine, "root_prefix", lambda: None)
    assert prepare_machine.main() == 1
    assert capfd.readouterr().err == "Please type: sudo apt-get install libnobodyhas7\n"
