"""One rule beside the list: its sentence, what speaks against using it, and what can be done."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_companion.i18n import _, isolated, words
from pos_companion.rules import Rule, RuleState
from pos_companion.rules.lint.check import Complaint
from pos_companion.services.rule_choices import RuleChoices
from ui.kit import Button, Flow, IconLine, Panel, ScrollColumn, Text
from ui.office.rules.editor import RuleEditor
from ui.office.rules.preview import Preview
from ui.office.rules.rule_words import STATES
from ui.theme import theme

_WIDE, _NAMED = 600, 360  # px at 100 %


class RuleDesk(QWidget):
    """Shows one rule; what somebody wants comes out as a signal.

    Attributes:
        editor: None until a rule is shown.
        segments: names of segments the rule was shown with.
        preview: what the rule would have done.
        beside: shows something else than the rule for a while, such as its versions; None else.

    Signals:
        changed(object): the rule as it is now.
        kept, undone: what was changed is to be kept, or forgotten.
        started, paused, ended: how the rule is to stand.
        versions_asked, try_asked: show them.
        left: back to the list, where there is room for one of the two.
    """

    changed = Signal(object)
    kept = Signal()
    undone = Signal()
    started = Signal()
    paused = Signal()
    ended = Signal()
    versions_asked = Signal()
    try_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.preview = Preview()
        self.editor: RuleEditor | None = None
        self.segments: Mapping[str, str] = {}
        self.beside: QWidget | None = None
        self.name = Text("", "title")
        self.state = Text("", "small", "ink2")
        self.headline = Text("", "small", "brand_ink")
        self.start = Button(_("Put into use"), "on", "check")
        self.pause = Button(_("Pause"), "ghost", "clock")
        self.end = Button(_("End it"), "ghost")
        self.list = Button(_("All rules"), "ghost", "arrow-left", "Esc")
        self.lint = Panel("warn", _("Before it can be used"))
        self._complaints = QWidget()
        self.undo = Button(_("Undo changes"), "ghost", "undo-2")
        self.versions = Button(_("Versions"), "ghost", "rotate-ccw")
        self.try_on = Button(_("Try on…"), "ghost", "user")
        self.keep = Button(_("Keep this rule"), "primary", "check", "Ctrl+S")
        self.column = ScrollColumn()
        self._lay_out()
        self._connect()

    def show_rule(self, rule: Rule, choices: RuleChoices) -> None:
        """Show a rule to be changed."""
        self.close_beside()
        if self.editor is not None:
            self.column.column.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = RuleEditor(rule, choices)
        self.segments = choices.segments
        self.editor.changed.connect(self.changed)
        self.column.column.insertWidget(0, self.editor)
        self.editor.show()
        self.column.to_top()
        self.headline.setText("")
        self.show_state(rule, is_changed=False)
        self.lint.hide()

    def show_state(self, rule: Rule, is_changed: bool) -> None:
        """Say how the rule stands, and whether something is not kept yet."""
        state = rule.state
        self.name.setText(isolated(_(rule.name)))
        self.state.setText(_(STATES[state]))
        self.start.setVisible(state is not RuleState.ACTIVE)
        self.pause.setVisible(state is RuleState.ACTIVE)
        self.end.setVisible(state in {RuleState.ACTIVE, RuleState.PAUSED})
        self.undo.setVisible(is_changed)
        self.keep.setVisible(is_changed)

    def show_complaints(self, complaints: Sequence[Complaint]) -> None:
        """Say what keeps the rule from being used, each with what to do."""
        fresh = QWidget()
        rows = QVBoxLayout(fresh)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("s"))
        for one in complaints:
            rows.addWidget(IconLine("triangle-alert", words(one.phrase), "body", ("ink", "warn")))
        self._complaints.hide()
        self._complaints.deleteLater()
        self._complaints = fresh
        self.lint.add(fresh)
        self.lint.setVisible(bool(complaints))

    def show_beside(self, widget: QWidget) -> None:
        """Show something else for a while; `close_beside` brings the rule back."""
        self.close_beside()
        self.beside = widget
        for part in (self._head, self.headline, self.column, self._bar):
            part.hide()
        self._rows.insertWidget(2, widget, 1)
        widget.show()

    def close_beside(self) -> bool:
        """Bring the rule back; False when it was there."""
        widget, self.beside = self.beside, None
        if widget is None:
            return False
        self._rows.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
        for part in (self._head, self.headline, self.column, self._bar):
            part.show()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The green button stands at the end of the line, or below where it is narrow."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wide = self.width() >= theme().px(_WIDE)
        self._along.setDirection(beside if wide else below)
        self._across.setDirection(beside if self.width() >= theme().px(_NAMED) else below)

    def _lay_out(self) -> None:
        self.list.hide()
        head = self._head = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        head.setSizePolicy(policy)
        self.column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        across = self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme().space("s"))
        naming = QVBoxLayout()
        naming.setSpacing(0)
        naming.addWidget(self.name)
        naming.addWidget(self.state)
        across.addLayout(naming, 1)
        states = Flow(4)
        for button in (self.end, self.pause, self.start):
            states.add(button)
        across.addWidget(states)
        self._bar = QWidget()
        others = Flow(4)
        for button in (self.list, self.versions, self.try_on, self.undo):
            others.add(button)
        self._along = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._bar)
        self._along.setContentsMargins(0, 0, 0, 0)
        self._along.addWidget(others, 1)
        self._along.addWidget(self.keep)
        self.column.add(self.lint)
        self.column.add(self.preview)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("s"))
        self._rows.addWidget(head)
        self._rows.addWidget(self.headline)
        self._rows.addWidget(self.column, 1)
        self._rows.addWidget(self._bar)

    def _connect(self) -> None:
        wanted = {
            self.keep: self.kept,
            self.undo: self.undone,
            self.start: self.started,
            self.pause: self.paused,
            self.end: self.ended,
            self.versions: self.versions_asked,
            self.try_on: self.try_asked,
            self.list: self.left,
        }
        for button, signal in wanted.items():
            button.clicked.connect(signal)
