"""Everything that can be done, found by its words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from pos_companion.i18n import _, fill
from ui.counter.commands import Command
from ui.kit import Field, Key, Sheet, Text, Tile

_MOST = 8


class Palette(Sheet):
    """One line to type in, and what fits below; Enter does the first.

    Args:
        commands: what can be done now.

    Attributes:
        line: the field.
        rows: what fits, the one that Enter does is selected.

    Signals:
        chosen: a `Command`.
    """

    personal = False
    chosen = Signal(object)

    def __init__(self, commands: list[Command]) -> None:
        super().__init__(_("What would you like to do?"), _("Back"))
        self._commands = commands
        self._fitting: list[Command] = []
        self._at = 0
        self.line = Field(_("Type a few letters"))
        self.line.edited.connect(self.look_for)
        self.line.submitted.connect(self._on_submitted)
        self.rows: list[Tile] = []
        self.nothing = Text("", "body", "ink2")
        self.add(self.line)
        self.add(self.nothing)
        self.look_for("")

    def start(self) -> None:
        """Give the keyboard to the line."""
        self.line.edit.setFocus()

    def look_for(self, text: str) -> None:
        """Show what has all these words, in any order; a key's name counts as a word."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        wanted = text.casefold().split()
        self._fitting = [one for one in self._commands if _fits(one, wanted)][:_MOST]
        self._at = 0
        self.rows = [self._row(one, at == 0) for at, one in enumerate(self._fitting)]
        for row in self.rows:
            self.add(row)
            row.show()
        self.nothing.setVisible(not self.rows)
        self.nothing.setText(fill(_("Nothing is called “{text}”."), text=text.strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk; Esc closes."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is None or not self.rows:
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + by, 0), len(self.rows) - 1)
        for at, row in enumerate(self.rows):
            row.set_tint(_tint(at == self._at))
        self.body.ensureWidgetVisible(self.rows[self._at])

    def _row(self, command: Command, selected: bool) -> Tile:
        row = Tile(_tint(selected))
        row.setText(_title(command))
        row.panel.add_beside(Text(_title(command)))
        if command.key:
            row.panel.add_trailing(Key(command.key), middle=True)
        row.clicked.connect(lambda: self.chosen.emit(command))
        return row

    def _on_submitted(self) -> None:
        if self._fitting:
            self.chosen.emit(self._fitting[self._at])


def _tint(selected: bool) -> str:
    return "selected" if selected else "control"


def _title(command: Command) -> str:
    words = _(command.label)
    return words[:1].upper() + words[1:]


def _fits(command: Command, wanted: list[str]) -> bool:
    text = f"{_(command.label)} {command.key}".casefold()
    return all(word in text for word in wanted)
