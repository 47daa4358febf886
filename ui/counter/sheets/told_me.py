"""They told us something: one line, Enter keeps it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from pos_companion.i18n import _
from ui.kit import Button, Field, Flow, Panel


class ToldMe(Panel):
    """Stands over the action bar, so that the card can still be read.

    Signals:
        kept: the line.
        closed: nothing is to be kept.
    """

    kept = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("ask")
        self.field = Field(_("They told me…"), placeholder=_("In a few words, as they said it"))
        keep = Button(_("Keep it"), "soft", "check", "Enter")
        back = Button(_("Not now"), "ghost", None, "Esc")
        keep.clicked.connect(self.keep)
        back.clicked.connect(self.closed)
        self.field.submitted.connect(self.keep)
        actions = Flow()
        actions.add(keep)
        actions.add(back)
        self.add(self.field)
        self.add(actions)
        self.hide()

    def start(self) -> None:
        """Open with an empty line that has the keyboard."""
        self.field.set_text("")
        self.show()
        self.field.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def keep(self) -> None:
        """Keep the line; an empty one closes."""
        text = self.field.text().strip()
        if text:
            self.kept.emit(text)
        else:
            self.closed.emit()
