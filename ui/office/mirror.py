"""How well we know them: was the usual right, and which way do people move; nobody is named."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from pos_companion.i18n import _, fill
from pos_companion.model.mirror import Mirror, Movement
from pos_companion.services import Shop
from pos_companion.services.mirror import mirror, month_end, movement, save_csv
from ui.kit import Button, Flow, Panel, ScrollColumn, Text
from ui.office.mirror_panels import hours_panel, movement_panel, usual_panel, weekdays_panel
from ui.office.page import OfficePage
from ui.tasks import Tasks

_WIDEST = 760


class MirrorPage(OfficePage):
    """The usual held against what was taken, and where people stood from month to month.

    Attributes:
        save: keeps both as a CSV file among the documents.
        found, moved: what is shown; None while it is worked out.
    """

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__(shop, tasks, _("How well we know them"), _WIDEST)
        self.found: Mirror | None = None
        self.moved: Movement | None = None
        self._month = shop.today
        self._reading = self._turning = 0
        self.save = Button(_("Save as CSV"), "soft", "receipt")
        self.save.clicked.connect(self._save)
        self.head.add(self.save)
        self._column = ScrollColumn()
        self.set_body(self._column)

    def read(self) -> None:
        """Work it out anew, in small steps; the counter goes first."""
        self._reading += 1
        reading = self._reading
        self.found = None
        self._show()
        self.tasks.run_in_steps(
            mirror(self.shop),
            lambda _share: None,
            lambda found: self._on_found(found, reading),
            self.notices.show_error,
            self,
        )
        self.show_month(0)

    def show_month(self, months: int) -> None:
        """Tell of a month so many later than the one shown; never of one to come."""
        self._turning += 1
        turning = self._turning
        self._month = min(month_end(self._month, months), self.shop.today)
        self.tasks.run_in_steps(
            movement(self.shop, self._month),
            lambda _done: None,
            lambda moved: self._on_moved(moved, turning),
            self.notices.show_error,
            self,
        )

    def _on_found(self, found: Mirror, reading: int) -> None:
        if reading == self._reading:
            self.found = found
            self._show()

    def _on_moved(self, moved: Movement, turning: int) -> None:
        if turning == self._turning:
            self.moved = moved
            self._show()

    def _show(self) -> None:
        """Draw what is known so far."""
        at = self._column.verticalScrollBar().value()
        self._column.clear()
        self.save.setEnabled(self.found is not None and self.moved is not None)
        if self.found is None:
            self._column.add(Text(_("Looking at the visits…"), "body", "ink2"))
        else:
            self._column.add(usual_panel(self.found))
            if self.found.all.visits:
                self._column.add(weekdays_panel(self.found))
                self._column.add(hours_panel(self.found))
        if self.moved is not None:
            self._column.add(self._with_ways(movement_panel(self.moved)))
        self._column.verticalScrollBar().setValue(at)

    def _with_ways(self, panel: Panel) -> Panel:
        """To the month before, and to the one after."""
        ways = Flow()
        for text, icon, months in (
            (_("Month before"), "arrow-left", -1),
            (_("Month after"), "chevron-right", 1),
        ):
            button = Button(text, "soft", icon)
            button.setEnabled(months < 0 or month_end(self._month) < month_end(self.shop.today))
            button.clicked.connect(partial(self._turn, months))
            ways.add(button)
        panel.add(ways)
        return panel

    def _turn(self, months: int) -> None:
        self.show_month(months)
        self.setFocus()

    def _save(self) -> None:
        if self.found is None or self.moved is None:
            return
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        self.do(partial(save_csv, self.found, self.moved, folder), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        text = fill(_("Saved as {path}"), path=str(path))
        self.notices.undoable(text, lambda: self.do(path.unlink, lambda _nothing: None))
