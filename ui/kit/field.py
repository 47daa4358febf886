"""A line to type in, under its label."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.icon import IconLine
from ui.kit.line_edit import LineBox
from ui.kit.text import Text
from ui.theme import theme


class Field(QWidget):
    """Label, line edit, and what is wrong with it.

    Args:
        label: over the line; also its accessible name.
        text: at first.
        placeholder: shown while empty.
        note: a few faint words after the label, such as a unit or "optional".

    Attributes:
        box: the painted box.
        edit: the line edit.

    Signals:
        edited(str): the person changed the text.
        submitted(str): Enter.
    """

    edited = Signal(str)
    submitted = Signal(str)

    def __init__(self, label: str, text: str = "", placeholder: str = "", note: str = "") -> None:
        super().__init__()
        self.label = Text(label, "label", "ink2")
        self.note = Text(note, "small", "ink3")
        if not note:
            self.note.hide()
        self.box = LineBox(placeholder)
        self.edit = self.box.edit
        self.box.set_text(text)
        self.box.set_name(label)
        self.edit.setAccessibleDescription(note)
        self.box.edited.connect(self.edited)
        self.box.submitted.connect(self.submitted)
        self.setFocusProxy(self.edit)
        self._problem: IconLine | None = None
        self._head = QHBoxLayout()
        self._head.addWidget(self.label, 1)
        self._head.addWidget(self.note)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._head)
        self._layout.addWidget(self.box)
        self.restyle()

    def text(self) -> str:
        """What is typed."""
        return self.box.text()

    def set_text(self, text: str) -> None:
        """Show a text; nothing is emitted."""
        self.box.set_text(text)

    def set_problem(self, sentence: str) -> None:
        """Say under the line what is wrong with it; nothing if the sentence is empty."""
        if self._problem is None:
            self._problem = IconLine("circle-alert", "", "small", ("danger", "danger"))
            self._layout.addWidget(self._problem)
        self._problem.text.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence or self.note.text())

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().space("xs"))
        self._head.setSpacing(theme().space("s"))
