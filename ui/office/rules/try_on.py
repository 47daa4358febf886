"""Try a rule on one person: their offer as the counter would show it, or why there is none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, isolated, words
from pos_companion.model.card import Hit
from pos_companion.services.look_up import Found
from ui.kit import Button, Field, IconLine, Panel, ResultRow, ScrollColumn, Text, tint_for
from ui.kit import Found as Shown
from ui.office.rules.unfold import Unfold
from ui.panels import OpenCard
from ui.panels.head import initials
from ui.panels.offer import OfferPanel
from ui.theme import theme

_SOON_MS = 16


class TryOn(QWidget):
    """A line to look somebody up, and then their card.

    Signals:
        sought(str): who is meant.
        chosen(int): the number of a customer.
        closed: back to the rule.
    """

    sought = Signal(str)
    chosen = Signal(int)
    closed = Signal()

    def __init__(self, called: str) -> None:
        super().__init__()
        self._called = called
        self.line = Field(_("On whom?"), placeholder=_("Name, phone digits, pet…"))
        self.back = Button(_("Back to the rule"), "ghost", "arrow-left", "Esc")
        self.column = ScrollColumn()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._hits: Sequence[Hit] = ()
        self._settled = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        rows.addWidget(Text(fill(_("Try on: {rule}"), rule=called), "title"))
        rows.addWidget(self.line)
        rows.addWidget(self.column, 1)
        rows.addWidget(self.back)
        self.line.edited.connect(lambda _text: self._seek_soon())
        self.line.submitted.connect(self._submit)
        self._soon.timeout.connect(lambda: self.sought.emit(self.line.text()))
        self.back.clicked.connect(self.closed)

    def show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Show who may be meant; not for what was typed before, nor once somebody is chosen."""
        if text != self.line.text() or text == self._settled:
            return
        self._hits = hits
        self.column.clear()
        for hit in hits:
            customer = hit.customer
            tint = tint_for(str(customer.id))
            found = Shown(words(hit.name), words(hit.detail), initials(customer), tint)
            row = ResultRow(found, hit is hits[0])
            row.chosen.connect(lambda number=customer.id: self._choose(number))
            self.column.add(row)
            row.show()

    def show_found(self, found: Found, rule: str) -> None:
        """Show what they would be offered.

        Args:
            rule: the id of the one that is tried on.
        """
        self.column.clear()
        customer = found.card.customer
        head = Panel("none")
        head.set_padding(0, 0)
        head.add_beside(Text(isolated(customer.name or customer.called), "strong"))
        self.column.add(head)
        offer = next((one for one in found.offers if one.rule.id == rule), None)
        first = found.offers[0] if found.offers else None
        if offer is None:
            self.column.add(_refused(found, rule))
        elif first is not None and first is not offer:
            said = fill(_("“{other}” is offered first; with “another” comes this one."),
                        other=_(first.rule.name))  # fmt: skip
            self.column.add(IconLine("info", said, "body", ("ink", "ink2")))
        if offer is not None:
            panel = OfferPanel()
            panel.show_card(OpenCard(found.card, found.card.greeting, offer=offer))
            panel.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            panel.setEnabled(False)
            self.column.add(panel)
        self.column.add(_others(found, rule))

    def _seek_soon(self) -> None:
        self._settled = ""
        self._soon.start()

    def _submit(self, text: str) -> None:
        if self._hits and text == self.line.text():
            self._choose(self._hits[0].customer.id)

    def _choose(self, customer: int) -> None:
        self._settled = self.line.text()
        self._soon.stop()
        self.chosen.emit(customer)


def _refused(found: Found, rule: str) -> Panel:
    why = next((one for one in found.why_not if one.rule.id == rule), None)
    panel = Panel("surface", _("Nothing is offered to them by this rule now"), "info")
    if why is not None:
        panel.add_beside(Text(words(why.sentence), "body"))
    return panel


def _others(found: Found, rule: str) -> QWidget:
    unfold = Unfold(_("What the other rules say"))
    for offer in found.offers:
        if offer.rule.id != rule:
            line = fill(_("{rule}: {gift}"), rule=_(offer.rule.name), gift=offer.title)
            unfold.add(IconLine("check", line, "body", ("ink", "brand")))
    for why in found.why_not:
        if why.rule.id != rule:
            line = fill(_("{rule}: {why}"), rule=_(why.rule.name), why=why.sentence)
            unfold.add(IconLine("minus", line, "body", ("ink2", "ink2")))
    return unfold
