"""A new face: in twenty seconds, and with a name alone in five."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, isolated, words
from pos_companion.model.card import Hit
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.visits import Product
from pos_companion.services.people import NewCustomer, NewDay
from ui.counter.sheets.date_row import DateRow
from ui.kit import (
    Button,
    Chip,
    Field,
    Flow,
    Found,
    IconLine,
    ResultRow,
    Sheet,
    Text,
    tint_for,
)
from ui.panels.head import initials
from ui.theme import theme

_LOOK_MS = 250


@dataclass(frozen=True)
class NewFace:
    """Somebody to be added, and what they just had."""

    customer: NewCustomer
    had: tuple[Product, ...]


class AddCustomer(Sheet):
    """Name, what they like to be called, what they just had; with their yes also more.

    Without it only the name and the visit are kept, and nothing else can be filled in: the line
    under the yes says why.

    Args:
        name: what was typed in the search.
        card: the code of the card that nobody had yet; empty for none.
        best_sellers: what they may have had.

    Signals:
        added: a `NewFace`.
        known: the id of a customer: it was somebody we know.
        similar_asked: name and phone, to look for somebody who may be the same.
    """

    added = Signal(object)
    known = Signal(int)
    similar_asked = Signal(str, str)

    def __init__(self, name: str, card: str, best_sellers: tuple[Product, ...]) -> None:
        super().__init__(_("New face"), _("Not now"))
        self._card = ""
        self._guessing = True
        self.name = Field(_("Name"), name)
        self.called = Field(_("What they like to be called"), _first_word(name))
        self.phone = Field(_("Phone"), placeholder=_("any digits, optional"))
        self.card_line = IconLine("scan-line", "", "small", ("ink2", "ink2"))
        self.same = Flow()
        self.worth: list[QWidget] = []
        self.had = [(Chip(isolated(product.name)), product) for product in best_sellers]
        self.dates = _dates()
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
        return True

    def start(self) -> None:
        """Give the keyboard to the name."""
        self.name.edit.setFocus()

    def show_similar(self, hits: tuple[Hit, ...]) -> None:
        """Somebody like that is known already: one tap opens them instead."""
        self.same.clear()
        self.same.setVisible(bool(hits))
        for hit in hits[:2]:
            detail = fill(_("Is it them? {detail}"), detail=words(hit.detail))
            tint = tint_for(str(hit.customer.id))
            row = ResultRow(Found(words(hit.name), detail, initials(hit.customer), tint))
            row.chosen.connect(lambda known=hit.customer.id: self.known.emit(known))
            self.same.add(row)
            row.show()

    def _lay_out(self) -> None:
        for field in (self.card_line, self.name, self.called, self.same):
            self.add(field)
        self.same.hide()
        if self.had:
            self.add(_Group(_("Just had"), "", [chip for chip, _product in self.had]))
        self.add(self.yes)
        self.add(self.only)
        chips = [chip for _kind, chip, _row in self.dates]
        days = _Group(_("Worth remembering"), _("no year needed"), chips)
        self.worth = [self.phone, days, *(row for _kind, _chip, row in self.dates)]
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
        self.called.edited.connect(self._on_called_edited)
        self.phone.edited.connect(lambda _text: self._soon.start())
        self._soon.timeout.connect(
            lambda: self.similar_asked.emit(self.name.text(), self.phone.text())
        )
        self.yes.toggled.connect(self._allow)
        for field in (self.name, self.called, self.phone):
            field.submitted.connect(self._on_submitted)
        self.accepted.connect(self._on_submitted)

    def _allow(self, yes: bool) -> None:
        """Let more than the name be filled in, or no more; what was typed stays typed."""
        self.only.setVisible(not yes)
        for widget in self.worth:
            widget.setEnabled(yes)
            widget.setAccessibleDescription("" if yes else self.only.text())

    def _on_name_edited(self, text: str) -> None:
        self._soon.start()
        if self._guessing:
            self.called.set_text(_first_word(text))

    def _on_called_edited(self, _text: str) -> None:
        self._guessing = False

    def _on_submitted(self) -> None:
        name = self.name.text().strip()
        self.name.set_problem("" if name else _("A name is all we need."))
        yes = self.yes.isChecked()
        try:
            days = self._days() if yes else ()
        except ValueError:
            self.name.set_problem(_("One of the days does not exist. Please look again."))
            return
        if not name:
            self.name.edit.setFocus()
            return
        customer = NewCustomer(
            name=name,
            call_name=self.called.text().strip(),
            phone=self.phone.text().strip() if yes else "",
            card=self._card,
            days=days,
            remember=yes,
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
