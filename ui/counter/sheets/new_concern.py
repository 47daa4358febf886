"""Something went wrong: what happened, what we promise, by when, and who looks after it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from pos_companion.i18n import _, fill
from pos_companion.model.card import CustomerCard
from pos_companion.services.concerns import NewConcern
from ui.counter.sheets.promise_row import DueChips, Labelled, WhoChips
from ui.counter.sheets.weight_chip import WeightChip
from ui.kit import Field, Sheet, Text


class NewConcernSheet(Sheet):
    """Fifteen seconds, and nobody is blamed: there is no field for that.

    Args:
        names: colleagues who can look after it.
        me: who is at the counter; looks after it unless somebody else is named.

    Signals:
        opened: a `NewConcern`.
    """

    opened = Signal(object)

    def __init__(self, card: CustomerCard, names: Sequence[str] = (), me: str = "") -> None:
        called = card.customer.called
        title = fill(_("What do we owe {name}?"), name=called) if called else ""
        back = fill(_("Back to {name}"), name=called) if called else ""
        super().__init__(title or _("What do we owe them?"), back or _("Back to the card"))
        self._customer = card.customer.id
        self._me = me
        self.what = Field(_("What happened"), placeholder=_("Sour oat milk on Tuesday"))
        self.promise = Field(_("What we promised"), placeholder=_("a fresh one on us"))
        self.days = DueChips(card.today, with_today=True)
        self.who = WhoChips(names, me)
        self.weight = WeightChip()
        self.no_day = Text("", "small", "danger")
        self.nobody = Text("", "small", "danger")
        for widget in (self.what, self.promise, Labelled(_("By when"), self.days), self.no_day):
            self.add(widget)
        self.add(Labelled(_("Who looks after it"), self.who))
        self.add(self.nobody)
        self.add(self.weight)
        self.no_day.hide()
        self.nobody.hide()
        self.set_action(_("Promise it"))
        self.accepted.connect(self._on_submitted)
        for field in (self.what, self.promise, self.who.other):
            field.submitted.connect(self._on_submitted)

    def start(self) -> None:
        """Give the keyboard to what happened."""
        self.what.edit.setFocus()

    def _on_submitted(self) -> None:
        what, promise = self.what.text().strip(), self.promise.text().strip()
        due, owner = self.days.due(), self.who.name() or self._me
        self.what.set_problem("" if what else _("What happened? A few words are enough."))
        self.promise.set_problem("" if promise else _("What did we promise?"))
        self.no_day.setText(_("Which day do we promise?"))
        self.no_day.setVisible(due is None)
        self.nobody.setText(_("Who looks after it? Somebody has to."))
        self.nobody.setVisible(not owner)
        missing = [field for field in (self.what, self.promise) if not field.text().strip()]
        if missing:
            missing[0].edit.setFocus()
        elif due is not None and owner:
            new = NewConcern(self._customer, what, promise, due, owner)
            self.opened.emit(replace(new, severity=self.weight.severity()))
