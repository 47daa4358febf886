"""Opens a shop whose key lies in a real Secret Service; runs on a private bus of its own.

`python tests/safety/secret_service.py STATE FOLDER`, where the state is `absent`, `unlocked`,
`locked` or `emptied`. Says one line for each thing that was tried.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import keyring
import secretstorage

from pos_companion.errors import CompanionError
from pos_companion.services import open_shop
from pos_companion.settings import Settings
from pos_companion.storage.keys import SERVICE

_PASSWORD = b"the password of the keyring"
_PATIENCE = 20.0


def serve() -> "subprocess.Popen[bytes]":
    """The service, with its keyring unlocked."""
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    assert daemon.stdin is not None
    daemon.stdin.write(_PASSWORD)
    daemon.stdin.close()
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        bus = secretstorage.dbus_init()
        is_up = secretstorage.check_service_availability(bus)
        if is_up and not secretstorage.get_default_collection(bus).is_locked():
            return daemon
        time.sleep(0.1)
    raise TimeoutError("the Secret Service did not come up")


def opened(folder: Path) -> str:
    """What comes of opening the shop: the id of its key, or a sentence."""
    try:
        shop = open_shop(Settings(data_dir=folder))
    except CompanionError as error:
        return str(error)
    try:
        return f"open {shop.keys.shop} {shop.keys.derive('db').hex()[:16]}"
    finally:
        shop.close()


def lock() -> None:
    """Lock the keyring, as its owner does."""
    secretstorage.get_default_collection(secretstorage.dbus_init()).lock()


def empty(folder: Path) -> None:
    """Somebody tidies up in the keyring."""
    bus = secretstorage.dbus_init()
    for item in list(secretstorage.search_items(bus, {"service": SERVICE})):
        item.delete()


def main(state: str, folder: Path) -> None:
    """Make the shop, do it to the keyring, and open the shop again."""
    os.environ.pop("PYTHON_KEYRING_BACKEND", None)
    daemon = None if state == "absent" else serve()
    try:
        say(type(keyring.get_keyring()).__module__)
        say(opened(folder))
        if state == "locked":
            lock()
        if state == "emptied":
            empty(folder)
        say(opened(folder))
    finally:
        if daemon is not None:
            daemon.terminate()
            daemon.wait()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
