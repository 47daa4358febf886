"""The records are looked through in the background; damage stops everything and names a way on."""

from collections.abc import Callable

import pytest

from pos_companion.errors import DamagedError
from pos_companion.services import Shop, open_shop
from pos_companion.services.backups import back_up
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.soundness import (
    Damage,
    Looking,
    damage_in,
    is_look_due,
    look_after_a_cut,
    look_through,
    looked_through,
)
from pos_companion.settings import Settings
from pos_companion.storage import PAGE, STORE
from tests.builders import add_customer
from tests.shops import PASSPHRASE, SetClock


@pytest.fixture
def ana(shop: Shop) -> int:
    ana = add_customer("Ana Silva").id
    record_visit(shop, VisitDeed("first", ana))
    return ana


def ended(looking: Looking) -> tuple[int, Damage | None]:
    """In how many parts, and what was found."""
    parts = 0
    while True:
        try:
            next(looking)
        except StopIteration as end:
            return parts, end.value
        parts += 1


def test_sound_records_are_looked_through_in_parts_and_the_day_is_noted(
    shop: Shop, ana: int, clock: SetClock
) -> None:
    assert is_look_due(shop)
    parts, damage = ended(look_after_a_cut(shop))
    assert (parts > 20, damage) == (True, None)
    assert looked_through(shop) is None
    parts, damage = ended(look_through(shop))
    assert (parts > 20, damage) == (True, None)
    assert looked_through(shop) == clock.now()
    clock.passes(hours=19)
    assert not is_look_due(shop)
    clock.passes(hours=1)
    assert is_look_due(shop)


def test_a_clock_that_was_set_back_keeps_no_look_away(
    shop: Shop, ana: int, clock: SetClock
) -> None:
    ended(look_through(shop))
    clock.passes(days=-400)
    assert is_look_due(shop)


def lose_a_visit(shop: Shop) -> None:
    shop.storage.rows("PRAGMA foreign_keys = 0")
    shop.storage.rows("DELETE FROM visit")


def lose_a_deed(shop: Shop) -> None:
    triggers = shop.storage.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in triggers:
        shop.storage.rows(f"DROP TRIGGER {name}")
    shop.storage.rows("DELETE FROM audit WHERE id = (SELECT min(id) FROM audit)")


@pytest.mark.parametrize("lose", [lose_a_visit, lose_a_deed])
def test_damage_stops_all_writing_and_the_newest_sound_backup_is_named(
    shop: Shop, ana: int, clock: SetClock, lose: Callable[[Shop], None]
) -> None:
    sound = back_up(shop).copy
    for number in range(3):
        record_visit(shop, VisitDeed(f"later {number}", ana))
    clock.passes(hours=1)
    broken = back_up(shop).copy
    broken.path.write_bytes(b"rubbish" * 4096)
    lose(shop)
    _, damage = ended(look_through(shop))
    assert damage is not None
    assert damage.good is not None
    assert (damage.good.copy, damage.missing) == (sound, 3)
    with pytest.raises(DamagedError, match="Nothing more is written"):
        record_visit(shop, VisitDeed("too late", ana))
    assert looked_through(shop) is None


def test_without_a_sound_backup_that_is_said(shop: Shop, ana: int) -> None:
    assert damage_in(shop, "a page") == Damage("a page", None)


def test_what_people_are_found_by_is_no_damage_and_is_made_anew(shop: Shop, ana: int) -> None:
    shop.storage.rows("DELETE FROM search_doc")
    assert shop.storage.search.check() != []
    assert ended(look_through(shop))[1] is None
    assert shop.storage.search.check() == []


def test_a_page_that_cannot_be_read_is_damage_and_no_fault(shop: Shop, ana: int) -> None:
    ((page,),) = shop.storage.rows("SELECT rootpage FROM sqlite_master WHERE name = 'coupon'")
    shop.close()
    store = shop.settings.folder / STORE
    content = bytearray(store.read_bytes())
    content[PAGE * (page - 1) + 100] ^= 1  # where no ordinary deed of the morning looks
    store.write_bytes(content)
    again = open_shop(Settings(data_dir=shop.settings.folder), PASSPHRASE, SetClock())
    _, damage = ended(look_through(again))
    assert damage is not None
    again.close()


def test_whether_the_program_was_closed_is_known_at_the_next_start(shop: Shop, ana: int) -> None:
    def opened() -> Shop:
        return open_shop(Settings(data_dir=shop.settings.folder), PASSPHRASE, SetClock())

    first = opened()
    assert first.was_cut_off  # the shop of this test has no share: like one that was killed
    second = opened()
    assert not second.was_cut_off  # somebody else is at work
    for one in (first, second, shop):
        one.close()
    third = opened()
    assert not third.was_cut_off
    third.close()
