"""The corner-store card: every panel there is, in one column or in two."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

import ui.panels
from pos_companion.registry import discover
from ui.counter.quiet import QuietHead
from ui.kit import ScrollColumn
from ui.panels import CardPanel, OpenCard
from ui.theme import theme

_ALSO_WHEN_QUIET = "usual"


class CardView(ScrollColumn):
    """The panels are made once and only moved when the window changes its shape.

    Attributes:
        panels: by the name of their file, from top to bottom.

    Signals:
        intended: an `Intent` of one of the panels.
    """

    intended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        made = {name: part() for name, part in discover(ui.panels, CardPanel).items()}
        self.panels: dict[str, CardPanel] = dict(
            sorted(made.items(), key=lambda entry: entry[1].order)
        )
        self._columns = QWidget()
        self._row = QHBoxLayout(self._columns)
        self._main, self._aside = QVBoxLayout(), QVBoxLayout()
        self._row.addLayout(self._main, 5)
        self._row.addLayout(self._aside, 4)
        self._two: bool | None = None
        self._quiet = False
        self._said: dict[str, bool] = {}
        self.quiet_head = QuietHead()
        for column in (self._main, self._aside):
            column.addStretch(1)
        self._main.insertWidget(0, self.quiet_head)
        for panel in self.panels.values():
            panel.hide()
            panel.intended.connect(self.intended)
        self.add(self._columns)
        self.set_two_columns(False)
        self._distances()

    @property
    def takes_enter(self) -> bool:
        """Whether a line on one of the panels has the keyboard, so that Enter records nothing."""
        return any(panel.takes_enter for panel in self.panels.values())

    def show_card(self, shown: OpenCard) -> None:
        """Draw what is open; panels with nothing to say are absent."""
        self._columns.setUpdatesEnabled(False)
        self._said = {name: panel.show_card(shown) for name, panel in self.panels.items()}
        self.quiet_head.show_customer(shown.card.customer)
        self._show_panels()
        self._columns.setUpdatesEnabled(True)

    def set_quiet(self, quiet: bool) -> None:
        """Show one letter and the usual alone, or everything."""
        self._quiet = quiet
        self._show_panels()

    def set_two_columns(self, two: bool) -> None:
        """One column, or two in five to four."""
        if two == self._two:
            return
        self._two = two
        for panel in self.panels.values():
            # An item that outlives its place keeps the old height for ever: remove it first.
            for column in (self._main, self._aside):
                column.removeWidget(panel)
            column = self._aside if two and panel.aside else self._main
            column.insertWidget(column.count() - 1, panel)
        self._row.setStretch(1, 4 if two else 0)
        self._distances()

    def restyle(self) -> None:
        """Take distances from the theme."""
        super().restyle()
        if hasattr(self, "_row"):
            self._distances()

    def _show_panels(self) -> None:
        for name, panel in self.panels.items():
            said = self._said.get(name, False)
            panel.setVisible(said and (not self._quiet or name == _ALSO_WHEN_QUIET))
        self.quiet_head.setVisible(self._quiet)

    def _distances(self) -> None:
        look = theme()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.space("l") if self._two else 0)
        for column in (self._main, self._aside):
            column.setSpacing(look.space("m"))
