"""One segment: its name, who belongs to it, and how many people that are while it is written."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, isolated
from pos_companion.rules import Condition
from pos_companion.rules.segments import Segment
from pos_companion.services.rule_choices import RuleChoices
from pos_companion.services.segment_count import Counted
from ui.kit import Button, Field, Flow, IconLine, Panel, ScrollColumn, Text
from ui.office.in_a_row import InARow
from ui.office.rules.conditions import Conditions
from ui.office.rules.segment_list import count_in_words
from ui.office.rules.turn import Turn
from ui.theme import theme

_SOON_MS = 300


class SegmentForm(QWidget):
    """Shows a segment to be written.

    Args:
        segment: as it stands; a new one has no id and no conditions.

    Attributes:
        when: who belongs to it.

    Signals:
        asked(object): how many are meant by this condition?
        kept(object): the `Segment` is to be kept so.
        closed: back to the list.
    """

    asked = Signal(object)
    kept = Signal(object)
    closed = Signal()

    def __init__(self, segment: Segment, choices: RuleChoices) -> None:
        super().__init__()
        self._segment = segment
        self._turn = Turn()
        people = replace(choices, about_people=True)
        self.called = Field(
            _("What they are called"), segment.name, placeholder=_("Saturday families")
        )
        self.when = Conditions(segment.when, people, self._turn)
        self.count = Text("", "body")
        self.keep = Button(_("Keep this segment"), "primary", "check", "Ctrl+S")
        self.back = Button(_("All segments"), "ghost", "arrow-left", "Esc")
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._lay_out()
        self._soon.timeout.connect(lambda: self.asked.emit(self.when.condition()))
        self.when.changed.connect(self._on_changed)
        self.keep.clicked.connect(self._keep)
        self.called.submitted.connect(lambda _text: self._keep())
        self.back.clicked.connect(self.closed)
        self._on_changed()

    def begin(self) -> None:
        """Give the keyboard to what is written first."""
        self.called.setFocus()

    def flush(self) -> None:
        """Ask now how many there are, if that has not been done yet."""
        if self._soon.isActive():
            self._soon.stop()
            self.asked.emit(self.when.condition())

    def show_count(self, when: Condition, count: Counted) -> None:
        """Say how many there are, unless it is another condition by now."""
        if when == self.when.condition():
            self.count.setText(count_in_words(count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what is open, then the form; Ctrl+S keeps."""
        if event.matches(QKeySequence.StandardKey.Save):
            self._keep()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self._turn.end():
            self.closed.emit()

    def _lay_out(self) -> None:
        panel = Panel("surface")
        panel.add(self.called)
        panel.add(self.when)
        more = Flow()
        more.add(self.when.add)
        panel.add(more)
        panel.add(self.count)
        hint = _("Only what somebody is can be asked for: no day and no purchase. "
                 "Everybody can see why they belong to it.")  # fmt: skip
        column = ScrollColumn()
        column.add(panel)
        column.add(IconLine("info", hint, "small", ("ink2", "ink2")))
        name = isolated(self._segment.name) or _("A new segment")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        rows.addWidget(Text(name, "title"))
        rows.addWidget(column, 1)
        rows.addWidget(InARow({self.back: 0, self.keep: 1}))

    def _on_changed(self) -> None:
        is_empty = not self.when.rows
        self.when.add.setText(_("Who belongs to it?") if is_empty else _("Another condition"))
        self.count.setText("" if is_empty else _("Everybody is being asked…"))
        self.count.setVisible(not is_empty)
        if not is_empty:
            self._soon.start()

    def _keep(self) -> None:
        wanted = replace(self._segment, name=self.called.text(), when=self.when.condition())
        self.kept.emit(wanted)
