"""What a line of "they told me" was understood as, shown before anything is kept."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, words
from pos_companion.insight.note_words import LOCKS
from pos_companion.insight.told_parts import (
    Around,
    AskAbout,
    DayOf,
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
_SHARE = 3  # it takes at most one third of the window; the rest scrolls
_BY_KIND: Mapping[FactKind, str] = {
    FactKind.NOTE: "quote",
    FactKind.LIKE: "heart",
    FactKind.MATTERS: "star",
    FactKind.WORRY: "message-circle",
    FactKind.COMFORT: "hand-heart",
    FactKind.TENDER: "heart-handshake",
    **dict.fromkeys(KEEPS_BACK, "ban"),
}


class ReadOut(ScrollColumn):
    """One calm line for each part; as high as it needs, within reason.

    Signals:
        rewritten: the whole line, with a piece of it in words that can be read in one way only.
        lock_asked: a delicate thing had better be locked.
    """

    rewritten = Signal(str)
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_GAP)
        self._shown: tuple[Understood, tuple[Complaint, ...]] | None = None
        self.hide()

    def show_read(self, understood: Understood, complaints: Sequence[Complaint] = ()) -> None:
        """Show it; nothing is drawn again that is shown already."""
        if self._shown != (understood, tuple(complaints)):
            self._shown = (understood, tuple(complaints))
            self.clear()
            self._draw(understood, complaints)
        self.setVisible(bool(self.widgets()))
        self.fit()

    def forget(self) -> None:
        """Show nothing."""
        self._shown = None
        self.clear()
        self.hide()

    def sentences(self) -> list[str]:
        """What it says, for a screen reader."""
        return [line.text.text() for line in self.widgets() if isinstance(line, IconLine)]

    def fit(self) -> None:
        """Be as high as the lines are, up to a share of the window."""
        most = max(self.window().height() // _SHARE, theme().target("least"))
        self.setFixedHeight(min(max(self.column.heightForWidth(self.width()), 1), most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower means higher."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

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
        self.add(widget)
        widget.show()


def icon_of(what: What) -> str:
    """The picture for a part."""
    if isinstance(what, Around):
        return "paw-print" if what.species.is_pet else "user"
    if isinstance(what, DayOf):
        return "cake"
    if isinstance(what, AskAbout):
        return "calendar-days"
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
