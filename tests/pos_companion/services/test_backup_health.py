"""How safe the copies are, and a rehearsal of putting one back."""

from dataclasses import replace
from pathlib import Path

import pytest

from pos_companion.services import Shop
from pos_companion.services.backup_health import health, rehearse_when_due
from pos_companion.services.backups import back_up
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import add_customer
from tests.shops import SetClock


@pytest.fixture
def ana(shop: Shop) -> int:
    ana = add_customer("Ana Silva").id
    record_visit(shop, VisitDeed("first", ana))
    return ana


def test_once_a_week_the_newest_is_put_back_somewhere_and_counted(
    shop: Shop, ana: int, clock: SetClock
) -> None:
    assert not rehearse_when_due(shop)
    back_up(shop)
    assert rehearse_when_due(shop)
    assert not rehearse_when_due(shop)
    assert health(shop).rehearsed == clock.now()
    assert [one.name for one in shop.settings.folder.iterdir() if one.is_dir()] == ["backups"]
    clock.passes(days=7)
    assert rehearse_when_due(shop)


def test_nothing_at_the_second_place_for_a_week_is_late(
    shop: Shop, ana: int, tmp_path: Path, clock: SetClock
) -> None:
    assert not health(shop).is_late_elsewhere  # no second place was chosen
    shop.settings = replace(shop.settings, backup_to=str(tmp_path / "stick"))
    assert health(shop).is_late_elsewhere
    (tmp_path / "stick").mkdir()
    back_up(shop)
    clock.passes(days=7)
    assert not health(shop).is_late_elsewhere
    clock.passes(seconds=1)
    assert health(shop).is_late_elsewhere


def test_a_copy_at_the_second_place_that_went_bad_is_noticed_by_the_rehearsal(
    shop: Shop, ana: int, tmp_path: Path, clock: SetClock
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    shop.settings = replace(shop.settings, backup_to=str(stick))
    made = back_up(shop)
    assert made.elsewhere is not None
    rehearse_when_due(shop)
    assert not health(shop).is_bad_elsewhere
    content = bytearray(made.elsewhere.path.read_bytes())
    content[len(content) // 2] ^= 4
    made.elsewhere.path.write_bytes(content)
    clock.passes(days=7)
    rehearse_when_due(shop)
    assert health(shop).is_bad_elsewhere
    record_visit(shop, VisitDeed("second", ana))
    back_up(shop)
    assert not health(shop).is_bad_elsewhere
