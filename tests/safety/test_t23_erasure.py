"""T23: who was forgotten is in no byte, in no later backup, and in no restored one.

Source: safety.md §6.5, §10.
"""

import re
from datetime import timedelta

from pos_companion.services import Shop
from pos_companion.services.backups import back_up, local_place
from pos_companion.services.concerns import NewConcern, open_concern
from pos_companion.services.finding import find
from pos_companion.services.forgetting import forget, let_go
from pos_companion.services.members import NewMember, add_member
from pos_companion.services.opening import open_till
from pos_companion.services.people import NewCustomer, add_customer
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.restoring import Words, restore
from pos_companion.services.telling import tell
from pos_companion.storage import STORE
from pos_companion.storage.copies import copies_in
from tests.plain_pages import plain_pages, plain_pages_of
from tests.shops import PASSPHRASE, SetClock

_HERS = re.compile(rb"zuckmayer|pfefferkorn|bandoneon|5550777121", re.IGNORECASE)


def test_t23_who_is_forgotten_is_in_no_byte_no_later_backup_and_no_restored_one(
    shop: Shop, clock: SetClock
) -> None:
    rosa = add_customer(
        shop,
        NewCustomer("Rosa Zuckmayer", phone="+49 30 5550777121", remember=True),
    ).id
    bo = add_customer(shop, NewCustomer("Bo Lind", remember=True)).id
    add_member(shop, rosa, NewMember("Pfefferkorn"))
    tell(shop, rosa, "Plays the bandoneon")
    open_concern(shop, NewConcern(rosa, "Broken bandoneon case", "a new one", shop.today, "Mia"))
    find(shop, "zuckmayer")
    record_visit(shop, VisitDeed("first", rosa))
    old = back_up(shop).copy
    assert len(set(map(bytes.lower, _HERS.findall(plain_pages_of(shop, old.path))))) >= 3

    forget(shop, rosa, "Rosa Zuckmayer")
    clock.passes(hours=24, minutes=1)
    assert let_go(shop) == 1
    record_visit(shop, VisitDeed("second", bo))
    assert _HERS.findall(plain_pages(shop)) == []
    later = back_up(shop).copy
    assert later.path != old.path
    assert _HERS.findall(plain_pages_of(shop, later.path)) == []
    (before_it,) = set(copies_in(local_place(shop))) - {old, later}
    assert _traces(shop) == {old.path.name, before_it.path.name}

    shop.close()
    clock.passes(seconds=timedelta(hours=1).total_seconds())
    restore(shop.settings, old, Words(PASSPHRASE), clock)
    again = open_till(shop.settings, PASSPHRASE, clock)
    assert find(again, "zuckmayer") == ()
    assert [hit.customer.name for hit in find(again, "bo lind")] == ["Bo Lind"]
    again.storage.wipe()
    assert _HERS.findall(plain_pages(again)) == []
    again.close()


def test_t23_the_copies_in_which_they_stand_have_gone_a_year_later(
    shop: Shop, clock: SetClock
) -> None:
    rosa = add_customer(shop, NewCustomer("Rosa Zuckmayer", remember=True)).id
    bo = add_customer(shop, NewCustomer("Bo Lind", remember=True)).id
    back_up(shop)
    forget(shop, rosa, "Rosa Zuckmayer")
    clock.passes(hours=25)
    let_go(shop)
    assert len(_traces(shop)) == 2
    clock.passes(days=365)
    for month in range(3):
        record_visit(shop, VisitDeed(f"later {month}", bo))
        back_up(shop)
        clock.passes(days=31)
    assert _traces(shop) == set()


def _traces(shop: Shop) -> set[str]:
    """The files of the shop that are locked by its key and in which she stands."""
    folder = shop.settings.folder
    files = [path for path in folder.rglob("*") if path.name == STORE or path.suffix == ".backup"]
    return {path.name for path in files if _HERS.search(plain_pages_of(shop, path))}
