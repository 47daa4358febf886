"""Where sheets lie: one at a time, over the counter, with the words for what was done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.counter.commands import Commands
from ui.counter.journey import Journey
from ui.kit import Sheet
from ui.notices import NoticeBar, Notices, sentence_for


@dataclass(frozen=True)
class Sought:
    """What was looked for and not found: the beginning of somebody new."""

    name: str = ""
    card: str = ""


class SheetDesk(QObject):
    """One sheet at a time.

    Args:
        journey: whose card the sheets are about.
        notices: says what was done, with a way back.
        host: what a sheet covers.
        sought: what is in the search just now.

    Attributes:
        sheet: the open one; None else.
        commands: everything that can be done.

    Signals:
        shown: a sheet was opened (True) or closed (False).
        wished: an `Intent`: a sheet leads on to something else.
        settled: something was done on the card itself, with no sheet over it.
        earned(str): the code of a coupon to be taken home; empty once they left.
    """

    shown = Signal(bool)
    wished = Signal(object)
    settled = Signal()
    earned = Signal(str)

    def __init__(
        self, journey: Journey, notices: Notices, host: QWidget, sought: Callable[[], Sought]
    ) -> None:
        super().__init__(host)
        self.sheet: Sheet | None = None
        self.journey = journey
        self.notices = notices
        self.sought = sought
        self.commands = Commands()
        self._host = host
        self._back: Callable[[], object] | None = None

    def open(self, sheet: Sheet, back: Callable[[], object] | None = None) -> None:
        """Show a sheet instead of the one there was.

        Args:
            back: what its way back leads to; the card or the board when None.
        """
        self.close()
        self.sheet = sheet
        self._back = back
        sheet.closed.connect(self._on_closed)
        self.notices.covered.connect(sheet.leave_free)
        sheet.cover(self._host)
        self.shown.emit(True)

    def close(self) -> None:
        """Close what is open; nothing in it is kept."""
        sheet, self.sheet, self._back = self.sheet, None, None
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()
            self.shown.emit(False)

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Have something done by the worker; a refusal is said where it can be seen."""
        self.journey.tasks.run(work, done, self.refused, self)

    def done(self, text: str, undo: Callable[[], object], opens: int | None = None) -> None:
        """Say what was done, show the card as it is now, and offer the way back.

        Args:
            undo: runs on the worker.
            opens: the customer whose card is shown from now on; None stays with whoever is open.
        """
        if opens is None:
            if self.sheet is None:
                self.settled.emit()
            self.journey.read_again()
            self._say_done(text, undo)
        else:
            self.journey.open(opens)
            # A card that opens takes away what was said before: say it once it is there.
            self.run(lambda: None, lambda _: self._say_done(text, undo))

    def _say_done(self, text: str, undo: Callable[[], object]) -> None:
        self.notices.undoable(text, lambda: self.run(undo, lambda _: self.journey.read_again()))

    def refused(self, error: Exception) -> None:
        """Say an error where it can be seen: on the sheet that covers the page, if there is one."""
        if self.sheet is None:
            self.notices.show_error(error)
            return
        bar = self.sheet.findChild(NoticeBar)
        if not isinstance(bar, NoticeBar):
            bar = NoticeBar()
            self.sheet.body.column.insertWidget(0, bar)
        bar.say(sentence_for(error))
        self.sheet.body.to_top()
        self.notices.announce(bar.sentence())

    def scanned(self, code: str) -> bool:
        """Whether the open sheet wants a scanned card for itself."""
        return self.sheet is not None and self.sheet.take_card(code)

    def keep(self) -> bool:
        """Do what the open sheet's green button says; False when there is none."""
        return self.sheet is not None and self.sheet.keep()

    def _on_closed(self) -> None:
        back = self._back
        self.close()
        if back is not None:
            back()
