"""Quiet mode: others can see the screen, so it shows no more than is needed to serve.

What is left is the first letter of the name, the usual and the buttons. The rest can be looked at
for as long as a button is held down. Quiet mode that began by itself, because nobody touched the
till, ends when somebody opens the next card; one that was asked for stays until it is left.
"""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_companion.i18n import _
from pos_companion.model.people import Customer
from ui.kit import Avatar, Button, Flow, IconLine, Panel, Text, tint_for
from ui.theme import theme

NOBODY: Final = "·"


class Quiet(QObject):
    """Whether details are hidden.

    Attributes:
        is_on: quiet mode is on.
        by_itself: because nobody touched the till.

    Signals:
        changed: what may be shown has changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_on = False
        self.by_itself = False
        self._peeking = False

    @property
    def hides(self) -> bool:
        """Whether details are hidden just now."""
        return self.is_on and not self._peeking

    def set_on(self, on: bool, by_itself: bool = False) -> None:
        """Begin or leave it."""
        if on == self.is_on:
            return
        self.is_on, self.by_itself, self._peeking = on, on and by_itself, False
        self.changed.emit()

    def toggle(self) -> None:
        """Begin it, or leave it."""
        self.set_on(not self.is_on)

    def peek(self, held: bool) -> None:
        """Show everything while a button is held."""
        if self.is_on and held != self._peeking:
            self._peeking = held
            self.changed.emit()

    def card_opened(self) -> None:
        """Somebody works here again."""
        if self.by_itself:
            self.set_on(False)


class QuietStrip(Panel):
    """Says that quiet mode is on, and the two ways to see more.

    Signals:
        held(bool): the button to peek is held down, or was let go.
        left: no more quiet mode.
    """

    held = Signal(bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("ask")
        self.line = IconLine("eye-off", "", "small", ("ask", "ask"), 22)
        self.peek = Button(_("Hold to peek"), "soft", "eye")
        self.leave = Button(_("Show everything"), "ghost", None, "F9")
        self.peek.pressed.connect(lambda: self.held.emit(True))
        self.peek.released.connect(lambda: self.held.emit(False))
        self.leave.clicked.connect(self.left)
        actions = Flow()
        actions.add(self.peek)
        actions.add(self.leave)
        self.add_beside(self.line)
        self.add(actions)
        self.set_padding(14, 8)
        self.hide()

    def say(self, refused: bool = False) -> None:
        """Say that it is on, or that something waits until it is left."""
        plain = _("Quiet mode: names and notes are hidden.")
        waits = _("That would show names or notes. Hold “Hold to peek”, or press F9 first.")
        self.line.text.setText(waits if refused else plain)
        self.setAccessibleName(self.line.text.text())


class QuietHead(QWidget):
    """Whom the card is about, for those who know already: one letter."""

    def __init__(self) -> None:
        super().__init__()
        self.avatar = Avatar(NOBODY, "brand", 60)
        self.words = Text(_("Their card is open."), "small", "ink2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.words, 1)
        self.hide()
        self.restyle()

    def show_customer(self, customer: Customer) -> None:
        """Show the first letter of what they like to be called."""
        letter = customer.called[:1].upper() or NOBODY
        self.avatar.set_person(letter, tint_for(str(customer.id)))

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        self._row.setSpacing(look.px(14))
        self._row.setContentsMargins(look.px(4), look.px(4), 0, look.px(4))


def short_name(name: str) -> str:
    """A name for a search that others can read: "Rosa Delgado" is "Rosa D."."""
    first, *others = name.split() or [NOBODY]
    return f"{first} {others[-1][0].upper()}." if others else first
