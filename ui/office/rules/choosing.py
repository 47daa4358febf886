"""The small choices that open under a sentence: chips of which one is on, or a line to type in."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import _
from ui.kit import Button, Chip, Field, Flow, Text
from ui.theme import theme

Read = Callable[[str], Any]


class OneOf(QWidget):
    """Chips under a label; the arrows walk through them.

    Args:
        label: translated.
        words: value → words already translated.
        value: the one that is on.
        taken: gets the value that is chosen.
    """

    def __init__(
        self, label: str, words: Mapping[Any, str], value: Any, taken: Callable[[Any], None]
    ) -> None:
        super().__init__()
        self._values, self._taken = tuple(words), taken
        self.group = QButtonGroup(self)
        self.chips = [Chip(words[one], one == value) for one in self._values]
        flow = Flow()
        for at, chip in enumerate(self.chips):
            chip.setAccessibleDescription(label)
            self.group.addButton(chip, at)
            flow.add(chip)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("xs"))
        rows.addWidget(Text(label, "label", "ink2"))
        rows.addWidget(flow)
        self.group.idToggled.connect(self._on_toggled)

    def _on_toggled(self, at: int, on: bool) -> None:
        if on:
            self._taken(self._values[at])


class SomeOf(QWidget):
    """Chips under a label; any number of them is on.

    Args:
        words: value → words already translated.
        values: those that are on.
        taken: gets all that are on, in the order of the chips.
    """

    def __init__(
        self,
        label: str,
        words: Mapping[Any, str],
        values: tuple[Any, ...],
        taken: Callable[[tuple[Any, ...]], None],
    ) -> None:
        super().__init__()
        self._taken = taken
        self.chips = {one: Chip(words[one], one in values) for one in words}
        flow = Flow()
        for chip in self.chips.values():
            chip.setAccessibleDescription(label)
            chip.toggled.connect(self._on_toggled)
            flow.add(chip)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("xs"))
        rows.addWidget(Text(label, "label", "ink2"))
        rows.addWidget(flow)

    def _on_toggled(self, _on: bool) -> None:
        self._taken(tuple(one for one, chip in self.chips.items() if chip.isChecked()))


class Typed(QWidget):
    """A line to type a value in; says what is wrong while it cannot be used.

    Args:
        label: translated.
        text: at first.
        read: makes a value of the text; raises ValueError with a sentence.
        taken: gets the value.
        note: a unit, translated.
    """

    def __init__(
        self, label: str, text: str, read: Read, taken: Callable[[Any], None], note: str = ""
    ) -> None:
        super().__init__()
        self._read, self._taken = read, taken
        self.field = Field(label, text, note=note)
        self.field.edited.connect(self._on_edited)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.field)
        self.setFocusProxy(self.field)

    def _on_edited(self, text: str) -> None:
        try:
            value = self._read(text)
        except ValueError as error:
            self.field.set_problem(str(error))
            return
        self.field.set_problem("")
        self._taken(value)


class Stepped(Typed):
    """The same for a number: a little less and a little more beside the line, and with ↑ ↓.

    Args:
        step: the text with so much added; raises ValueError where it would leave its range.
    """

    def __init__(
        self, typed: tuple[str, str, str], read: Read, taken: Callable[[Any], None], by: int = 1
    ) -> None:
        label, text, note = typed
        super().__init__(label, text, read, taken, note)
        self._by = by
        self.less = Button("", "soft", "minus")
        self.more = Button("", "soft", "plus")
        self.less.setAccessibleName(_("Less"))
        self.more.setAccessibleName(_("More"))
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space("s"))
        rows = self.layout()
        if isinstance(rows, QVBoxLayout):
            rows.addLayout(row)
        row.addWidget(self.field, 1)
        for button in (self.less, self.more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows step."""
        steps = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}
        if event.key() in steps:
            self._step(steps[event.key()])
        else:
            super().keyPressEvent(event)

    def _step(self, way: int) -> None:
        text = self.field.text().strip()
        if not text.isdecimal():
            return
        fresh = str(int(text) + way * self._by)
        try:
            self._read(fresh)
        except ValueError:
            return
        self.field.set_text(fresh)
        self._on_edited(fresh)
