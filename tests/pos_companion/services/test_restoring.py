"""A backup is put back: here, after a bad day, and on a computer that has never seen the shop."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

import keyring
import pytest

from pos_companion.errors import BusyError, DamagedError, KeyRequiredError, NotFoundError
from pos_companion.services import Shop, open_shop
from pos_companion.services.backups import back_up
from pos_companion.services.custody import print_recovery_code
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.restoring import (
    Words,
    copy_called,
    known_copies,
    restore,
)
from pos_companion.settings import Settings
from pos_companion.storage import STORE
from pos_companion.storage.copies import PART, Copy
from pos_companion.storage.lock import FolderLock
from tests.builders import add_customer
from tests.pos_companion.storage.records import contents
from tests.pos_companion.storage.test_keyring import MemoryKeyring
from tests.shops import PASSPHRASE, SetClock, open_test_shop


@pytest.fixture
def backed(shop: Shop) -> tuple[Shop, Copy]:
    """A closed shop with one visit in its backup and one more in its records."""
    ana = add_customer("Ana Silva").id
    record_visit(shop, VisitDeed("first", ana))
    copy = back_up(shop).copy
    record_visit(shop, VisitDeed("second", ana))
    shop.close()
    return shop, copy


def visits(settings: Settings, words: str = PASSPHRASE) -> list[str]:
    shop = open_shop(settings, words, SetClock())
    found = [row[0] for row in shop.storage.rows("SELECT uid FROM visit ORDER BY ts, uid")]
    assert shop.storage.check() == []
    shop.close()
    return found


def test_the_records_are_as_they_were_and_the_ones_before_are_set_aside(
    backed: tuple[Shop, Copy],
) -> None:
    shop, copy = backed
    before = (shop.settings.folder / STORE).read_bytes()
    done = restore(shop.settings, copy, Words(PASSPHRASE), SetClock("2025-11-21T10:00"))
    assert done.inside.visits == 1
    assert visits(shop.settings) == ["first"]
    assert (done.aside / STORE).read_bytes() == before
    assert {path.name for path in done.aside.iterdir()} >= {STORE, "companion.mark", "shop.keys"}
    # The series goes on; the one before stands still beside it.
    assert [one.is_frozen for one in known_copies(shop.settings)] == [True]


def test_row_by_row_nothing_is_different(shop: Shop) -> None:
    record_visit(shop, VisitDeed("first", add_customer("Ana Silva").id))
    copy, before = back_up(shop).copy, contents(shop.storage, "sqlite_stat1")
    shop.close()
    restore(shop.settings, copy, Words(PASSPHRASE), SetClock())
    again = open_test_shop(shop.settings.folder)
    after = contents(again.storage, "sqlite_stat1")
    assert after.pop("audit")[:-1] == before.pop("audit")
    assert after == before


def test_the_restore_drill_from_stick_and_printed_code_on_a_new_computer(
    shop: Shop, tmp_path: Path
) -> None:
    ana = add_customer("Ana Silva").id
    record_visit(shop, VisitDeed("first", ana))
    code = print_recovery_code(shop)
    copy = back_up(shop).copy
    stick = tmp_path / "stick"
    shutil.copytree(copy.path.parent, stick)
    shop.close()
    shutil.rmtree(shop.settings.folder)

    other = Settings(data_dir=tmp_path / "other computer", backup_to=str(stick))
    (newest,) = known_copies(other)
    with pytest.raises(KeyRequiredError, match="not the recovery code"):
        restore(other, newest, Words(code="0" * 26))
    with pytest.raises(KeyRequiredError, match="mistyped"):
        restore(other, newest, Words(code="0" * 25 + "1"))
    restore(other, newest, Words("a new passphrase", code))
    assert visits(other, "a new passphrase") == ["first"]
    assert visits(other, code) == ["first"]


def test_a_new_computer_with_a_keyring_needs_the_code_only_once(shop: Shop, tmp_path: Path) -> None:
    record_visit(shop, VisitDeed("first", add_customer("Ana Silva").id))
    keys = shop.keys
    shop.keys = keys.__class__(**{**vars(keys), "wraps": ()})
    code = print_recovery_code(shop)
    copy = back_up(shop).copy
    shop.close()
    before = keyring.get_keyring()
    keyring.set_keyring(ring := MemoryKeyring())
    try:
        other = Settings(data_dir=tmp_path / "other computer")
        restore(other, copy, Words(code=code))
        assert len(ring.items) == 1
        assert visits(other, "") == ["first"]
    finally:
        keyring.set_keyring(before)


def test_a_backup_that_is_damaged_is_not_put_back(backed: tuple[Shop, Copy]) -> None:
    shop, copy = backed
    content = bytearray(copy.path.read_bytes())
    content[len(content) // 2] ^= 4
    copy.path.write_bytes(content)
    before = (shop.settings.folder / STORE).read_bytes()
    with pytest.raises(DamagedError):
        restore(shop.settings, copy, Words(PASSPHRASE))
    assert (shop.settings.folder / STORE).read_bytes() == before
    assert visits(shop.settings) == ["first", "second"]


def test_a_backup_that_arrives_damaged_is_not_put_back(
    backed: tuple[Shop, Copy], monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, copy = backed
    whole = shutil.copyfile

    def with_a_slip(source: Path, target: Path) -> None:
        whole(source, target)
        if target.suffix == PART:
            target.write_bytes(target.read_bytes()[:-1] + b"?")

    monkeypatch.setattr(shutil, "copyfile", with_a_slip)
    with pytest.raises(DamagedError, match="What was written to"):
        restore(shop.settings, copy, Words(PASSPHRASE))
    assert not list(shop.settings.folder.glob(f"*{PART}"))
    assert visits(shop.settings) == ["first", "second"]


def test_records_that_are_in_use_are_not_replaced(backed: tuple[Shop, Copy]) -> None:
    shop, copy = backed
    window = FolderLock(shop.settings.folder)
    window.take()
    with pytest.raises(BusyError):
        restore(shop.settings, copy, Words(PASSPHRASE))
    window.free()


@pytest.mark.parametrize("step", range(6))
def test_a_restore_that_is_stopped_is_finished_by_the_next(
    backed: tuple[Shop, Copy], monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    shop, copy = backed
    whole, left = Path.replace, [step]

    def replace(path: Path, target: Path) -> Path:
        if left[0] == 0:
            raise KeyboardInterrupt
        left[0] -= 1
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with suppress(KeyboardInterrupt):
        restore(shop.settings, copy, Words(PASSPHRASE), SetClock())
    monkeypatch.undo()
    try:
        assert visits(shop.settings) in (["first"], ["first", "second"])
    except DamagedError:
        assert os.path.exists(shop.settings.folder / "shop.keys")
    restore(shop.settings, copy, Words(PASSPHRASE), SetClock())
    assert visits(shop.settings) == ["first"]
    kept = [path.name for path in shop.settings.folder.rglob("companion.db")]
    assert len(kept) >= 2


def test_a_backup_is_named_by_its_place_its_name_or_its_path(backed: tuple[Shop, Copy]) -> None:
    shop, copy = backed
    for name in ("1", copy.path.name, str(copy.path)):
        assert copy_called(shop.settings, name) == copy
    with pytest.raises(NotFoundError, match="no backup called 2"):
        copy_called(shop.settings, "2")
    renamed = copy.path.rename(copy.path.with_name("monday.backup"))
    with pytest.raises(NotFoundError, match="does not have the name of a backup"):
        copy_called(shop.settings, str(renamed))


def test_a_backup_without_its_key_file_says_which_file_to_bring(
    backed: tuple[Shop, Copy], tmp_path: Path
) -> None:
    _, copy = backed
    stick = tmp_path / "stick"
    stick.mkdir()
    alone = Copy(Path(shutil.copy(copy.path, stick)), copy.at, copy.number)
    with pytest.raises(KeyRequiredError, match=copy.keys.name):
        restore(Settings(data_dir=tmp_path / "new"), alone, Words(PASSPHRASE), SetClock())
