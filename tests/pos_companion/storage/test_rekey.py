"""A new key for the records, and what is left when that is stopped half-way."""

from dataclasses import replace
from pathlib import Path

import pytest

from pos_companion.errors import KeyRequiredError
from pos_companion.storage import STORE, Storage
from pos_companion.storage.keys import ShopKeys, confirm, open_keys
from pos_companion.storage.rekey import begin_change, end_change, of_all_times, that_may_fit
from pos_companion.storage.unlock import open_fitting
from tests.pos_companion.storage.records import NOW, add_customer
from tests.quick_words import stretch_quickly

WORDS = "a passphrase"


@pytest.fixture(autouse=True)
def _stretches_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    stretch_quickly(monkeypatch)


@pytest.fixture
def keys(tmp_path: Path) -> ShopKeys:
    opened = open_keys(tmp_path, tmp_path / STORE, WORDS)
    storage = Storage.open(tmp_path, opened.derive)
    with storage.transaction():
        add_customer(storage, "Ana")
        storage.audit.note(NOW, "Mia", "add")
    storage.close()
    return confirm(opened)


def reopened(folder: Path, words: str = WORDS) -> ShopKeys:
    """As the next start does it; the records have to be whole."""
    keys, storage = open_fitting(
        open_keys(folder, folder / STORE, words), lambda one: Storage.open(folder, one.derive)
    )
    assert storage.check() == []
    assert storage.rows("SELECT count(*) FROM customer") == [(1,)]
    storage.close()
    return end_change(keys)


def change(folder: Path, keys: ShopKeys) -> None:
    storage = Storage.open(folder, keys.derive)
    storage.db.change_key(replace(keys, secret=keys.coming).derive("db"))


def test_stopped_before_the_file_is_touched_the_old_key_stays(
    tmp_path: Path, keys: ShopKeys
) -> None:
    code, _both = begin_change(keys, WORDS)
    assert reopened(tmp_path) == keys
    with pytest.raises(KeyRequiredError):
        open_keys(tmp_path, tmp_path / STORE, code)


def test_stopped_after_the_file_is_changed_the_new_key_takes_over(
    tmp_path: Path, keys: ShopKeys
) -> None:
    code, both = begin_change(keys, WORDS)
    change(tmp_path, both)
    now = reopened(tmp_path)
    assert now.secret == both.coming
    assert reopened(tmp_path, code).secret == both.coming
    assert reopened(tmp_path).coming_wraps == ()


def test_only_the_key_of_the_file_is_another_one_afterwards(tmp_path: Path, keys: ShopKeys) -> None:
    for _ in range(2):
        _code, both = begin_change(reopened(tmp_path), WORDS)
        change(tmp_path, both)
    now = reopened(tmp_path)
    assert now.derive("db") != keys.derive("db")
    assert now.derive("audit") == keys.derive("audit")
    assert now.derive("pin-pepper") == keys.derive("pin-pepper")
    assert [one.secret for one in of_all_times(now)][-1] == keys.secret
    assert len(list(that_may_fit(now))) == 1


def test_a_wrong_passphrase_changes_nothing(tmp_path: Path, keys: ShopKeys) -> None:
    before = (tmp_path / "shop.keys").read_bytes()
    with pytest.raises(KeyRequiredError, match="does not open"):
        begin_change(keys, "a wrong one")
    assert (tmp_path / "shop.keys").read_bytes() == before
