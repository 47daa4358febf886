"""What a rule gives, and its limits: sentences under each other, with one more at a tap."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import N_, _
from pos_companion.rules import Cap, Effect, Period, Scope, Unit
from pos_companion.rules.as_json import EFFECTS
from pos_companion.services.rule_choices import RuleChoices
from ui.kit import Button, Flow
from ui.office.money import read_money
from ui.office.rules.choosing import OneOf
from ui.office.rules.clauses import AMONG, UNITS, fresh
from ui.office.rules.picker import Picker
from ui.office.rules.sentence import Sentence
from ui.office.rules.turn import Turn
from ui.theme import theme


class PartRows(QWidget):
    """Rows of one sort.

    Attributes:
        first, others: the first words of the first row and of every other one; msgids.
        more: what the button for one more says.
        add: that button, to be placed by whoever made the rows.
        heading: over the sorts to choose from.
        removal: what the button says that takes one away.
        least: so many have to stay.

    Signals:
        changed: `parts` are others.
    """

    first: ClassVar[str] = ""
    others: ClassVar[str] = ""
    more: ClassVar[str] = ""
    heading: ClassVar[str] = ""
    removal: ClassVar[str] = ""
    least: ClassVar[int] = 0

    changed = Signal()

    def __init__(self, parts: tuple[Any, ...], choices: RuleChoices, turn: Turn) -> None:
        super().__init__()
        self.parts = list(parts)
        self.sentences: list[Sentence] = []
        self._choices, self._turn = choices, turn
        self.add = Button(_(self.more), "ghost", "plus")
        self.add.clicked.connect(self._pick)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().space("s"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().space("s"))
        self._layout.addLayout(self._column)
        self._show()

    def kinds(self) -> Mapping[str, str]:
        """The sorts of parts that can be added, and what they are called."""
        raise NotImplementedError

    def made(self, kind: str) -> Any:
        """A new part of a sort."""
        raise NotImplementedError

    def about(self, _at: int) -> list[QWidget]:
        """What else can be chosen for a whole row."""
        return []

    def change(self, at: int, part: Any) -> None:
        """Let a row be another part."""
        self.parts[at] = part
        self._redraw(at)

    def _show(self) -> None:
        self._turn.end()
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.sentences = []
        for at, part in enumerate(self.parts):
            sentence = Sentence(part, self._choices, self._turn)
            sentence.set_lead(_(self.others if at else self.first), partial(self._menu, at))
            sentence.changed.connect(partial(self._say, at))
            self.sentences.append(sentence)
            self._column.addWidget(sentence)

    def _menu(self, at: int) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        for widget in self.about(at):
            rows.addWidget(widget)
        if len(self.parts) > self.least:
            remove = Button(_(self.removal), "soft", "trash-2")
            remove.clicked.connect(lambda: self._remove(at))
            flow = Flow()
            flow.add(remove)
            rows.addWidget(flow)
        return box

    def _say(self, at: int, part: Any) -> None:
        self.parts[at] = part
        self.changed.emit()

    def _remove(self, at: int) -> None:
        del self.parts[at]
        self._redraw(at)

    def _redraw(self, at: int) -> None:
        self._show()
        self.changed.emit()
        if not self.sentences:
            self.add.setFocus()
            return
        sentence = self.sentences[min(at, len(self.sentences) - 1)]
        next(iter(sentence.buttons.values()), sentence.lead).setFocus()

    def _pick(self) -> None:
        kinds = self.kinds()
        if len(kinds) == 1:
            self._add(next(iter(kinds)))
            return
        picker = Picker(_(self.heading), kinds, self._turn, self.add)
        picker.chosen.connect(self._add)
        self._layout.addWidget(picker)
        picker.open()

    def _add(self, kind: str) -> None:
        self.parts.append(self.made(kind))
        self._redraw(len(self.parts) - 1)


class Effects(PartRows):
    """What is given; several are a choice."""

    first = N_("offer")
    others = N_("or")
    more = N_("Something else to choose from")
    heading = N_("What else can they choose?")
    removal = N_("Remove this gift")
    least = 1

    def kinds(self) -> Mapping[str, str]:
        """Every kind of effect."""
        return {kind: _(one.label) for kind, one in EFFECTS.items()}

    def made(self, kind: str) -> Effect:
        """With what the shop has."""
        effect: Effect = fresh(EFFECTS[kind], self._choices)
        return effect

    def about(self, at: int) -> list[QWidget]:
        """Another kind instead."""
        words = dict(sorted(self.kinds().items(), key=lambda one: one[1].casefold()))

        def other(kind: str) -> None:
            self.change(at, self.made(kind))

        return [OneOf(_("What is given"), words, self.parts[at].kind, other)]


class Limits(PartRows):
    """How often, and how much money at most."""

    first = N_("at most")
    others = N_("and at most")
    more = N_("Another limit")
    heading = N_("What else has a limit?")
    removal = N_("Remove this limit")

    def kinds(self) -> Mapping[str, str]:
        """What can be counted."""
        return {unit.value: _(text) for unit, text in UNITS.items()}

    def made(self, kind: str) -> Cap:
        """Once a month for each customer, or a small budget for the month."""
        if kind == Unit.COUNT:
            return Cap(Scope.PERSON, Period.MONTH, 1)
        fifty = read_money("50", self._choices.currency).amount
        return Cap(Scope.RULE, Period.MONTH, fifty, Unit(kind))

    def about(self, at: int) -> list[QWidget]:
        """What is counted, and over which rules."""
        cap: Cap = self.parts[at]

        def counts(unit: Unit) -> None:
            self.change(at, replace(self.made(unit), period=cap.period, days=cap.days))

        units = {unit: _(text) for unit, text in UNITS.items()}
        among = {one: _(text) for one, text in AMONG.items()}
        return [
            OneOf(_("What is counted"), units, cap.unit, counts),
            OneOf(_("Counted over"), among, cap.among,
                  lambda one: self.change(at, replace(cap, among=one))),
        ]  # fmt: skip
