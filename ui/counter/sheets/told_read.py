"""What a line of "they told me" was understood as, shown before anything is kept."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import N_, Phrase, _, words
from pos_companion.insight.note_words import LOCKS
from pos_companion.insight.told_parts import (
    Around,
    AskAbout,
    DayOf,
    HadIdea,
    Part,
    Reading,
    Said,
    Understood,
    What,
)
from pos_companion.insight.tone import Complaint
from pos_companion.model.facts import KEEPS_BACK, FactKind
from ui.kit import Chip, Flow, IconLine, ScrollColumn
from ui.theme import theme

_GAP = 6
_SHARE = 0.4  # of the window; what is more scrolls
_BY_KIND: Mapping[FactKind, str] = {
    FactKind.NOTE: "quote",
    FactKind.LIKE: "heart",
    FactKind.MATTERS: "star",
    FactKind.WORRY: "message-circle",
    FactKind.COMFORT: "hand-heart",
    FactKind.TENDER: "heart-handshake",
    **dict.fromkeys(KEEPS_BACK, "ban"),
}


class Fitted(ScrollColumn):
    """A column as high as what stands in it, up to a share of the window; then it scrolls."""

    def sizeHint(self) -> QSize:
        """As high as its content, within reason."""
        most = round(self.window().height() * _SHARE)
        return QSize(super().sizeHint().width(), min(self._content(), most))

    def minimumSizeHint(self) -> QSize:
        """Room for one line."""
        least = super().minimumSizeHint()
        return QSize(least.width(), min(self._content(), least.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower means higher."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """What stands in it has changed its height."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _content(self) -> int:
        return max(self.column.totalHeightForWidth(self.width()), 0)


class ReadOut(QWidget):
    """One calm line for each part.

    Signals:
        rewritten: the whole line, with a piece of it in words that can be read in one way only.
        lock_asked: a delicate thing had better be locked.
    """

    rewritten = Signal(str)
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._shown: tuple[Understood, tuple[Complaint, ...]] | None = None
        self.hide()
        self.restyle()

    def show_read(self, understood: Understood, complaints: Sequence[Complaint] = ()) -> None:
        """Show it; nothing is drawn again that is shown already."""
        if self._shown != (understood, tuple(complaints)):
            self._shown = (understood, tuple(complaints))
            self._clear()
            self._draw(understood, complaints)
        self.setVisible(self._rows.count() > 0)

    def forget(self) -> None:
        """Show nothing."""
        self._shown = None
        self._clear()
        self.hide()

    def sentences(self) -> list[str]:
        """What it says, for a screen reader."""
        return [one.text.text() for one in self._widgets() if isinstance(one, IconLine)]

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(_GAP))

    def _draw(self, understood: Understood, complaints: Sequence[Complaint]) -> None:
        for part in understood.parts:
            if part.what is not None:
                self._line(icon_of(part.what), words(part.phrase))
            else:
                self._two_ways(understood, part)
        if understood.leftover:
            text = Phrase(N_("Kept as a note: {text}"), {"text": understood.leftover})
            self._line("quote", words(text))
        if understood.suggestions:
            chips = Flow(_GAP)
            for reading in understood.suggestions:
                self._chip(chips, reading, lambda one: marked(understood, one))
            self._add(chips)
        for complaint in complaints:
            self._complain(complaint)

    def _two_ways(self, understood: Understood, part: Part) -> None:
        written = understood.text[part.start : part.end]
        which = Phrase(N_("“{text}” can be read in two ways. Which one?"), {"text": written})
        self._line("circle-help", words(which))
        chips = Flow(_GAP)
        for reading in part.readings:
            self._chip(chips, reading, lambda one: reworded(understood, part, one))
        self._add(chips)

    def _chip(self, flow: Flow, reading: Reading, line: Callable[[Reading], str]) -> None:
        chip = Chip(words(reading.phrase))
        chip.clicked.connect(lambda: self.rewritten.emit(line(reading)))
        flow.add(chip)

    def _complain(self, complaint: Complaint) -> None:
        warned = IconLine("circle-alert", words(complaint.phrase), "small", ("warn", "warn"), 18)
        self._add(warned)
        if complaint.code == LOCKS:
            lock, chips = Chip(_("Keep it locked"), icon="lock"), Flow(_GAP)
            lock.clicked.connect(self.lock_asked)
            chips.add(lock)
            self._add(chips)

    def _line(self, icon: str, text: str) -> None:
        self._add(IconLine(icon, text, "small", ("ink", "ask"), 18))

    def _add(self, widget: QWidget) -> None:
        self._rows.addWidget(widget)
        widget.show()

    def _widgets(self) -> list[QWidget]:
        found = (self._rows.itemAt(at) for at in range(self._rows.count()))
        return [widget for item in found if item and (widget := item.widget())]

    def _clear(self) -> None:
        for widget in self._widgets():
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()


def icon_of(what: What) -> str:
    """The picture for a part."""
    if isinstance(what, Around):
        return "paw-print" if what.species.is_pet else "user"
    if isinstance(what, DayOf):
        return "cake"
    if isinstance(what, AskAbout):
        return "calendar-days"
    if isinstance(what, HadIdea):
        return "lightbulb"
    return _BY_KIND[what.kind] if isinstance(what, Said) else "search"


def reworded(understood: Understood, part: Part, reading: Reading) -> str:
    """The line with one way to read a part written out."""
    text = understood.text
    return f"{text[: part.start]}{reading.instead}{text[part.end :]}"


def marked(understood: Understood, reading: Reading) -> str:
    """The line with a mark before a piece that no part stands for."""
    text, piece = understood.text, reading.instead[1:]
    at = text.find(piece)
    while at >= 0 and any(part.start <= at < part.end for part in understood.parts):
        at = text.find(piece, at + 1)
    return f"{text[:at]}{reading.instead}{text[at + len(piece) :]}" if at >= 0 else text
