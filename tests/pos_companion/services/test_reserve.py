"""F1: the disk is full while selling, and a reserve lets the day be finished.

Source: safety.md §3.3, §8.
"""

from pathlib import Path

import pytest

from pos_companion.errors import NotSavedError
from pos_companion.services import Shop
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.reserve import keep_reserve, reserve_helps, room_missing, use_reserve
from tests.builders import add_customer
from tests.shops import SetClock, Template, close_shops
from tests.small_disk import fill_up, small_disk


def sell_until_refused(shop: Shop, ana: int) -> int:
    """How many visits were saved before nothing had room any more."""
    saved: list[int] = []

    def sell() -> None:
        for number in range(5000):
            record_visit(shop, VisitDeed(f"visit {number}", ana))
            saved.append(number)

    with pytest.raises(NotSavedError, match="full"):
        sell()
    return len(saved)


def test_f1_on_a_full_disk_the_reserve_lets_the_same_program_go_on(
    tmp_path: Path, empty_template: Template, clock: SetClock
) -> None:
    with small_disk(tmp_path / "disk", 120) as disk:
        shop = empty_template.open_copy(disk / "shop", clock)
        ana = add_customer("Ana Silva").id
        keep_reserve(shop)
        assert not reserve_helps(shop)
        films = fill_up(disk)
        saved = sell_until_refused(shop, ana)
        assert reserve_helps(shop)
        assert room_missing(shop) == 64
        use_reserve(shop)
        record_visit(shop, VisitDeed(f"visit {saved}", ana))
        assert shop.storage.rows("SELECT count(*) FROM visit") == [(saved + 1,)]
        assert shop.storage.check() == []
        keep_reserve(shop)
        with pytest.raises(NotSavedError, match=r"The reserve is used up. Free \d\d MB"):
            use_reserve(shop)
        films.unlink()
        assert room_missing(shop) == 0
        keep_reserve(shop)
        assert (shop.settings.folder / "companion.reserve").exists()
        close_shops()


def test_a_folder_that_cannot_be_written_to_gets_no_reserve(shop: Shop) -> None:
    (shop.settings.folder / "companion.reserve.part").mkdir()
    keep_reserve(shop)
    assert not reserve_helps(shop)
