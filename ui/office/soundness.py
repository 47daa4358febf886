"""Looks through the records in the background; what the manager must know stays in the bar."""

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from pos_companion.i18n import LongDay, _, fill, ngettext
from pos_companion.services import Shop
from pos_companion.services.backup_health import BackupHealth, health
from pos_companion.services.reserve import room_missing
from pos_companion.services.restoring import may_restore
from pos_companion.services.soundness import (
    Damage,
    Looking,
    damage_in,
    is_look_due,
    look_after_a_cut,
    look_through,
)
from ui.notices import Notices, Standing
from ui.tasks import Tasks

log = logging.getLogger(__name__)

_AT_REST = 300
"""Seconds without a touch after which everything may be looked through."""


class Soundness(QObject):
    """Lasts as long as the window; shops and pages come and go.

    Signals:
        restoring(object): put this `Copy` in the place of the damaged records.
        asked_for(str): go to this page of the office.
    """

    restoring = Signal(object)
    asked_for = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._shop: Shop | None = None
        self._notices: Notices | None = None
        self._standing: Standing | None = None
        self._damage: Damage | None = None
        self._is_looking = False

    def serve(self, shop: Shop) -> None:
        """Look after this shop; one that was not closed is looked at first."""
        self._shop, self._standing, self._damage, self._is_looking = shop, None, None, False
        if shop.was_cut_off:
            self._look(look_after_a_cut(shop))

    def leave(self) -> None:
        """The shop is about to be closed."""
        self._shop = None
        self._stand(None)

    def speak_through(self, notices: Notices) -> None:
        """Say it on this page from now on."""
        self._notices = notices
        notices.stand(self._standing)

    def look(self, seconds: int) -> None:
        """See whether it is time to look through everything.

        Args:
            seconds: for so long nobody has touched the till.
        """
        shop = self._shop
        if shop is None or self._is_looking or self._damage:
            return
        if shop.storage.is_damaged:
            self._is_looking = True
            work = partial(damage_in, shop, "a deed came upon it")
            self._tasks.run(work, self._on_looked, self._on_failed, self)
        elif seconds >= _AT_REST:
            self._is_looking = True
            self._tasks.run(partial(is_look_due, shop), self._on_due, self._on_failed, self)

    def look_around(self) -> None:
        """See whether the disk has room, and the backups elsewhere are as they should be."""
        if self._shop is not None and self._damage is None:
            self._tasks.run(partial(_around, self._shop), self._on_seen, self._on_failed, self)

    def _on_due(self, due: bool) -> None:
        if due and self._shop is not None:
            self._look(look_through(self._shop))
        else:
            self._is_looking = False

    def _look(self, looking: Looking) -> None:
        self._is_looking = True
        self._tasks.run_in_steps(
            looking, lambda _part: None, self._on_looked, self._on_failed, self
        )

    def _on_looked(self, damage: Damage | None) -> None:
        self._is_looking = False
        if damage is not None and self._shop is not None:
            self._damage = damage
            if damage.good is None:
                self._stand(Standing(_damaged(damage)))
            else:
                self._stand(Standing(_damaged(damage), _("Use this backup"), self._use_backup))

    def _on_seen(self, seen: tuple[int, BackupHealth]) -> None:
        room, state = seen
        if room:
            text = _("The disk is nearly full. Please free {room} MB, so that the till can go on.")
            self._stand(Standing(fill(text, room=room)))
            return
        text = _elsewhere(state)
        way = partial(self.asked_for.emit, "backups")
        self._stand(Standing(text, _("Show the backups"), way) if text else None)

    def _use_backup(self) -> None:
        if self._shop is not None:
            work = partial(may_restore, self._shop)
            self._tasks.run(work, lambda _nothing: self._restore(), self._on_refused, self)

    def _restore(self) -> None:
        if self._damage is not None and self._damage.good is not None:
            self.restoring.emit(self._damage.good.copy)

    def _on_refused(self, error: Exception) -> None:
        if self._notices is not None:
            self._notices.show_error(error)

    def _on_failed(self, error: Exception) -> None:
        self._is_looking = False
        log.warning("the records could not be looked through", exc_info=error)

    def _stand(self, standing: Standing | None) -> None:
        self._standing = standing
        if self._notices is not None and isValid(self._notices):
            self._notices.stand(standing)


def _around(shop: Shop) -> tuple[int, BackupHealth]:
    return room_missing(shop), health(shop)


def _damaged(damage: Damage) -> str:
    if damage.good is None:
        return _("The records are damaged: nothing more is written, and no backup here is sound. "
                 "Please get help.")  # fmt: skip
    at, count = damage.good.copy.at.astimezone(), damage.missing
    text = ngettext(
        "The records are damaged: nothing more is written. The sound backup of {day}, {hour} "
        "lacks one deed.",
        "The records are damaged: nothing more is written. The sound backup of {day}, {hour} "
        "lacks {count} deeds.",
        count,
    )
    return fill(text, day=at.date(), hour=at.time(), count=count)


def _elsewhere(state: BackupHealth) -> str:
    """What is wrong with the backups elsewhere; empty when nothing is."""
    if state.is_bad_elsewhere:
        return _("The newest backup in the second folder is damaged. Please make a new one.")
    if not state.is_late_elsewhere:
        return ""
    if state.newest_elsewhere is None:
        return _("No backup has reached the second folder yet.")
    day = LongDay(state.newest_elsewhere.astimezone().date())
    text = _("The newest backup in the second folder is of {day}. Is the folder within reach?")
    return fill(text, day=day)
