"""The rules in the order in which they are asked; dragged, or moved with Alt and the arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, isolated
from pos_companion.rules import RuleState
from pos_companion.services.rule_choices import RuleChoices
from pos_companion.services.rule_use import RuleLine
from ui.kit import Text, Tile
from ui.office.rules.rule_words import icon_of, rule_in_words, use_in_words
from ui.theme import theme


class RuleRow(Tile):
    """One rule: its name, what it says, what it did.

    Args:
        brief: what it says takes one line; the rule stands beside.

    Signals:
        dragged(int): moved to this height of the list while held, in px.
        dropped: let go after that.
        stepped(int): to be asked one place earlier (-1) or later (1).
    """

    dragged = Signal(int)
    dropped = Signal()
    stepped = Signal(int)

    def __init__(self, line: RuleLine, choices: RuleChoices, brief: bool = False) -> None:
        super().__init__("surface", "", icon_of(line.rule))
        self.line = line
        self._pressed: QPoint | None = None
        self._moving = False
        name = _(line.rule.name)
        said, used = rule_in_words(line.rule, choices), use_in_words(line)
        resting = line.rule.state is not RuleState.ACTIVE
        self.panel.keep_disc_at_top()
        self.panel.add_beside(Text(isolated(name), "strong", "ink2" if resting else "ink"))
        self.panel.add_beside(Text(said, "small", "ink2", wrap=not brief))
        self.unkept = Text(_("changed, not kept yet"), "small", "warn")
        self.panel.add_beside(self.unkept)
        self.unkept.hide()
        self.panel.add_beside(Text(used, "small", "ink3"))
        self.setText(fill(_("{name}, {used}. {said}"), name=name, used=used, said=said))
        self.setAccessibleDescription(_("Alt and the arrows move it."))

    def select(self, is_selected: bool) -> None:
        """Show that it is the one beside."""
        self.set_tint("selected" if is_selected else "surface")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move it; an arrow alone goes to the neighbour."""
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        way = steps.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(way)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was taken."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it once it has been moved far enough to mean it."""
        at = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._moving = True
        if self._moving:
            self.setDown(False)
            self.dragged.emit(self.mapToParent(at).y())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        self._pressed = None
        moved, self._moving = self._moving, False
        if moved:
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)


class RuleList(QWidget):
    """All rules.

    Signals:
        chosen(str): the id of a rule somebody wants to see.
        ordered(object): ids of all rules in the order that is wanted.
    """

    chosen = Signal(str)
    ordered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[RuleRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().space("s"))

    def show_rules(
        self, lines: Sequence[RuleLine], choices: RuleChoices, brief: bool = False
    ) -> None:
        """Show these rules; the keyboard stays on the rule that had it."""
        focused = next((row.line.rule.id for row in self.rows if row.hasFocus()), "")
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for line in lines:
            row = RuleRow(line, choices, brief)
            self._listen(row)
            self.rows.append(row)
            self._column.addWidget(row)
            row.show()
        self.give_keyboard(focused)

    def select(self, rule: str) -> None:
        """Show which rule is beside."""
        for row in self.rows:
            row.select(row.line.rule.id == rule)

    def give_keyboard(self, rule: str) -> None:
        """Give the keyboard to a rule's row."""
        for row in self.rows:
            if row.line.rule.id == rule:
                row.setFocus()

    def mark_unkept(self, rules: set[str]) -> None:
        """Say which rules were changed and not kept."""
        for row in self.rows:
            row.unkept.setVisible(row.line.rule.id in rules)

    def ids(self) -> list[str]:
        """The rules in the order they are shown."""
        return [row.line.rule.id for row in self.rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk."""
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        at = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        if at is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        to = min(max(at + steps[event.key()], 0), len(self.rows) - 1)
        self.rows[to].setFocus()

    def _listen(self, row: RuleRow) -> None:
        row.clicked.connect(lambda: self.chosen.emit(row.line.rule.id))
        row.stepped.connect(lambda way: self._step(row, way))
        row.dragged.connect(lambda height: self._drag(row, height))
        row.dropped.connect(lambda: self.ordered.emit(self.ids()))

    def _step(self, row: RuleRow, way: int) -> None:
        if self._put(row, self.rows.index(row) + way):
            row.setFocus()
            self.ordered.emit(self.ids())

    def _drag(self, row: RuleRow, height: int) -> None:
        for at, other in enumerate(self.rows):
            if other is not row and other.geometry().top() <= height <= other.geometry().bottom():
                self._put(row, at)
                return

    def _put(self, row: RuleRow, at: int) -> bool:
        if not 0 <= at < len(self.rows):
            return False
        self.rows.remove(row)
        self.rows.insert(at, row)
        self._column.removeWidget(row)
        self._column.insertWidget(at, row)
        return True
