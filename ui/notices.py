"""What the till says by itself: toasts with a way back, a bar for what went wrong.

Nothing here asks a question or takes the keyboard. A deed happens and can be undone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from pos_companion.errors import CompanionError
from pos_companion.i18n import _, fill, ngettext
from ui.kit import Button, Flow, IconLine, Panel, Toast

UNDO_MS = 10_000

Undo = Callable[[], None]


@dataclass(frozen=True)
class Standing:
    """What stays in the bar until the till is opened anew, whatever else is said meanwhile.

    Attributes:
        way: words of what can be done about it; empty for nothing.
        act: does it.
    """

    sentence: str
    way: str = ""
    act: Callable[[], None] | None = None


class NoticeBar(Panel):
    """An amber line under the search; absent while all is well."""

    def __init__(self) -> None:
        super().__init__("warn")
        self.line = IconLine("triangle-alert", "", "body", ("ink", "warn"))
        self.dismiss = Button("", "ghost", "x")
        self.dismiss.setAccessibleName(_("Close this message"))
        self.dismiss.clicked.connect(self.hide)
        self.add_beside(self.line)
        self.add_trailing(self.dismiss, middle=True)
        self.way = Button("", "soft")
        self.way.clicked.connect(self._on_way)
        self._act: Callable[[], None] | None = None
        self._ways = Flow()
        self._ways.add(self.way)
        self.add(self._ways)
        self.set_gap(8)
        self._ways.hide()
        self.set_padding(14, 4)
        self.hide()

    def say(self, sentence: str, *, stays: bool = False) -> None:
        """Show a sentence; one that stays cannot be closed, only overtaken by better news."""
        self._act = None
        self._ways.hide()
        self.set_padding(14, 10 if stays else 4)
        self.line.text.setText(sentence)
        self.dismiss.setVisible(not stays)
        self.setAccessibleName(sentence)
        self.show()

    def offer(self, text: str, act: Callable[[], None]) -> None:
        """Offer a way out under the sentence; it goes with the sentence."""
        self._act = act
        self.way.setText(text)
        self._ways.show()
        self.set_padding(14, 10)

    def _on_way(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()

    def sentence(self) -> str:
        """What it says; empty while all is well."""
        return "" if self.isHidden() else self.line.text.text()


class Notices(QObject):
    """The toasts of one page and its bar.

    Args:
        host: toasts lie over its lower edge.

    Attributes:
        bar: to be placed by the page.

    Signals:
        dismissed: a toast went away.
        covered(int): how many px at the bottom of the host a toast takes; none when it went away.
    """

    dismissed = Signal()
    covered = Signal(int)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.bar = NoticeBar()
        self.bar.dismiss.clicked.connect(self.clear_error)
        self._host = host
        self._toast: Toast | None = None
        self._undo: Undo | None = None
        self._unsaved = 0
        self._way_out: tuple[str, Callable[[], None]] | None = None
        self._standing: Standing | None = None
        self._text = ""
        self._quiet = False
        self._until = QTimer(self, singleShot=True, interval=UNDO_MS)
        self._until.timeout.connect(self.dismiss)

    def undoable(self, text: str, undo: Undo) -> None:
        """Say what happened; for ten seconds it can be undone."""
        self._show(text, undo)

    def tell(self, text: str) -> None:
        """Say something that cannot be undone, such as "Taken back"."""
        self._show(text, None)

    def undo_last(self) -> bool:
        """Undo what the toast says; False when there is nothing to undo any more."""
        undo, self._undo = self._undo, None
        if undo is None:
            return False
        self.dismiss()
        undo()
        return True

    def dismiss(self) -> None:
        """Let the toast go; what it told of stays done."""
        self._undo = None
        self._until.stop()
        toast, self._toast = self._toast, None
        if toast is not None:
            toast.close_now()
            self.covered.emit(0)
            self.dismissed.emit()

    def toast_text(self) -> str:
        """What the toast says; empty when there is none."""
        return self._toast.text.text() if self._toast else ""

    def set_quiet(self, quiet: bool) -> None:
        """Say that something was done, but not for whom."""
        self._quiet = quiet
        if self._toast is not None:
            self._toast.say(self._worded())

    def show_error(
        self, error: Exception, way: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Word an error for the person at the till.

        Args:
            way: words of what can be done about it at once; empty for nothing.
            act: does it.
        """
        sentence = sentence_for(error)
        self.bar.say(sentence)
        if act is not None:
            self.bar.offer(way, act)
        self.announce(sentence)

    def stand(self, standing: Standing | None) -> None:
        """Say something that is there again whenever nothing more urgent is; None ends it."""
        changed, self._standing = standing != self._standing, standing
        if not self._unsaved:
            self._calm()
        if changed and standing is not None:
            self.announce(standing.sentence)

    def show_unsaved(self, count: int, why: str = "") -> None:
        """Say how many visits still wait to be saved.

        Args:
            why: a sentence; empty when nobody knows.
        """
        if count:
            text = ngettext(
                "Not saved yet. Trying again.", "{count} visits not saved yet. Trying again.", count
            )
            waiting = fill(text, count=count)
            if why:
                # Translators: a short sentence, and one that says why.
                waiting = fill(_("{waiting} {why}"), waiting=waiting, why=why)
            self.bar.say(waiting, stays=True)
            if self._way_out is not None:
                self.bar.offer(*self._way_out)
            self.announce(self.bar.sentence())
        elif self._unsaved:
            self._way_out = None
            self._calm()
        self._unsaved = count

    def help_unsaved(self, way: str, act: Callable[[], None]) -> None:
        """Offer a way out while visits are not saved; it goes when they are."""
        if self._unsaved:
            self._way_out = way, act
            self.bar.offer(way, act)

    def clear_error(self) -> None:
        """Take an error away; the word about unsaved visits stays."""
        if not self._unsaved:
            self._calm()

    def _calm(self) -> None:
        """Nothing urgent is in the bar any more."""
        if self._standing is None:
            self.bar.hide()
            return
        self.bar.say(self._standing.sentence, stays=True)
        if self._standing.act is not None:
            self.bar.offer(self._standing.way, self._standing.act)

    def announce(self, text: str) -> None:
        """Let a screen reader say something."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._host, text))

    def _show(self, text: str, undo: Undo | None) -> None:
        self.dismiss()
        self._undo = undo
        self._text = text
        toast = Toast(self._worded(), _("Undo") if undo else "")
        toast.acted.connect(self.undo_last)
        toast.covering.connect(self.covered)
        self._toast = toast
        toast.show_over(self._host)
        self._until.start()
        self.announce(self._worded())

    def _worded(self) -> str:
        return _("Done") if self._quiet else self._text


def sentence_for(error: Exception) -> str:
    """What went wrong in the shop's words; our own faults without their insides."""
    if isinstance(error, CompanionError):
        return str(error)
    return _("Something went wrong on our side. Nothing was lost; please try again.")
