"""Which sort of part is added: a button for each, by alphabet, opened in place."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.kit import Button, Flow, Panel
from ui.office.rules.turn import Turn


class Picker(Panel):
    """Esc closes it and gives the keyboard back.

    Args:
        heading: translated.
        kinds: kind → what it is called, translated.
        opener: what opened it.

    Signals:
        chosen(str): a kind; the picker is closed by then.
    """

    chosen = Signal(str)

    def __init__(self, heading: str, kinds: Mapping[str, str], turn: Turn, opener: QWidget) -> None:
        super().__init__("sunk", heading)
        self._turn, self._opener = turn, opener
        self.buttons: dict[str, Button] = {}
        flow = Flow()
        for kind, called in sorted(kinds.items(), key=lambda one: one[1].casefold()):
            button = Button(called, "soft")
            button.clicked.connect(lambda _on=False, kind=kind: self._choose(kind))
            self.buttons[kind] = button
            flow.add(button)
        self.add(flow)

    def open(self) -> None:
        """Show it, with the keyboard on the first."""
        self._turn.take(self._close)
        self.show()
        next(iter(self.buttons.values())).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it; the arrows walk."""
        order = list(self.buttons.values())
        steps = {
            int(Qt.Key.Key_Left): -1,
            int(Qt.Key.Key_Up): -1,
            int(Qt.Key.Key_Right): 1,
            int(Qt.Key.Key_Down): 1,
        }
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._turn.end()
            self._opener.setFocus()
        elif event.key() in steps and focused in order:
            order[(order.index(focused) + steps[event.key()]) % len(order)].setFocus()
        else:
            super().keyPressEvent(event)

    def _choose(self, kind: str) -> None:
        self._turn.end()
        self.chosen.emit(kind)

    def _close(self) -> None:
        self.hide()
        self.deleteLater()
