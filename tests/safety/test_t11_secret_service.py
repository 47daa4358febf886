"""T11: the key of the shop in a real Secret Service. Source: safety.md §2, §10."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pos_companion.storage import STORE

_SCRIPT = Path(__file__).with_name("secret_service.py")
_NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
_BUS = """
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""A bus that starts nothing by itself, so that a service that is not there is not there."""


def missing() -> str:
    """Why it cannot run here; empty when it can."""
    if sys.platform != "linux":
        return "it needs Linux"
    lacking = [name for name in _NEEDED if shutil.which(name) is None]
    return f"there is no {', '.join(lacking)}" if lacking else ""


pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not run: {missing()}")


def tried(state: str, place: Path) -> list[str]:
    """What was said, on a bus and with a keyring of its own."""
    bus, home, runtime = place / "bus.conf", place / "home", place / "runtime"
    bus.write_text(_BUS)
    for folder in (home, runtime):
        folder.mkdir(mode=0o700)
    kept = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND")
    environment = {name: value for name, value in os.environ.items() if name not in kept}
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)}
    environment |= {"XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache")}
    done = subprocess.run(
        ["dbus-run-session", f"--config-file={bus}", "--", sys.executable, _SCRIPT, state,
         place / "shop"],
        capture_output=True, text=True, timeout=120, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_t11_a_key_in_the_keyring_opens_the_shop_again(tmp_path: Path) -> None:
    backend, first, again = tried("unlocked", tmp_path)
    assert backend == "keyring.backends.SecretService"
    assert first.startswith("open ")
    assert again == first


@pytest.mark.parametrize(
    ("state", "sentence"),
    [("locked", "The keyring of this computer is locked."), ("emptied", "keyring")],
)
def test_t11_a_keyring_that_does_not_give_the_key_is_asked_about_and_nothing_is_made_anew(
    tmp_path: Path, state: str, sentence: str
) -> None:
    _backend, first, again = tried(state, tmp_path)
    assert first.startswith("open ")
    assert sentence in again
    assert not again.startswith("open ")
    assert (tmp_path / "shop" / STORE).stat().st_size > 0


def test_t11_without_a_keyring_no_shop_is_made(tmp_path: Path) -> None:
    _backend, first, again = tried("absent", tmp_path)
    assert first == again == "This computer has no keyring. Choose a passphrase for the records."
    assert not (tmp_path / "shop" / STORE).exists()
