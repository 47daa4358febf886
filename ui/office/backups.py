"""Backups: how safe they are, one more now, and putting one back."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal

from pos_companion.i18n import LongDay, _, fill, ngettext
from pos_companion.services import Shop
from pos_companion.services.backup_health import BackupHealth, health
from pos_companion.services.backups import (
    Backed,
    Offered,
    back_up,
    drop_earlier_series,
    offered,
)
from pos_companion.services.custody import has_recovery_code
from pos_companion.services.restoring import Copy, may_restore
from pos_companion.services.soundness import looked_through
from ui.kit import Button, Flow, IconLine, Panel, ScrollColumn, Text
from ui.office.copy_list import CopyList
from ui.office.help_panel import HelpPanel
from ui.office.page import OfficePage
from ui.tasks import Tasks

_WIDEST = 640


@dataclass(frozen=True)
class _Seen:
    """What the page shows."""

    health: BackupHealth
    copies: tuple[Offered, ...]
    has_code: bool
    looked_through: datetime | None


class BackupsPage(OfficePage):
    """Health first, then the list.

    Attributes:
        now: makes a backup.
        copies: the list.
        content: lets the earlier series go; None where there is none.
        help: what is saved for whoever helps; None until the page was read.

    Signals:
        chosen(object): the `Copy` that is to be put back; the shop has to be closed for it.
    """

    chosen = Signal(object)

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__(shop, tasks, _("Backups"), _WIDEST)
        self.now = Button(_("Back up now"), "primary", "shield")
        self.copies = CopyList()
        self.content: Button | None = None
        self.help: HelpPanel | None = None
        self._column = ScrollColumn()
        self.now.clicked.connect(self._back_up)
        self.copies.chosen.connect(self._asked)
        self.head.add(self.now)
        self.set_body(self._column)

    def read(self) -> None:
        """Read what there is, now."""
        self.do(partial(_read, self.shop), self._show)

    def _show(self, seen: _Seen) -> None:
        self._column.clear()
        self.now.setEnabled(True)
        self._column.add(_health(seen))
        self.content = None
        if any(one.copy.is_frozen for one in seen.copies):
            self._column.add(self._after_restore())
        self.copies = CopyList()
        self.copies.chosen.connect(self._asked)
        self.copies.show_copies(seen.copies)
        self._column.add(self.copies)
        self.help = HelpPanel(self.shop.settings, self.tasks)
        self._column.add(self.help)
        self.setFocus()

    def _after_restore(self) -> Panel:
        panel = Panel("surface", _("A backup was put back"))
        text = _("The backups from before are kept until you have seen that all is in order.")
        panel.add(Text(text, "small", "ink2"))
        self.content = Button(_("All is in order"), "soft", "check")
        self.content.clicked.connect(
            lambda: self.do(partial(drop_earlier_series, self.shop), self._dropped)
        )
        line = Flow()
        line.add(self.content)
        panel.add(line)
        return panel

    def _dropped(self, count: int) -> None:
        text = ngettext("One earlier backup is gone.", "{count} earlier backups are gone.", count)
        self.notices.tell(fill(text, count=count))
        self.read()

    def _back_up(self) -> None:
        self.now.setEnabled(False)
        self.tasks.run(partial(back_up, self.shop), self._backed, self._refused, self)

    def _backed(self, made: Backed) -> None:
        self.notices.clear_error()
        self.notices.tell(_("The backup is made and was read back."))
        if made.trouble is not None:
            self.notices.show_error(made.trouble)
        self.read()

    def _refused(self, error: Exception) -> None:
        self.now.setEnabled(True)
        self.notices.show_error(error)

    def _asked(self, copy: Copy) -> None:
        self.do(partial(may_restore, self.shop), lambda _nothing: self.chosen.emit(copy))


def _read(shop: Shop) -> _Seen:
    return _Seen(health(shop), offered(shop), has_recovery_code(shop), looked_through(shop))


def _health(seen: _Seen) -> Panel:
    state = seen.health
    troubles = _troubles(seen)
    panel = Panel("warn" if troubles else "surface", _("How safe the records are"), "shield")
    for text in troubles:
        panel.add(IconLine("triangle-alert", text, "body", ("ink", "warn")))
    if state.newest is not None:
        at = state.newest.astimezone()
        text = fill(_("Newest backup: {day}, {hour}"), day=LongDay(at.date()), hour=at.time())
        panel.add(Text(text, "small", "ink2"))
    if state.rehearsed is not None:
        day = LongDay(state.rehearsed.astimezone().date())
        text = fill(_("Last put back as a rehearsal: {day}"), day=day)
        panel.add(Text(text, "small", "ink2"))
    if seen.looked_through is not None:
        day = LongDay(seen.looked_through.astimezone().date())
        text = fill(_("Last looked through from end to end: {day}"), day=day)
        panel.add(Text(text, "small", "ink2"))
    for path in state.set_aside:
        text = fill(_("Set aside by a restore: {path}"), path=path)
        panel.add(Text(text, "small", "ink2"))
    return panel


def _troubles(seen: _Seen) -> list[str]:
    state = seen.health
    told = [
        (state.newest is None, _("There is no backup yet.")),
        (bool(state.trouble), state.trouble),
        (not state.second_place, _("There is no second folder for backups yet: see the settings.")),
        (state.is_late_elsewhere, _("Nothing has reached the second folder for a week.")),
        (state.is_bad_elsewhere, _("The newest backup in the second folder is damaged.")),
        (not seen.has_code, _("There is no recovery code yet. Without one nobody can open a "
                              "backup on another computer.")),
        (state.is_synchronised, _("Another program copies the folder of the records to other "
                                  "computers. Please keep the records in a folder of their own.")),
    ]  # fmt: skip
    return [text for holds, text in told if holds]
