"""The way back when a PIN is forgotten: a manager's own, by the recovery code of the records."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from pos_companion.i18n import _, fill
from pos_companion.model.staff import Role, Staff
from ui.counter.keys import ENTER
from ui.kit import Button, Field, Flow, Panel, Text


class ForgottenPin(Panel):
    """Says who helps, and takes the recovery code and a new PIN.

    Signals:
        asked: number of the person, the code, the new PIN.
        closed: back to the pad.
    """

    asked = Signal(int, str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("surface", _("Forgot the PIN?"))
        self._person = 0
        self.sentence = Text("", "body", "ink2")
        self.code = Field(_("Recovery code"), note=_("26 letters and digits, on paper"))
        self.pin = Field(_("New PIN"))
        self.pin.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = Button(_("Keep the new PIN"), "soft", "check", "Enter")
        self.back = Button(_("Back"), "ghost", "arrow-left", "Esc")
        self.keep.clicked.connect(self._ask)
        self.back.clicked.connect(self.closed)
        actions = Flow()
        actions.add(self.keep)
        actions.add(self.back)
        for widget in (self.sentence, self.code, self.pin, actions):
            self.add(widget)
        self.hide()

    def start(self, staff: tuple[Staff, ...], chosen: Staff | None) -> None:
        """Explain it to whoever is chosen."""
        manager = chosen is not None and chosen.role is Role.MANAGER
        self._person = chosen.id if chosen is not None else 0
        for field in (self.code, self.pin):
            field.set_text("")
            field.set_problem("")
            field.setVisible(manager)
        self.keep.setVisible(manager)
        names = ", ".join(one.name for one in staff if one.role is Role.MANAGER)
        by_code = _("The recovery code that was printed for the shop opens it again.")
        by_manager = fill(_("Ask {names}: the page “People” gives you a new one."), names=names)
        self.sentence.setText(by_code if manager else by_manager)
        (self.code if manager else self.back).setFocus()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong."""
        self.pin.set_problem(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the new PIN, Esc goes back; nothing else leaves this panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in ENTER and self.keep.isVisible():
            self._ask()
        elif event.key() in ENTER:
            self.closed.emit()

    def _ask(self) -> None:
        self.asked.emit(self._person, self.code.text(), self.pin.text())
