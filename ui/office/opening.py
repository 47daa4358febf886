"""While the shop is being opened, and when it cannot be: one calm page."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_companion.errors import (
    BusyError,
    CompanionError,
    DamagedError,
    KeyRequiredError,
    MissingDeedsError,
    NewerStoreError,
    StoppedError,
)
from pos_companion.i18n import LongDay, _, fill
from pos_companion.services.restoring import known_copies, offered_unread
from pos_companion.settings import Settings
from ui.kit import Button, Field, Flow, Panel, ScrollColumn, Text
from ui.office.copy_list import CopyList
from ui.theme import theme

_WIDEST = 480


class OpeningPage(QWidget):
    """Says what is going on; asks for the passphrase when the records are locked.

    Attributes:
        typed: the last passphrase or code; it may be wanted again.
        restore, anyway, leave: what can be done when the records are damaged.
        copies: the backups, once somebody wants one.

    Signals:
        asked: try to open the shop, with this passphrase; empty for none.
        went_on: the same, although saved deeds are missing.
        restoring: put this `Copy` back.
        reporting: save a report for whoever helps.
        quitting: close the window.
    """

    asked = Signal(str)
    went_on = Signal(str)
    restoring = Signal(object)
    reporting = Signal()
    quitting = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.title = Text("", "title")
        self.sentence = Text("", "body", "ink2")
        self.safe = Text("", "small", "ink2")
        self.told = Text("", "small", "ink")
        self.typed = ""
        self.passphrase = Field(_("Passphrase or recovery code"))
        self.passphrase.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.again = Button(_("Try again"), "primary", "rotate-ccw")
        self.folder = Button(_("Show the folder"), "soft", "folder")
        self.restore = Button(_("Use a backup"), "primary", "shield")
        self.anyway = Button(_("Go on without them"), "soft", "arrow-right")
        self.report = Button(_("Save a report"), "ghost", "download")
        self.leave = Button(_("Close for now"), "ghost", "x")
        self.copies = CopyList()
        self._panel = Panel("surface")
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self.passphrase.submitted.connect(lambda _text: self._ask())
        self.again.clicked.connect(self._ask)
        self.folder.clicked.connect(self._show_folder)
        self.restore.clicked.connect(self._show_copies)
        self.anyway.clicked.connect(lambda: self.went_on.emit(self.typed))
        self.report.clicked.connect(self.reporting)
        self.leave.clicked.connect(self.quitting)
        self.copies.chosen.connect(self.restoring)
        self.show_loading()

    def show_loading(self) -> None:
        """The records are being opened."""
        self._say(_("Opening the shop…"), "", "")
        for widget in (self.passphrase, self.again, self.folder, self.report, *self._ways_on()):
            widget.hide()

    def show_error(self, error: Exception) -> None:
        """Say what is in the way, what is safe, and what can be done."""
        locked = isinstance(error, KeyRequiredError)
        sentence = str(error) if isinstance(error, CompanionError) else _("The log says more.")
        damaged = isinstance(error, DamagedError | StoppedError)
        self._say(_title_of(error), sentence, self._what_is_safe(damaged))
        for widget in self._ways_on():
            widget.setVisible(damaged and widget is not self.copies)
        self.anyway.setVisible(isinstance(error, MissingDeedsError))
        self.restore.setVisible(damaged and bool(known_copies(self._settings)))
        self.passphrase.setVisible(locked)
        self.passphrase.set_text("")
        self.again.setText(_("Open the shop") if locked else _("Try again"))
        self.again.show()
        self.folder.setVisible(not locked)
        self.report.setVisible(not locked)
        if locked:
            self.passphrase.edit.setFocus()
        else:
            self.again.setFocus()

    def say(self, sentence: str) -> None:
        """Say something below what is safe."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        edge = look.space("l")
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._panel.setMaximumWidth(look.px(_WIDEST))

    def _lay_out(self) -> None:
        actions = Flow()
        actions.add(self.again)
        for widget in (self.restore, self.anyway, self.folder, self.report, self.leave):
            actions.add(widget)
        for part in (
            self.title, self.sentence, self.passphrase, self.safe, actions, self.told,
            self.copies,
        ):  # fmt: skip
            self._panel.add(part)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._panel, 1000)
        across.addStretch(1)
        scroll = ScrollColumn()
        scroll.column.insertStretch(0, 1)
        scroll.add(middle)
        self._layout.addWidget(scroll)
        self.restyle()

    def _ways_on(self) -> tuple[QWidget, ...]:
        return self.restore, self.anyway, self.leave, self.copies

    def _what_is_safe(self, damaged: bool) -> str:
        if not damaged:
            return _("Nothing was changed, and nothing is lost.")
        copies = known_copies(self._settings)
        if not copies:
            return _("The file is kept as it is: nothing more is written into it.")
        at = copies[0].at.astimezone()
        text = _(
            "The file is kept as it is: nothing more is written into it. The newest backup is of "
            "{day}, {hour}."
        )
        return fill(text, day=LongDay(at.date()), hour=at.time())

    def _show_copies(self) -> None:
        self.copies.show_copies(offered_unread(self._settings))
        self.copies.show()
        self.restore.hide()

    def _say(self, title: str, sentence: str, safe: str) -> None:
        self.say("")
        for text, words in ((self.title, title), (self.sentence, sentence), (self.safe, safe)):
            text.setText(words)
            text.setVisible(bool(words))

    def _ask(self) -> None:
        self.typed = self.passphrase.text() or self.typed
        self.show_loading()
        self.asked.emit(self.typed)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._settings.folder)))


def _title_of(error: Exception) -> str:
    titles: dict[type[Exception], str] = {
        KeyRequiredError: _("The records are locked"),
        BusyError: _("Somebody else has the shop open"),
        DamagedError: _("The records need help"),
        MissingDeedsError: _("The records lack what was saved"),
        StoppedError: _("The records were taken away"),
        NewerStoreError: _("This program is older than the records"),
    }
    return titles.get(type(error), _("The shop could not be opened"))
