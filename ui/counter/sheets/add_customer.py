"""A new face: in twenty seconds, and with a name alone in five."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import _, isolated
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.visits import Product
from pos_companion.services.people import NewCustomer, NewDay
from pos_companion.services.similar import Face, Similar
from ui.counter.sheets.beside import Beside
from ui.counter.sheets.date_row import DateRow
from ui.counter.sheets.evidence_row import evidence_row
from ui.counter.sheets.fold import Fold
from ui.counter.sheets.rows import Rows
from ui.counter.sheets.source_row import SourceRow
from ui.kit import Button, Chip, Field, Flow, IconLine, Sheet, Text
from ui.theme import theme

_LOOK_MS = 250
_MOST_SIMILAR = 2


@dataclass(frozen=True)
class NewFace:
    """Somebody to be added, and what they just had."""

    customer: NewCustomer
    had: tuple[Product, ...]


class AddCustomer(Sheet):
    """Name, what they like to be called, what they just had; with their yes also more.

    Without it only the name and the visit are kept, and nothing else can be filled in: the line
    under the yes says why. Somebody whose name nobody knows is kept by a few words.

    Args:
        name: what was typed in the search.
        card: the code of the card that nobody had yet; empty for none.
        best_sellers: what they may have had.

    Attributes:
        name: the line for the name, or for how to tell them.
        nameless: a few words stand in the line instead of a name.
        same: who may be known already.
        found, source: how they found us; folded at first.

    Signals:
        added: a `NewFace`.
        known: the id of a customer: it was somebody we know.
        similar_asked: a `Face`, to look for somebody who may be the same.
    """

    added = Signal(object)
    known = Signal(int)
    similar_asked = Signal(object)

    def __init__(self, name: str, card: str, best_sellers: tuple[Product, ...]) -> None:
        super().__init__(_("New face"), _("Not now"))
        self._card = ""
        self._guessing = True
        self.name = Field(_("Name"), name)
        self.nameless = Chip(_("No name"))
        self.called = Field(_("What they like to be called"), _first_word(name))
        self.phone = Field(_("Phone"), placeholder=_("any digits, optional"))
        self.card_line = IconLine("scan-line", "", "small", ("ink2", "ink2"))
        self.same = Rows()
        self.worth: list[QWidget] = []
        self.had = [(Chip(isolated(product.name)), product) for product in best_sellers]
        self.dates = _dates()
        self.source = SourceRow()
        self.yes = Chip(_("They said yes to us remembering this"))
        self.only = Text(_("Without a yes we keep only the name and the visit."), "small", "ink2")
        self._soon = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._lay_out()
        self._connect()
        self.set_action(_("Save and record visit"))
        self.take_card(card)
        self._allow(False)

    def take_card(self, code: str) -> bool:
        """A card was scanned: it will be theirs. Its code is not shown."""
        self._card = code
        self.card_line.text.setText(_("The card that was scanned will be theirs."))
        self.card_line.setVisible(bool(code))
        self._soon.start()
        return True

    def start(self) -> None:
        """Give the keyboard to the name, and look whether somebody like that is known."""
        self.name.edit.setFocus()
        self._ask()

    def show_similar(self, found: tuple[Similar, ...]) -> None:
        """Somebody like that is known already: one tap opens them instead."""
        self.same.clear()
        for one in found[:_MOST_SIMILAR]:
            row = evidence_row(one)
            row.chosen.connect(lambda known=one.customer.id: self.known.emit(known))
            self.same.add(row)

    def _lay_out(self) -> None:
        for part in (self.card_line, Beside(self.name, self.nameless), self.called, self.same):
            self.add(part)
        if self.had:
            self.add(_Group(_("Just had"), "", [chip for chip, _product in self.had]))
        self.add(self.yes)
        self.add(self.only)
        chips = [chip for _kind, chip, _row in self.dates]
        days = _Group(_("Worth remembering"), _("no year needed"), chips)
        self.found = Fold(_("How they found us"))
        self.found.add(self.source)
        self.worth = [self.phone, days, *(row for _kind, _chip, row in self.dates), self.found]
        for widget in self.worth:
            self.add(widget)
        for _kind, chip, row in self.dates:
            row.hide()
            chip.toggled.connect(row.setVisible)
        self.back.hide()
        away = Button(_("Not now"), "ghost", None, "Esc")
        away.clicked.connect(self.closed)
        self.add_to_head(away)

    def _connect(self) -> None:
        self.name.edited.connect(self._on_name_edited)
        self.nameless.toggled.connect(self._on_nameless)
        self.called.edited.connect(self._on_called_edited)
        self._soon.timeout.connect(self._ask)
        self.yes.toggled.connect(self._allow)
        self.phone.edited.connect(lambda _text: self._soon.start())
        for _kind, _chip, row in self.dates:
            for changed in (row.name.edited, row.day.edited, row.month.picked):
                changed.connect(lambda _value: self._soon.start())
        lines = (self.name, self.called, self.phone, self.source.detail, self.source.effort)
        for field in lines:
            field.submitted.connect(self._on_submitted)
        self.accepted.connect(self._on_submitted)

    def _allow(self, yes: bool) -> None:
        """Let more than the name be filled in, or no more; what was typed stays typed."""
        self.only.setVisible(not yes)
        focused = self.focusWidget()
        if not yes and any(one.isAncestorOf(focused) for one in self.worth if focused):
            # Else the keyboard goes on to whatever comes next, and Enter with it.
            self.yes.setFocus()
        for widget in self.worth:
            widget.setEnabled(yes)
            widget.setAccessibleDescription("" if yes else self.only.text())
        self.found.set_off("" if yes else self.only.text())

    def _on_name_edited(self, text: str) -> None:
        self._soon.start()
        if self._guessing:
            self.called.set_text(_first_word(text))

    def _on_called_edited(self, _text: str) -> None:
        self._guessing = False

    def _on_nameless(self, on: bool) -> None:
        """The same line is for a few words that describe them; what was typed stays."""
        label = _("How to recognise them") if on else _("Name")
        self.name.label.setText(label)
        self.name.box.set_name(label)
        self.name.edit.setPlaceholderText(_("lady, red pram") if on else "")
        self.name.set_problem("")
        self.called.setVisible(not on)
        self.name.edit.setFocus()
        self._soon.start()

    def _ask(self) -> None:
        """Look for somebody like that, by all that may be kept of them."""
        yes = self.yes.isChecked()
        told = [row.name.text() for _kind, chip, row in self.dates if yes and chip.isChecked()]
        self.similar_asked.emit(
            Face(
                name="" if self.nameless.isChecked() else self.name.text(),
                phone=self.phone.text() if yes else "",
                card=self._card,
                call_name=self.called.text(),
                birthday=_birthday(*self.dates[0]) if yes else None,
                around=tuple(pet for pet in told if pet.strip()),
            )
        )

    def _on_submitted(self) -> None:
        text = self.name.text().strip()
        self.name.set_problem("" if text else _("A name, or a few words about them, is all."))
        yes = self.yes.isChecked()
        try:
            days = self._days() if yes else ()
        except ValueError:
            self.name.set_problem(_("One of the days does not exist. Please look again."))
            return
        if not text:
            self.name.edit.setFocus()
            return
        nameless = self.nameless.isChecked()
        customer = NewCustomer(
            name="" if nameless else text,
            call_name="" if nameless else self.called.text().strip(),
            description=text if nameless else "",
            phone=self.phone.text().strip() if yes else "",
            card=self._card,
            days=days,
            remember=yes or None,  # not ticked is not a no: nobody may have asked
            touch=self.source.touch() if yes else None,
        )
        had = tuple(product for chip, product in self.had if chip.isChecked())
        self.added.emit(NewFace(customer, had))

    def _days(self) -> tuple[NewDay, ...]:
        return tuple(
            NewDay(kind, row.date(), row.name.text().strip(), row.policy())
            for kind, chip, row in self.dates
            if chip.isChecked() and not row.is_empty()
        )


def _dates() -> list[tuple[CelebrationKind, Chip, DateRow]]:
    birthday, pet, wedding = _("Birthday"), _("Pet’s birthday"), _("Anniversary")
    return [
        (CelebrationKind.BIRTHDAY, Chip(birthday), DateRow(birthday)),
        (CelebrationKind.BIRTHDAY, Chip(pet), DateRow(pet, _("The pet’s name"))),
        (CelebrationKind.ANNIVERSARY, Chip(wedding), DateRow(wedding)),
    ]


def _birthday(_kind: CelebrationKind, chip: Chip, row: DateRow) -> PartialDate | None:
    """The day as far as it makes one; half a day is no evidence."""
    try:
        return row.date() if chip.isChecked() and not row.is_empty() else None
    except ValueError:
        return None


class _Group(QWidget):
    """A label over a row of chips."""

    def __init__(self, label: str, note: str, chips: list[Chip]) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.addWidget(Text(label, "label", "ink2"))
        head.addWidget(Text(note, "small", "ink3"))
        head.addStretch(1)
        head.setSpacing(theme().space("l"))
        flow = Flow(6)
        for chip in chips:
            flow.add(chip)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("xs"))
        rows.addLayout(head)
        rows.addWidget(flow)


def _first_word(name: str) -> str:
    return name.split()[0] if name.split() else ""
