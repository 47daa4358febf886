"""What they told us about one being: read, locked, told to be wrong, and a line for more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QVBoxLayout, QWidget

from pos_companion.i18n import N_, _, fill, isolated, words
from pos_companion.insight.facts import shown_fact
from pos_companion.insight.note_words import complaints_about
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.services.consents import HEALTH_KINDS
from pos_companion.services.home_pages import MemberPage
from ui.counter.sheets.discretion_row import ICONS, MEANINGS, DiscretionChips
from ui.counter.sheets.rows import Rows
from ui.kit import Button, Chip, Field, Flow, Icon, IconLine, Panel, Text, Tile
from ui.theme import theme

_KINDS: Final = (
    (FactKind.LIKE, N_("likes")),
    (FactKind.DISLIKE, N_("does not like")),
    (FactKind.ALLERGY, N_("has to avoid")),
    (FactKind.NOTE, N_("something else")),
)


@dataclass(frozen=True)
class TellAbout:
    """Something told about a being."""

    kind: FactKind
    text: str


@dataclass(frozen=True)
class NewDiscretion:
    """Who may learn a fact from now on."""

    fact: Fact
    discretion: Discretion


class BeingFacts(QWidget):
    """A row for each fact; a tap opens who may learn it. Locked ones stay folded away.

    Args:
        name: of the being.

    Attributes:
        line: what they told us.
        kinds: what sort of thing that is.
        locked: shows what is locked; hidden while nothing is.

    Signals:
        told: a `TellAbout`.
        discretion_chosen: a `NewDiscretion`.
        wrong: a `Fact` that is not so.
    """

    told = Signal(object)
    discretion_chosen = Signal(object)
    wrong = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = Field(
            fill(_("What they told us about {name}"), name=name),
            placeholder=_("carrots, peanuts, umbrellas…"),
        )
        self.kinds = {kind: Chip(_(word), kind is FactKind.LIKE) for kind, word in _KINDS}
        self.advice = IconLine("circle-alert", "", "small", ("warn", "warn"))
        self.locked = Button("", "ghost", "lock")
        self._rows, self._open, self._shows_locked = Rows(6), 0, False
        self._page: MemberPage | None = None
        group, flow = QButtonGroup(self), Flow(6)
        for chip in self.kinds.values():
            group.addButton(chip)
            flow.add(chip)
        self._column = QVBoxLayout(self)
        for widget in (self._rows, self.locked, self.line, flow, self.advice):
            self._column.addWidget(widget)
        self.advice.hide()
        self.line.submitted.connect(self._on_submitted)
        self.line.edited.connect(self._on_edited)
        self.locked.clicked.connect(self._on_locked)
        self.restyle()

    def show_page(self, page: MemberPage) -> None:
        """Show the facts as they are now."""
        had_keyboard = self._has_keyboard()
        self._page = page
        self._draw()
        if had_keyboard:
            self.line.edit.setFocus()

    def begin_again(self) -> None:
        """It was kept: the line is empty for the next thing."""
        self.line.set_text("")
        self.line.set_problem("")

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().space("s"))

    def _draw(self) -> None:
        self._rows.clear()
        facts: Sequence[Fact] = self._page.facts if self._page else ()
        secret = [one for one in facts if one.discretion is Discretion.LOCKED]
        for fact in facts:
            if self._page and (fact not in secret or self._shows_locked):
                self._rows.add(self._row(fact, self._page.today))
        self.locked.setVisible(bool(secret) and not self._shows_locked)
        self.locked.setText(fill(_("Locked: {count}"), count=len(secret)))

    def _row(self, fact: Fact, today: date) -> QWidget:
        row = Rows(6)
        row.add(self._tile(fact, today))
        if fact.n == self._open:
            row.add(self._choices(fact))
        return row

    def _tile(self, fact: Fact, today: date) -> Tile:
        shown = shown_fact(fact, today)
        text = words(shown.phrase)
        source = words(shown.source) if shown.source is not None else ""
        tile = Tile("control")
        tile.setText(fill(_("{text}. {note}"), text=text, note=source) if source else text)
        tile.setAccessibleDescription(_(MEANINGS[fact.discretion]))
        tile.panel.add_beside(Text(isolated(text)))
        if source:
            tile.panel.add_beside(Text(source, "small", "ink2"))
        tile.panel.add_trailing(Icon(ICONS[fact.discretion], "ink3", 20), middle=True)
        tile.panel.set_padding(14, 8 if source else 12)
        tile.clicked.connect(lambda: self._on_opened(fact.n))
        return tile

    def _choices(self, fact: Fact) -> Panel:
        panel = Panel("sunk")
        chips = DiscretionChips(fact.discretion)
        chips.chips[Discretion.SAY].setVisible(fact.kind not in HEALTH_KINDS)
        chips.chosen.connect(lambda to: self._on_discretion(fact, to))
        wrong = Button(_("That’s wrong"), "ghost", "x")
        wrong.clicked.connect(lambda: self.wrong.emit(fact))
        chips.add(wrong)
        panel.add(chips)
        panel.set_padding(12, 8)
        return panel

    def _has_keyboard(self) -> bool:
        """Whether one of the rows has it, which are drawn anew."""
        focused = QApplication.focusWidget()
        return focused is not None and self._rows.isAncestorOf(focused)

    def _on_opened(self, n: int) -> None:
        had_keyboard = self._has_keyboard()
        self._open = 0 if self._open == n else n
        self._draw()
        if had_keyboard:
            chips = self._rows.findChildren(Chip)
            first = next((one for one in chips if one.isChecked() and one.isVisible()), None)
            (first or self.line.edit).setFocus()

    def _on_discretion(self, fact: Fact, to: Discretion) -> None:
        if to is not fact.discretion:
            self._open = 0
            self.discretion_chosen.emit(NewDiscretion(fact, to))

    def _on_locked(self) -> None:
        self._shows_locked = True
        self._draw()
        self.line.edit.setFocus()

    def _on_edited(self, text: str) -> None:
        found = complaints_about(text)
        self.advice.setVisible(bool(found))
        self.advice.text.setText(words(found[0].phrase) if found else "")

    def _on_submitted(self) -> None:
        text = self.line.text().strip()
        self.line.set_problem("" if text else _("A few words are enough."))
        kind = next((one for one, chip in self.kinds.items() if chip.isChecked()), FactKind.NOTE)
        if text:
            self.told.emit(TellAbout(kind, text))
