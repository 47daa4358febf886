"""The key of a shop: never made twice, never lost silently, never given to a stranger."""

import hashlib
import json
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pos_companion.errors import CompanionError, DamagedError, KeyRequiredError, NotSavedError
from pos_companion.storage import wraps
from pos_companion.storage.keys import FILE, ShopKeys, confirm, open_keys

PASSPHRASE = "every dog has its day"


@pytest.fixture(autouse=True)
def _stretches_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of a second for each key is for burglars, not for tests."""

    def quick(words: bytes, salt: bytes, **_: Any) -> bytes:
        return hashlib.sha256(salt + words).digest()

    monkeypatch.setattr(wraps, "hash_secret_raw", quick)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where the records are or will be."""
    return tmp_path / "companion.db"


@pytest.fixture
def made(tmp_path: Path, store: Path) -> ShopKeys:
    """A shop under a passphrase, whose records exist."""
    opened = open_keys(tmp_path, store, PASSPHRASE)
    store.write_bytes(b"records")
    return confirm(opened)


def test_a_passphrase_opens_what_it_closed(tmp_path: Path, store: Path, made: ShopKeys) -> None:
    assert open_keys(tmp_path, store, PASSPHRASE) == made
    assert made.made
    assert len(made.secret) == 32


@pytest.mark.parametrize("typed", ["Every dog has its day", "every dog has its day ", "x"])
def test_a_wrong_passphrase_changes_nothing(
    tmp_path: Path, store: Path, made: ShopKeys, typed: str
) -> None:
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(KeyRequiredError, match="passphrase does not open"):
        open_keys(tmp_path, store, typed)
    assert (tmp_path / FILE).read_bytes() == before


def test_every_shop_has_a_key_of_its_own(tmp_path: Path) -> None:
    opened = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        opened.append(open_keys(tmp_path / name, tmp_path / name / "companion.db", PASSPHRASE))
    assert opened[0].secret != opened[1].secret
    assert opened[0].shop != opened[1].shop


def test_each_purpose_has_a_key_of_its_own_for_ever() -> None:
    shop = ShopKeys(Path(), "shop", True, bytes(range(32)), ())
    assert shop.derive("db") == shop.derive("db")
    assert len({shop.derive(one) for one in ("db", "audit", "backup", "pin-pepper")}) == 4
    assert shop.derive("db").hex().startswith("258712e0b37e2ee3")


def test_a_start_that_was_cut_off_goes_on_with_the_same_key(tmp_path: Path, store: Path) -> None:
    first = open_keys(tmp_path, store, PASSPHRASE)
    assert not first.made
    assert open_keys(tmp_path, store, PASSPHRASE) == first
    store.touch()
    assert open_keys(tmp_path, store, PASSPHRASE) == first


def test_records_without_their_key_file_are_never_given_a_new_key(
    tmp_path: Path, store: Path, made: ShopKeys
) -> None:
    (tmp_path / FILE).unlink()
    with pytest.raises(DamagedError, match=r"shop\.keys"):
        open_keys(tmp_path, store, PASSPHRASE)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("what", ["gone", "emptied"])
def test_a_key_without_its_records_is_an_alarm_and_not_a_new_shop(
    tmp_path: Path, store: Path, made: ShopKeys, what: str
) -> None:
    if what == "gone":
        store.unlink()
    else:
        store.write_bytes(b"")
    with pytest.raises(DamagedError, match="records are missing"):
        open_keys(tmp_path, store, PASSPHRASE)


def test_nobody_else_can_read_the_key_file(tmp_path: Path, made: ShopKeys) -> None:
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".new")] == []


def test_the_key_file_tells_neither_key_nor_passphrase(tmp_path: Path, made: ShopKeys) -> None:
    text = (tmp_path / FILE).read_bytes()
    for secret in (made.secret, made.secret.hex().encode(), PASSPHRASE.encode()):
        assert secret not in text


def test_a_folder_that_cannot_keep_the_key_is_said(tmp_path: Path, store: Path) -> None:
    (tmp_path / (FILE + ".new")).mkdir()
    with pytest.raises(NotSavedError, match="cannot be written to"):
        open_keys(tmp_path, store, PASSPHRASE)
    assert not (tmp_path / FILE).exists()


def test_a_flipped_bit_never_yields_another_key(
    tmp_path: Path, store: Path, made: ShopKeys
) -> None:
    kept = (tmp_path / FILE).read_bytes()
    refused = 0
    for at in range(len(kept)):
        for bit in (0, 3, 6):
            flipped = bytearray(kept)
            flipped[at] ^= 1 << bit
            (tmp_path / FILE).write_bytes(flipped)
            try:
                assert open_keys(tmp_path, store, PASSPHRASE).secret == made.secret
            except CompanionError:
                refused += 1
    assert refused > len(kept)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"version": "1"},
        {"made": 1},
        {"shop": ""},
        {"wraps": None},
        {"wraps": ["passphrase"]},
        {"wraps": [{"kind": "passphrase"}]},
        {"wraps": [{"kind": "passphrase", "salt": "", "nonce": "", "box": ""}]},
        {"wraps": [{"kind": "passphrase", "salt": "?", "nonce": "?", "box": "?"}]},
        {"wraps": [{"kind": "passphrase", "salt": 1, "nonce": 2, "box": 3}]},
    ],
)
def test_a_key_file_of_another_shape_is_a_sentence(
    tmp_path: Path, store: Path, made: ShopKeys, change: dict[str, object]
) -> None:
    kept = json.loads((tmp_path / FILE).read_text(encoding="ascii"))
    (tmp_path / FILE).write_text(json.dumps({**kept, **change}), encoding="ascii")
    with pytest.raises(DamagedError, match="key file"):
        open_keys(tmp_path, store, PASSPHRASE)


@pytest.mark.parametrize("content", ["", "[]", "null", "{}", "no JSON", "ü", "\x00"])
def test_what_is_no_key_file_is_a_sentence(tmp_path: Path, store: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(DamagedError, match="key file cannot be read"):
        open_keys(tmp_path, store, PASSPHRASE)


def test_a_wrap_of_another_shop_does_not_open_this_one(
    tmp_path: Path, store: Path, made: ShopKeys
) -> None:
    kept = json.loads((tmp_path / FILE).read_text(encoding="ascii"))
    (tmp_path / FILE).write_text(json.dumps({**kept, "shop": "0" * 32}), encoding="ascii")
    with pytest.raises(KeyRequiredError):
        open_keys(tmp_path, store, PASSPHRASE)


def test_a_wrap_of_another_kind_does_not_open_as_a_passphrase(
    tmp_path: Path, store: Path, made: ShopKeys
) -> None:
    wraps = tuple({**wrap, "kind": "recovery"} for wrap in made.wraps)
    confirm(replace(made, made=False, wraps=wraps))
    with pytest.raises(KeyRequiredError, match="passphrase does not open"):
        open_keys(tmp_path, store, PASSPHRASE)
