"""The computer's keyring: there, absent, locked, emptied, changed or lying."""

import base64
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import InitError, KeyringLocked, PasswordSetError

from pos_companion.errors import DamagedError, KeyRequiredError
from pos_companion.storage.keys import FILE, SERVICE, confirm, open_keys


class MemoryKeyring(KeyringBackend):
    """Keeps what it is told until the test ends."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.items: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.items.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.items[service, username] = password


class LyingKeyring(MemoryKeyring):
    """Says it kept something and kept something else."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password.swapcase())


class ForgetfulKeyring(MemoryKeyring):
    """Says it kept something and kept nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Nothing is kept."""


class LockedKeyring(MemoryKeyring):
    """Nobody has unlocked it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("locked")


class BrokenKeyring(MemoryKeyring):
    """Does not answer."""

    def get_password(self, service: str, username: str) -> str | None:
        raise InitError("no session bus")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError("refused")


@pytest.fixture(autouse=True)
def _own_keyring_again() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "companion.db"


@pytest.fixture
def ring(tmp_path: Path, store: Path) -> MemoryKeyring:
    """A keyring that holds the key of a shop whose records exist."""
    ring = MemoryKeyring()
    keyring.set_keyring(ring)
    confirm(open_keys(tmp_path, store))
    store.write_bytes(b"records")
    return ring


def test_the_keyring_holds_the_key_and_the_file_does_not(
    tmp_path: Path, store: Path, ring: MemoryKeyring
) -> None:
    opened = open_keys(tmp_path, store)
    ((service, shop),) = ring.items
    assert (service, shop) == (SERVICE, opened.shop)
    assert base64.b64decode(ring.items[service, shop]) == opened.secret
    assert ring.items[service, shop].encode() not in (tmp_path / FILE).read_bytes()
    assert opened.wraps == ()


@pytest.mark.parametrize(
    ("ring", "sentence"),
    [
        (NoKeyring, "has no keyring"),
        (LockedKeyring, "is locked"),
        (BrokenKeyring, "does not answer"),
        (LyingKeyring, "has no keyring"),
        (ForgetfulKeyring, "has no keyring"),
    ],
)
def test_no_shop_is_made_under_a_keyring_that_cannot_keep_its_key(
    tmp_path: Path, store: Path, ring: type[KeyringBackend], sentence: str
) -> None:
    keyring.set_keyring(ring())
    with pytest.raises(KeyRequiredError, match=sentence):
        open_keys(tmp_path, store)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (NoKeyring, "has no keyring. Type the passphrase"),
        (LockedKeyring, "is locked"),
        (BrokenKeyring, "does not answer"),
        (MemoryKeyring, "does not hold the key"),
    ],
)
def test_a_keyring_that_is_not_what_it_was_is_a_question_and_changes_nothing(
    tmp_path: Path,
    store: Path,
    ring: MemoryKeyring,
    now: type[KeyringBackend],
    sentence: str,
) -> None:
    before = (tmp_path / FILE).read_bytes()
    keyring.set_keyring(now())
    with pytest.raises(KeyRequiredError, match=sentence):
        open_keys(tmp_path, store)
    assert (tmp_path / FILE).read_bytes() == before
    keyring.set_keyring(ring)
    open_keys(tmp_path, store)


@pytest.mark.parametrize("item", ["", "no base64!", "AAAA", "ü"])
def test_an_item_that_is_no_key_is_a_question_and_is_not_overwritten(
    tmp_path: Path, store: Path, ring: MemoryKeyring, item: str
) -> None:
    ((service, shop),) = ring.items
    ring.items[service, shop] = item
    with pytest.raises(KeyRequiredError, match="something else"):
        open_keys(tmp_path, store)
    assert ring.items == {(service, shop): item}


def test_with_a_passphrase_the_keyring_is_not_touched(tmp_path: Path, store: Path) -> None:
    keyring.set_keyring(LockedKeyring())
    opened = open_keys(tmp_path, store, "a passphrase")
    assert open_keys(tmp_path, store, "a passphrase").secret == opened.secret
    with pytest.raises(KeyRequiredError, match="is locked"):
        open_keys(tmp_path, store)


def test_records_that_are_gone_are_an_alarm_before_the_keyring_is_asked(
    tmp_path: Path, store: Path, ring: MemoryKeyring
) -> None:
    keyring.set_keyring(LockedKeyring())
    store.unlink()
    with pytest.raises(DamagedError, match="records are missing"):
        open_keys(tmp_path, store)
