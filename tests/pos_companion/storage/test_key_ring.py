"""The keyring as a holder; `test_keyring.py` tells what happens to the shop."""

from collections.abc import Iterator

import keyring
import pytest

from pos_companion.errors import KeyRequiredError
from pos_companion.storage.key_ring import (
    from_keyring,
    into_keyring,
    out_of_keyring,
    require_keyring,
)
from tests.pos_companion.storage.test_keyring import LockedKeyring, MemoryKeyring


class WholeKeyring(MemoryKeyring):
    """One that can drop an item too."""

    def delete_password(self, service: str, username: str) -> None:
        del self.items[service, username]


@pytest.fixture
def ring() -> Iterator[WholeKeyring]:
    before = keyring.get_keyring()
    keyring.set_keyring(ring := WholeKeyring())
    yield ring
    keyring.set_keyring(before)


def test_a_key_goes_in_and_out(ring: WholeKeyring) -> None:
    require_keyring()
    assert from_keyring("shop") is None
    into_keyring("shop", bytes(32))
    assert from_keyring("shop") == bytes(32)
    out_of_keyring("shop")
    out_of_keyring("shop")
    assert ring.items == {}


def test_a_locked_one_is_a_question(ring: WholeKeyring) -> None:
    keyring.set_keyring(LockedKeyring())
    for ask in (require_keyring, lambda: from_keyring("shop"), lambda: out_of_keyring("shop")):
        with pytest.raises(KeyRequiredError, match="is locked"):
            ask()
