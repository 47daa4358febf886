"""When a rule holds: conditions under each other, all or any of them, groups up to three deep."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _
from pos_companion.rules import Condition
from pos_companion.rules.as_json import CONDITIONS
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.not_ import Not
from pos_companion.services.rule_choices import RuleChoices
from ui.kit import Button, Chip, Flow, Panel, Text
from ui.office.rules.choosing import OneOf
from ui.office.rules.clauses import fresh
from ui.office.rules.picker import Picker
from ui.office.rules.sentence import Sentence
from ui.office.rules.turn import Turn
from ui.theme import theme

DEEPEST = 3
GROUPS = frozenset({"all_of", "any_of", "not_"})


@dataclass(frozen=True)
class Row:
    """One condition of a group, and whether it must not hold."""

    part: Condition
    denied: bool = False

    @classmethod
    def of(cls, condition: Condition) -> "Row":
        """A condition, its "not" taken apart; two of them stay as they are."""
        if isinstance(condition, Not) and not isinstance(condition.part, Not):
            return cls(condition.part, True)
        return cls(condition)

    @property
    def condition(self) -> Condition:
        """Put together again."""
        return Not(self.part) if self.denied else self.part

    @property
    def is_group(self) -> bool:
        """Whether it is conditions in a group of their own."""
        return isinstance(self.part, AllOf | AnyOf)


class Conditions(QWidget):
    """One group; a group inside it is another one of these.

    Args:
        when: the group, or a single condition.
        depth: 1 for the whole rule, 3 at most.

    Attributes:
        add: asks for one more; of the whole rule it is placed by whoever made it.

    Signals:
        changed: `condition()` is another one.
    """

    changed = Signal()

    def __init__(self, when: Condition, choices: RuleChoices, turn: Turn, depth: int = 1) -> None:
        super().__init__()
        self._choices, self._turn, self._depth = choices, turn, depth
        self.is_any = isinstance(when, AnyOf)
        self._was_group = isinstance(when, AllOf | AnyOf)
        parts = when.branches if isinstance(when, AllOf | AnyOf) else (when,)
        self.rows = [Row.of(one) for one in parts]
        self.sentences: list[Sentence | Conditions] = []
        self.add = Button(_("Another condition"), "ghost", "plus")
        self.add.clicked.connect(self.pick)
        self._picker: Picker | None = None
        self._column = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._column)
        if depth > 1:
            below = Flow()
            below.add(self.add)
            layout.addWidget(below)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().space("s"))
        layout.setSpacing(theme().space("s"))
        self._layout = layout
        self._show()

    def condition(self) -> Condition:
        """What the group says now."""
        parts = tuple(row.condition for row in self.rows)
        if len(parts) == 1 and not self._was_group:
            return parts[0]
        return AnyOf(parts) if self.is_any else AllOf(parts)

    def _show(self) -> None:
        """Draw every row."""
        self._turn.end()
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.sentences = []
        for at in range(len(self.rows)):
            self._column.addWidget(self._drawn(at))

    def _drawn(self, at: int) -> QWidget:
        row = self.rows[at]
        if not row.is_group:
            sentence = Sentence(row.part, self._choices, self._turn)
            sentence.set_lead(self._lead(at), partial(self._about, at))
            sentence.changed.connect(partial(self._say, at))
            self.sentences.append(sentence)
            return sentence
        inner = Conditions(row.part, self._choices, self._turn, self._depth + 1)
        inner.changed.connect(lambda: self._say(at, inner.condition()))
        self.sentences.append(inner)
        return _Boxed(self._lead(at), inner, lambda: self._about(at), self._turn)

    def _lead(self, at: int) -> str:
        row = self.rows[at]
        if at == 0:
            if self._depth > 1:
                return _("not") if row.denied else _("that")
            return _("When not") if row.denied else _("When")
        if self.is_any:
            return _("or not") if row.denied else _("or")
        return _("and not") if row.denied else _("and")

    def _about(self, at: int) -> QWidget:
        """What can be done with one row, and with its group."""
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        if len(self.rows) > 1:
            words = {False: _("all of these"), True: _("any of these")}
            rows.addWidget(OneOf(_("What has to hold"), words, self.is_any, self._join))
        actions = Flow()
        row = self.rows[at]
        deny = Chip(_("must not be so"), row.denied)
        deny.toggled.connect(lambda on: self._change(at, Row(row.part, on)))
        actions.add(deny)
        if not row.is_group and self._depth < DEEPEST:
            group = Button(_("Put into a group"), "soft")
            group.clicked.connect(lambda: self._change(at, Row(AnyOf((row.condition,)))))
            actions.add(group)
        if len(self.rows) > 1:
            remove = Button(_("Remove this condition"), "soft", "trash-2")
            remove.clicked.connect(lambda: self._remove(at))
            actions.add(remove)
        rows.addWidget(actions)
        return box

    def _say(self, at: int, part: Condition) -> None:
        self.rows[at] = Row(part, self.rows[at].denied)
        self.changed.emit()

    def _join(self, is_any: bool) -> None:
        self.is_any = is_any
        self._was_group = True
        self._redraw(0)

    def _change(self, at: int, row: Row) -> None:
        self.rows[at] = row
        self._redraw(at)

    def _remove(self, at: int) -> None:
        del self.rows[at]
        self._redraw(min(at, len(self.rows) - 1))

    def _redraw(self, at: int) -> None:
        self._show()
        self.changed.emit()
        self._focus(at)

    def _focus(self, at: int) -> None:
        sentence = self.sentences[at] if self.sentences else None
        if isinstance(sentence, Sentence):
            (next(iter(sentence.buttons.values()), sentence.lead)).setFocus()

    def pick(self) -> None:
        """Ask for one more."""
        kinds = {
            kind: _(one.label)
            for kind, one in CONDITIONS.items()
            if kind not in GROUPS and (one.of_person or not self._choices.about_people)
        }
        heading = _("Who belongs to it?") if self._choices.about_people else _("When else?")
        self._picker = Picker(heading, kinds, self._turn, self.add)
        self._picker.chosen.connect(self._add)
        self._layout.addWidget(self._picker)
        self._picker.open()

    def _add(self, kind: str) -> None:
        self._was_group = self._was_group or bool(self.rows)
        self.rows.append(Row(fresh(CONDITIONS[kind], self._choices)))
        self._redraw(len(self.rows) - 1)


class _Boxed(Panel):
    """A group inside a group: what has to hold of it, then its rows."""

    def __init__(
        self, lead: str, inner: Conditions, about: Callable[[], QWidget], turn: Turn
    ) -> None:
        super().__init__("sunk")
        self._turn, self._about = turn, about
        self._open: QWidget | None = None
        self._lead = Button(lead, "lead")
        self._lead.clicked.connect(self._toggle)
        head = Flow()
        head.add(self._lead)
        what = _("any of these holds:") if inner.is_any else _("all of these hold:")
        head.add(Text(what, "body", "ink2"))
        self.add(head)
        self.add(inner)

    def _toggle(self) -> None:
        was_open = self._open is not None
        self._turn.end()
        if was_open:
            return
        self._turn.take(self._close)
        self._open = self._about()
        self.add(self._open)

    def _close(self) -> None:
        box, self._open = self._open, None
        if box is not None:
            box.hide()
            box.deleteLater()
