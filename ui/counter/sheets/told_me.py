"""They told us something: one line, what it was understood as, and Enter keeps it."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_companion.i18n import N_, _, isolated
from pos_companion.insight.told_parts import Said, Understood
from pos_companion.insight.tone import Complaint
from pos_companion.model.facts import MANNERS, Discretion, FactKind
from ui.counter.sheets.discretion_row import DiscretionChips
from ui.counter.sheets.told_read import Fitted, ReadOut
from ui.kit import Button, Field, Flow, Panel, Text

_COALESCE_MS = 16
_UNASKED = N_(
    "Nobody has asked them yet. Write only what they told you; of health, just what to avoid."
)
_EXAMPLES = (
    N_("@partner Ana"),
    N_("#cat Miso"),
    N_("~likes rye"),
    N_("!nuts"),
    N_("?Lisbon 24 Nov"),
    N_("idea: a bench outside"),
)


@dataclass(frozen=True)
class Telling:
    """A line as it stands.

    Attributes:
        discretion: what somebody chose; None for the usual one of each kind.
    """

    text: str
    discretion: Discretion | None = None


@dataclass(frozen=True)
class Heard:
    """What a line was understood as.

    Attributes:
        understood: None when it cannot be kept at all.
        problem: why; empty else.
    """

    telling: Telling
    understood: Understood | None = None
    complaints: tuple[Complaint, ...] = ()
    problem: str = ""


class ToldMe(Panel):
    """Stands over the action bar, so that the card can still be read.

    Attributes:
        field: the line.
        hint: examples of the signs, while the line is empty.
        unasked: what may be kept while nobody has asked them.
        read_out: what the line was understood as.
        discretion: who may learn it; absent while nothing in the line is a fact.

    Signals:
        asked: a `Telling` to be understood; keys that come together are one.
        kept: the `Telling` to keep.
        closed: nothing is to be kept.
    """

    asked = Signal(object)
    kept = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("ask")
        self._chosen: Discretion | None = None
        self.field = Field(_("They told me…"), placeholder=_("In a few words, as they said it"))
        self.hint = Flow(12)
        for example in map(_, _EXAMPLES):
            self.hint.add(Text(isolated(example), "small", "ink2"))
        self.unasked = Text(_(_UNASKED), "small", "ink2")
        self.read_out = ReadOut()
        self.discretion = DiscretionChips()
        self._keep = Button(_("Keep it"), "soft", "check", "Enter")
        self._back = Button(_("Not now"), "ghost", None, "Esc")
        self._soon = QTimer(self, singleShot=True, interval=_COALESCE_MS)
        middle = Fitted()
        for part in (self.hint, self.read_out, self.discretion):
            middle.add(part)
        for row in (self.field, self.unasked, middle, self._actions()):
            self.add(row)
        self._connect()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a line is being written."""
        return not self.isHidden()

    def telling(self) -> Telling:
        """The line as it stands."""
        return Telling(self.field.text().strip(), self._chosen)

    def start(self, nobody_asked: bool = False) -> None:
        """Open with an empty line that has the keyboard; one that is open stays as it is.

        Args:
            nobody_asked: whether we may remember things is not known yet.
        """
        self.unasked.setVisible(nobody_asked)
        if not self.is_open:
            self._chosen = None
            self.field.set_text("")
            self._show_empty()
            self.show()
        self.field.edit.setFocus()

    def flush(self) -> None:
        """Ask for what is typed now, if that has not been done yet."""
        if self._soon.isActive():
            self._soon.stop()
            self._ask()

    def show_heard(self, heard: Heard) -> None:
        """Show what a line was understood as; an answer to an older line is not shown."""
        if heard.telling != self.telling():
            return
        self.field.set_problem(heard.problem)
        if heard.understood is None:
            self.read_out.forget()
            self.discretion.hide()
            return
        self.hint.hide()
        self.read_out.show_read(heard.understood, heard.complaints)
        kinds = _kinds(heard.understood)
        self.discretion.setVisible(bool(kinds))
        self.discretion.show_discretion(self._chosen or _usual(kinds))
        self.field.edit.setAccessibleDescription(" ".join(self.read_out.sentences()))
        self._order_tabs()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def keep(self) -> None:
        """Keep the line; an empty one closes."""
        telling = self.telling()
        if telling.text:
            self.kept.emit(telling)
        else:
            self.closed.emit()

    def _actions(self) -> QWidget:
        """Side by side however narrow it is: their key caps go first."""
        actions = QWidget()
        row = QHBoxLayout(actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._keep)
        row.addWidget(self._back)
        row.addStretch(1)
        return actions

    def _connect(self) -> None:
        self._keep.clicked.connect(self.keep)
        self._back.clicked.connect(self.closed)
        self._soon.timeout.connect(self._ask)
        self.field.submitted.connect(self.keep)
        self.field.edited.connect(lambda _text: self._soon.start())
        self.read_out.rewritten.connect(self._rewrite)
        self.read_out.lock_asked.connect(lambda: self._choose(Discretion.LOCKED))
        self.discretion.chosen.connect(self._choose)

    def _ask(self) -> None:
        if self.field.text().strip():
            self.asked.emit(self.telling())
        else:
            self._show_empty()

    def _rewrite(self, text: str) -> None:
        self.field.set_text(text)
        self.field.edit.setFocus()
        self._ask()

    def _choose(self, discretion: Discretion) -> None:
        self._chosen = discretion
        self.field.edit.setFocus()
        self._ask()

    def _show_empty(self) -> None:
        self.field.set_problem("")
        self.field.edit.setAccessibleDescription(", ".join(map(_, _EXAMPLES)))
        self.hint.show()
        self.read_out.forget()
        self.discretion.hide()

    def _order_tabs(self) -> None:
        """Tab goes from the line down to the way back, however the chips were made."""
        chips = self.read_out.findChildren(QWidget) + self.discretion.widgets()
        stops = [one for one in chips if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise([self.field.edit, *stops, self._keep, self._back]):
            QWidget.setTabOrder(before, after)


def _kinds(understood: Understood) -> set[FactKind]:
    """The kinds of fact a line would leave."""
    kinds = {part.what.kind for part in understood.parts if isinstance(part.what, Said)}
    return kinds | ({FactKind.NOTE} if understood.leftover else set())


def _usual(kinds: set[FactKind]) -> Discretion | None:
    """What these kinds have unless somebody chooses; None when they differ."""
    usual = {MANNERS[kind].discretion for kind in kinds}
    return usual.pop() if len(usual) == 1 else None
