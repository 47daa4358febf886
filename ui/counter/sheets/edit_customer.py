"""Change what we keep about somebody."""

from dataclasses import replace

from PySide6.QtCore import Signal

from pos_companion.i18n import _
from pos_companion.model.people import Customer
from ui.kit import Chip, Field, Flow, Sheet, Text


class EditCustomer(Sheet):
    """The name and how to say it, how to reach them, and what they do not want.

    Signals:
        edited: the customer as they are to be kept.
    """

    edited = Signal(object)

    def __init__(self, customer: Customer) -> None:
        super().__init__(_("Edit"), _("Not now"))
        self._customer = customer
        optional = _("optional")
        self.name = Field(_("Name"), customer.name)
        self.called = Field(_("What they like to be called"), customer.call_name)
        self.say_as = Field(_("How to say it"), customer.say_as, note=optional)
        self.phone = Field(_("Phone"), customer.phone, note=optional)
        self.email = Field(_("E-mail"), customer.email, note=optional)
        self.card = Field(_("Card"), customer.card, _("scan it now"), optional)
        self.formal = Chip(_("Greet them formally"), customer.formal)
        self.no_wishes = Chip(_("They do not celebrate"), customer.no_celebrations)
        self.no_offers = Chip(_("No gifts, please"), customer.no_offers)
        self.yes = Chip(_("They said yes to us remembering this"), bool(customer.remember))
        self._fields = (
            self.name, self.called, self.say_as, self.phone, self.email, self.card
        )  # fmt: skip
        for field in self._fields:
            self.add(field)
            field.submitted.connect(self._on_submitted)
        chips = Flow()
        for chip in (self.formal, self.no_wishes, self.no_offers, self.yes):
            chips.add(chip)
        self.add(Text(_("What they want"), "label", "ink2"))
        self.add(chips)
        self.set_action(_("Save"))
        self.accepted.connect(self._on_submitted)

    def start(self) -> None:
        """Give the keyboard to the name."""
        self.name.edit.setFocus()

    def take_card(self, code: str) -> bool:
        """A card was scanned: it is theirs."""
        self.card.set_text(code)
        return True

    def _on_submitted(self) -> None:
        if not self.name.text().strip() and not self.card.text().strip():
            self.name.set_problem(_("A name is all we need."))
            self.name.edit.setFocus()
            return
        name, called, say_as, phone, email, card = (field.text().strip() for field in self._fields)
        yes = self.yes.isChecked()
        self.edited.emit(
            replace(
                self._customer,
                name=name,
                call_name=called,
                say_as=say_as,
                phone=phone,
                email=email,
                card=card,
                formal=self.formal.isChecked(),
                no_celebrations=self.no_wishes.isChecked(),
                no_offers=self.no_offers.isChecked(),
                remember=yes if yes or self._customer.remember is not None else None,
            )
        )
