"""A sentence with parts to tap: a small choice opens under it, and the sentence says it at once."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill
from pos_companion.services.rule_choices import RuleChoices
from ui.kit import Button, Flow, Panel, Text
from ui.kit.tab_stops import tab_stops
from ui.office.rules.clauses import Clause, Part, blank_for, clause_of, in_words, settled
from ui.office.rules.turn import Turn
from ui.theme import theme

_PIECE = re.compile(r"([^\s{}]*)\{(\w+)\}([^\s{}]*)|(\S+)")

Chooser = Callable[[], QWidget]


class Sentence(QWidget):
    """One part of a rule.

    Args:
        part: what it says.
        choices: what its parts can be chosen from.
        turn: closes what is open elsewhere.
        term: which of a rule's own terms it is; empty for a condition, an effect or a limit.

    Attributes:
        lead: the first word, such as "When" or "and"; hidden until `set_lead`.
        buttons: the parts that can be tapped, by the name of their field.

    Signals:
        changed(object): the part as it is now.
    """

    changed = Signal(object)

    def __init__(self, part: Part, choices: RuleChoices, turn: Turn, term: str = "") -> None:
        super().__init__()
        self.part = part
        self.buttons: dict[str, Button] = {}
        self.lead = Button("", "lead")
        self.lead.hide()
        self._choices, self._turn, self._term = choices, turn, term
        self._lead_chooser: Chooser | None = None
        self._clause = Clause("")
        self._box: Panel | None = None
        self._open_at: str | None = None
        self._flow = Flow(6)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._flow)
        self._flow.add(self.lead)
        self.lead.clicked.connect(self.open_lead)
        self._write()
        self.restyle()

    def set_lead(self, text: str, chooser: Chooser | None) -> None:
        """Say a first word; a tap on it opens a choice of its own.

        Args:
            chooser: None for a word that only leads on.
        """
        self.lead.setText(text)
        self.lead.setEnabled(chooser is not None)
        self.lead.show()
        self._lead_chooser = chooser
        self._name_all()

    def open(self, name: str) -> None:
        """Open the choice of a blank, or close it when it is the one that is open."""
        spot = self._clause.spots[name]
        blank = blank_for(spot, self._choices)
        value = getattr(self.part, name)
        self._toggle(name, lambda: blank.chooser(value, lambda new: self._take(name, new)))

    def open_lead(self) -> None:
        """The same for the first word."""
        if self._lead_chooser is not None:
            self._toggle("", self._lead_chooser)

    def close_choice(self) -> None:
        """Close what is open here; the keyboard goes back to what opened it."""
        at, self._open_at = self._open_at, None
        box, self._box = self._box, None
        if box is None:
            return
        had_keyboard = box.isAncestorOf(box.window().focusWidget() or self)
        button = self.lead if not at else self.buttons.get(at)
        if had_keyboard and button is not None:
            button.setFocus()
        box.hide()
        self._rows.removeWidget(box)
        box.deleteLater()

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setSpacing(theme().space("s"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Enter in the choice close it."""
        ends = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in ends and self._box is not None:
            self._turn.end()
        else:
            super().keyPressEvent(event)

    def _toggle(self, name: str, chooser: Chooser) -> None:
        was = self._open_at
        self._turn.end()
        if was == name:
            return
        self._turn.take(self.close_choice)
        self._open_at = name
        self._box = Panel("sunk")
        inside = chooser()
        self._box.add(inside)
        self._rows.addWidget(self._box)
        self._box.show()
        first = _first_stop(inside)
        if first is not None:
            first.setFocus()
            line = self._box.focusWidget()
            if isinstance(line, QLineEdit):
                line.selectAll()

    def _take(self, name: str, value: Any) -> None:
        self.part = settled(replace(self.part, **{name: value}))
        self._write()
        self.changed.emit(self.part)

    def _write(self) -> None:
        """Word the blanks; the sentence itself is laid out anew only where it is another one."""
        clause = clause_of(self.part, self._term)
        if clause.text != self._clause.text:
            self._lay_out(clause)
        self._clause = clause
        for name, button in self.buttons.items():
            worded = blank_for(clause.spots[name], self._choices).worded(getattr(self.part, name))
            button.setText(worded)
            button.setAccessibleDescription(_(clause.spots[name].label))
        self._name_all()

    def _lay_out(self, clause: Clause) -> None:
        for widget in self._flow.widgets():
            if widget is not self.lead:
                self._flow.discard(widget)
        self.buttons = {}
        for before, name, behind, word in _PIECE.findall(clause.text):
            if name in clause.spots:
                self._flow.add(self._piece(before, name, behind))
            else:
                self._flow.add(_word(word or f"{before}{{{name}}}{behind}"))

    def _piece(self, before: str, name: str, behind: str) -> QWidget:
        button = Button("", "part", "chevron-down")
        button.put_icon_last()
        button.clicked.connect(lambda: self.open(name))
        self.buttons[name] = button
        if not before and not behind:
            return button
        piece = QWidget()
        row = QHBoxLayout(piece)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for text in (before, None, behind):
            if text is None:
                row.addWidget(button)
            elif text:
                row.addWidget(_word(text))
        return piece

    def _name_all(self) -> None:
        said = in_words(self.part, self._choices, self._term)
        lead = self.lead.text()
        text = fill(_("{lead} {sentence}"), lead=lead, sentence=said) if lead else said
        self.setAccessibleName(text)


def _word(text: str) -> Text:
    word = Text(text)
    word.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return word


def _first_stop(widget: QWidget) -> QWidget | None:
    """The line to type in, else what is chosen, else the first thing that can be."""
    if widget.focusProxy() is not None:
        return widget
    stops = tab_stops(widget)
    chosen = (one for one in stops if isinstance(one, QAbstractButton) and one.isChecked())
    return next(chosen, next(iter(stops), None))
