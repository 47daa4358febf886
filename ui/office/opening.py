"""While the shop is being opened, and when it cannot be: one calm page."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pos_companion.errors import (
    BusyError,
    CompanionError,
    DamagedError,
    KeyRequiredError,
    NewerStoreError,
)
from pos_companion.i18n import _
from pos_companion.settings import Settings
from ui.kit import Button, Field, Flow, Panel, Text
from ui.theme import theme

_WIDEST = 480


class OpeningPage(QWidget):
    """Says what is going on; asks for the passphrase when the records are locked.

    Signals:
        asked: try to open the shop, with this passphrase; empty for none.
    """

    asked = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.title = Text("", "title")
        self.sentence = Text("", "body", "ink2")
        self.safe = Text("", "small", "ink2")
        self.passphrase = Field(_("Passphrase"))
        self.passphrase.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.again = Button(_("Try again"), "primary", "rotate-ccw")
        self.folder = Button(_("Show the folder"), "soft", "folder")
        self._panel = Panel("surface")
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self.passphrase.submitted.connect(lambda _text: self._ask())
        self.again.clicked.connect(self._ask)
        self.folder.clicked.connect(self._show_folder)
        self.show_loading()

    def show_loading(self) -> None:
        """The records are being opened."""
        self._say(_("Opening the shop…"), "", "")
        for widget in (self.passphrase, self.again, self.folder):
            widget.hide()

    def show_error(self, error: Exception) -> None:
        """Say what is in the way, what is safe, and what can be done."""
        locked = isinstance(error, KeyRequiredError)
        sentence = str(error) if isinstance(error, CompanionError) else _("The log says more.")
        self._say(_title_of(error), sentence, _("Nothing was changed, and nothing is lost."))
        self.passphrase.setVisible(locked)
        self.passphrase.set_text("")
        self.again.setText(_("Open the shop") if locked else _("Try again"))
        self.again.show()
        self.folder.setVisible(not locked)
        if locked:
            self.passphrase.edit.setFocus()
        else:
            self.again.setFocus()

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        edge = look.space("l")
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._panel.setMaximumWidth(look.px(_WIDEST))

    def _lay_out(self) -> None:
        actions = Flow()
        actions.add(self.again)
        actions.add(self.folder)
        for widget in (self.title, self.sentence, self.passphrase, self.safe, actions):
            self._panel.add(widget)
        self._layout.addStretch(2)
        self._layout.addWidget(self._panel, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addStretch(3)
        self.restyle()

    def _say(self, title: str, sentence: str, safe: str) -> None:
        for text, words in ((self.title, title), (self.sentence, sentence), (self.safe, safe)):
            text.setText(words)
            text.setVisible(bool(words))

    def _ask(self) -> None:
        passphrase = self.passphrase.text()
        self.show_loading()
        self.asked.emit(passphrase)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._settings.folder)))


def _title_of(error: Exception) -> str:
    titles: dict[type[Exception], str] = {
        KeyRequiredError: _("The records are locked"),
        BusyError: _("Somebody else has the shop open"),
        DamagedError: _("The records need help"),
        NewerStoreError: _("This program is older than the records"),
    }
    return titles.get(type(error), _("The shop could not be opened"))
