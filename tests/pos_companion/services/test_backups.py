"""Copies are made by themselves, go to a second place, and are looked after."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from pos_companion.errors import NotSavedError
from pos_companion.services import Shop
from pos_companion.services.backup_health import health
from pos_companion.services.backups import (
    back_up,
    back_up_before,
    back_up_when_due,
    drop_earlier_series,
    is_due,
    local_place,
    offered,
)
from pos_companion.services.deeds import do
from pos_companion.services.forgetting import forget, let_go
from pos_companion.services.merging import Joining, merge, unmerge
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.storage import disk
from pos_companion.storage.copies import copies_in, look_into
from pos_companion.storage.restore import freeze
from tests.builders import add_customer
from tests.shops import SetClock


@pytest.fixture
def ana(shop: Shop) -> int:
    ana = add_customer("Ana Silva").id
    record_visit(shop, VisitDeed("first", ana))
    return ana


def with_stick(shop: Shop, stick: Path) -> Path:
    stick.mkdir(exist_ok=True)
    vars_of = shop.settings.__class__(**{**vars(shop.settings), "backup_to": str(stick)})
    shop.settings = vars_of
    return stick


def test_a_backup_is_read_back_and_counted(shop: Shop, ana: int) -> None:
    made = back_up(shop)
    assert made.copy.path.name == f"shop-20251121T080000Z-{made.inside.head[0]}.backup"
    assert (made.inside.customers, made.inside.visits) == (1, 1)
    assert made.copy.keys.read_bytes() == (shop.settings.folder / "shop.keys").read_bytes()
    assert copies_in(local_place(shop)) == (made.copy,)
    assert b"Ana" not in made.copy.path.read_bytes()


def test_it_is_made_every_hour_in_which_something_changed(
    shop: Shop, ana: int, clock: SetClock
) -> None:
    assert back_up_when_due(shop) is not None
    clock.passes(minutes=59)
    record_visit(shop, VisitDeed("second", ana))
    assert not is_due(shop)
    assert is_due(shop, timedelta())
    clock.passes(minutes=1)
    assert back_up_when_due(shop) is not None
    clock.passes(hours=3)
    assert back_up_when_due(shop) is None


def test_a_clock_that_was_set_back_keeps_no_backup_away(
    shop: Shop, ana: int, clock: SetClock
) -> None:
    back_up(shop)
    record_visit(shop, VisitDeed("second", ana))
    clock.passes(days=-400)
    assert is_due(shop)


def test_after_the_clock_was_set_back_there_is_one_copy_an_hour_and_the_newest_deeds_stay(
    shop: Shop, ana: int, clock: SetClock
) -> None:
    for number in range(4):  # three are kept whatever their age
        record_visit(shop, VisitDeed(f"before {number}", ana))
        clock.passes(minutes=5)
        back_up(shop)
    clock.passes(minutes=-12)
    record_visit(shop, VisitDeed("second", ana))
    made = back_up(shop)
    assert made.copy in copies_in(local_place(shop))
    record_visit(shop, VisitDeed("third", ana))
    clock.passes(minutes=20)
    assert not is_due(shop)
    clock.passes(minutes=40)
    assert is_due(shop)


def test_it_goes_to_the_second_place_too(shop: Shop, ana: int, tmp_path: Path) -> None:
    stick = with_stick(shop, tmp_path / "stick")
    made = back_up(shop)
    assert made.elsewhere is not None
    assert made.elsewhere.path.parent == stick
    assert made.elsewhere.path.read_bytes() == made.copy.path.read_bytes()
    assert made.elsewhere.keys.exists()
    assert not health(shop).is_late_elsewhere
    assert len(offered(shop)) == 1


def test_a_stick_that_is_not_there_is_said_and_the_copy_here_is_kept(
    shop: Shop, ana: int, tmp_path: Path, clock: SetClock
) -> None:
    stick = with_stick(shop, tmp_path / "stick")
    stick.rmdir()
    made = back_up(shop)
    assert made.elsewhere is None
    assert isinstance(made.trouble, NotSavedError)
    assert "No copy could be put into" in health(shop).trouble
    assert health(shop).is_late_elsewhere
    stick.mkdir()
    clock.passes(hours=1)
    back_up(shop)
    assert health(shop).trouble == ""


def test_without_room_there_is_no_copy_and_a_number(
    shop: Shop, ana: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 63_000_000})
    monkeypatch.setattr(disk.shutil, "disk_usage", lambda _folder: usage)
    with pytest.raises(NotSavedError, match="MB more are needed"):
        back_up(shop)
    assert copies_in(local_place(shop)) == ()


def test_what_was_cut_off_is_never_listed_and_goes_away(shop: Shop, ana: int) -> None:
    place = local_place(shop)
    place.mkdir()
    (place / "shop-20251120T080000Z-1.backup.part").write_bytes(b"half")
    (place / "shop-20251120T080000Z-1.keys").write_bytes(b"keys without their copy")
    (place / "my film.part").write_bytes(b"not ours")
    assert copies_in(place) == ()
    made = back_up(shop)
    left = {path.name for path in place.iterdir()}
    assert left == {made.copy.path.name, made.copy.keys.name, "my film.part"}


def test_the_list_says_how_many_visits_the_records_have_more(
    shop: Shop, ana: int, clock: SetClock
) -> None:
    back_up(shop)
    clock.passes(hours=1)
    for uid in ("second", "third"):
        record_visit(shop, VisitDeed(uid, ana))
    back_up(shop)
    assert [one.visits_since for one in offered(shop)] == [0, 2]
    offered(shop)[0].copy.path.write_bytes(b"rubbish" * 4096)
    assert offered(shop)[0].inside is None


def test_copies_from_before_a_restore_stay_until_somebody_is_content(
    shop: Shop, ana: int, clock: SetClock
) -> None:
    back_up(shop)
    freeze(local_place(shop), clock.now())
    clock.passes(days=800)
    record_visit(shop, VisitDeed("later", ana))
    back_up(shop)
    assert [one.is_frozen for one in copies_in(local_place(shop))] == [False, True]
    assert drop_earlier_series(shop) == 1
    assert len(copies_in(local_place(shop))) == 1


def test_before_something_large_what_changed_is_backed_up(shop: Shop, ana: int) -> None:
    assert back_up_before(shop) is not None
    assert back_up_before(shop) is None


def test_two_records_become_one_only_with_a_copy_of_this_hour(
    shop: Shop, ana: int, clock: SetClock
) -> None:
    anna = add_customer("Anna Silva").id
    merged = merge(shop, Joining(ana, anna))
    (before,) = copies_in(local_place(shop))
    assert look_into(before.path, shop.keys.derive).customers == 2
    clock.passes(minutes=30)
    unmerge(shop, merged.id)
    merge(shop, Joining(ana, anna))
    assert copies_in(local_place(shop)) == (before,)


def test_a_deed_that_is_done_once_has_its_copy_before_its_transaction(shop: Shop, ana: int) -> None:
    anna = add_customer("Anna Silva").id
    wanted = {"keep": ana, "away": anna, "once": "this", "at": "2025-11-21T18:00"}
    assert do(shop, "merge", wanted)["merge"] == 1
    (before,) = copies_in(local_place(shop))
    assert before.at == shop.clock.now()


def test_nothing_becomes_one_without_a_copy(shop: Shop, ana: int) -> None:
    anna = add_customer("Anna Silva").id
    local_place(shop).write_text("a file where the folder should be")
    with pytest.raises(NotSavedError, match="No copy could be put into"):
        merge(shop, Joining(ana, anna))
    assert shop.storage.rows("SELECT count(*) FROM merge") == [(0,)]


def test_whoever_asked_to_be_forgotten_goes_after_a_copy_and_does_not_wait_for_one(
    shop: Shop, ana: int, clock: SetClock
) -> None:
    bo = add_customer("Bo Lind").id
    forget(shop, ana, "Ana Silva")
    assert copies_in(local_place(shop)) == ()  # hidden is not gone: it can be undone
    clock.passes(hours=25)
    assert let_go(shop) == 1
    (before,) = copies_in(local_place(shop))
    assert look_into(before.path, shop.keys.derive).customers == 2
    before.path.unlink()
    shutil.rmtree(local_place(shop))
    local_place(shop).write_text("a file where the folder should be")
    forget(shop, bo, "Bo Lind")
    clock.passes(hours=25)
    assert let_go(shop) == 1
    assert "No copy could be put into" in health(shop).trouble
