"""Pictures of how the records are kept safe: the page of the backups, damage, a full disk."""

from datetime import timedelta

from pos_companion.errors import DamagedError
from pos_companion.services import FixedClock
from pos_companion.services.backups import back_up, local_place
from pos_companion.services.soundness import Damage, damage_in
from pos_companion.storage.ballast import FILE
from pos_companion.storage.faults import DAMAGED
from tests.bots import Cashier
from ui.counter.errands.consents import WhatTheyAllow
from ui.counter.errands.kept import AllWeKeep

DOCK, FULL = (440, 900), (1280, 800)
ROSA = "2500000000108"
_PARTS = 9
"""So often the screen has to catch up until every part was looked at."""


def backups(cashier: Cashier) -> Cashier:
    """Two backups, looked through, rehearsed; and a report was saved."""
    assert cashier.shop is not None
    shop, now = cashier.shop, cashier.shop.clock.now()
    shop.clock = FixedClock(now - timedelta(hours=3))
    back_up(shop)
    shop.clock = FixedClock(now)
    cashier.scans(ROSA).presses("Enter")
    cashier.page.notices.dismiss()
    for _ in range(60):
        cashier.window.care.look(300)
    for _ in range(_PARTS):
        cashier.settle()
    cashier.window.show_room("backups")
    cashier.settle()
    page = cashier.window.rooms.pages["backups"]
    page.help.save.click()
    cashier.settle()
    return cashier


def damage(cashier: Cashier) -> Cashier:
    """Damage was found while Rosa's card is open; a backup is sound."""
    assert cashier.shop is not None
    back_up(cashier.shop)
    for _ in range(3):
        cashier.scans(ROSA).presses("Enter")
    cashier.page.notices.dismiss()
    cashier.scans(ROSA)
    found = damage_in(cashier.shop, "a page")
    cashier.window.care.soundness._on_looked(found)
    cashier.settle()
    return cashier


def helpless(cashier: Cashier) -> Cashier:
    """Damage, and no backup at all."""
    cashier.scans(ROSA)
    cashier.window.care.soundness._on_looked(Damage("a page", None))
    cashier.settle()
    return cashier


def full(cashier: Cashier) -> Cashier:
    """A visit waits because the disk is full, and there is a reserve."""
    assert cashier.shop is not None
    (cashier.shop.settings.folder / FILE).write_bytes(b"")
    cashier.scans(ROSA)
    page = cashier.page
    page.notices.show_unsaved(1, "The disk is full. Nothing was kept of this; free 64 MB and "
                                 "save again.")  # fmt: skip
    page.notices.help_unsaved("Use the reserve", lambda: None)
    cashier.settle()
    return cashier


def not_open(cashier: Cashier) -> Cashier:
    """The records cannot be opened any more; the backups are one tap away."""
    assert cashier.shop is not None
    back_up(cashier.shop)
    cashier.scans(ROSA).presses("Enter")
    assert local_place(cashier.shop).is_dir()
    opening = cashier.window.opening
    opening._settings = cashier.shop.settings
    opening.show_error(DamagedError(DAMAGED))
    opening.restore.click()
    cashier.window.slot.show_only(opening)
    cashier.settle()
    return cashier


def kept(cashier: Cashier) -> Cashier:
    """Rosa asks what we keep about her."""
    cashier.scans(ROSA).presses("F8")
    cashier.page.errand(AllWeKeep).start()
    cashier.settle()
    return cashier


def consents(cashier: Cashier) -> Cashier:
    """What Rosa allows, with the ways to see it and to be forgotten."""
    cashier.scans(ROSA).presses("F8")
    cashier.page.errand(WhatTheyAllow).start()
    cashier.settle()
    sheet = cashier.page.desk.sheet
    sheet.body.verticalScrollBar().setValue(10_000)
    cashier.settle()
    return cashier


STORIES = (
    ("450-backups", FULL, "light", backups),
    ("451-backups-dark", DOCK, "dark", backups),
    ("452-backups-german", DOCK, "light", backups),
    ("453-backups-200-percent", (1280, 1120), "light", backups),
    ("454-damage", DOCK, "light", damage),
    ("455-damage-dark", FULL, "dark", damage),
    ("456-damage-helpless-german", DOCK, "light", helpless),
    ("457-full-disk", DOCK, "light", full),
    ("458-not-open", DOCK, "light", not_open),
    ("459-not-open-dark", FULL, "dark", not_open),
    ("460-not-open-arabic", DOCK, "light", not_open),
    ("461-kept", DOCK, "light", kept),
    ("462-kept-full-dark", FULL, "dark", kept),
    ("463-kept-german", DOCK, "light", kept),
    ("464-kept-200-percent", (1280, 1120), "light", kept),
    ("465-kept-arabic", DOCK, "light", kept),
    ("466-kept-asked", DOCK, "light", consents),
)
