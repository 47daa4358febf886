"""The backups to choose from: when each was made, and what would be missing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import LongDay, _, fill, ngettext
from pos_companion.services.backups import Offered
from ui.kit import Button, Flow, Panel, Text
from ui.theme import theme

_MOST = 12


class CopyList(QWidget):
    """A row for each backup; two taps put one back, and the first says what it would do.

    Attributes:
        buttons: one a row, newest first.

    Signals:
        chosen(object): the `Copy` that is to be put back.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._panels: list[QWidget] = []
        self.restyle()

    def show_copies(self, copies: Sequence[Offered]) -> None:
        """Show the newest of them."""
        for panel in self._panels:
            self._rows.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self.buttons = []
        shown = [one for one in copies if one.inside is not None or one.is_unread][:_MOST]
        self._panels = [self._row(one) for one in shown]
        for panel in self._panels:
            self._rows.addWidget(panel)
            panel.show()

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setSpacing(theme().space("s"))

    def _row(self, one: Offered) -> QWidget:
        panel = Panel("sunk")
        panel.add(Text(moment(one), "strong"))
        remark = _remark(one)
        if remark:
            panel.add(Text(remark, "small", "ink2"))
        button = Button(_("Put back"), "soft", "rotate-ccw")
        button.setAccessibleName(fill(_("Put back the backup of {moment}"), moment=moment(one)))
        button.clicked.connect(partial(self._asked, one, button, panel))
        self.buttons.append(button)
        actions = Flow()
        actions.add(button)
        panel.add(actions)
        return panel

    def _asked(self, one: Offered, button: Button, panel: Panel) -> None:
        if button.property("sure"):
            button.setEnabled(False)
            self.chosen.emit(one.copy)
            return
        button.setProperty("sure", True)
        button.setText(_("Yes, put it back"))
        text = _("The records as they are now are set aside, not deleted.")
        panel.add(Text(text, "small", "ink"))


def moment(one: Offered) -> str:
    """When it was made, on the clock of this computer."""
    at = one.copy.at.astimezone()
    return fill(_("{day}, {hour}"), day=LongDay(at.date()), hour=at.time())


def _remark(one: Offered) -> str:
    parts = [_("from before a restore")] if one.copy.is_frozen else []
    if one.inside is not None:
        count = one.inside.visits
        parts.append(fill(ngettext("{count} visit", "{count} visits", count), count=count))
    deeds = one.deeds_since
    if deeds:
        text = ngettext("{count} deed less than now", "{count} deeds less than now", deeds)
        parts.append(fill(text, count=deeds))
    since = one.visits_since
    if since:
        text = ngettext("{count} visit less than now", "{count} visits less than now", since)
        parts.append(fill(text, count=since))
    return " · ".join(parts)
