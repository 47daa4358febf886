"""How did they find us: a chip, and what goes with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, words
from pos_companion.insight.people_words import SOURCES
from pos_companion.model.card import Hit
from pos_companion.model.people import Source
from pos_companion.services.sources import NewTouch
from ui.counter.sheets.known_people import KnownPeople
from ui.kit import Button, Chip, Field, Flow
from ui.theme import theme


class SourceRow(QWidget):
    """At most one chip is on; with "a friend" it can be said who that was.

    Attributes:
        chips: by what they mean.
        people: finds who sent them; there while a friend did and nobody is chosen.
        sent_by: says who that is; a tap chooses somebody else.
        detail, effort: in their words; there while a chip is on.

    Signals:
        sender_sought: the text to look for.
    """

    sender_sought = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chips = {source: Chip(_(label)) for source, label in SOURCES.items()}
        self.people = KnownPeople(_("Who sent them?"))
        self.sent_by = Button("", "on", "user")
        self.detail = Field(_("In their words"), note=_("optional"))
        self.effort = Field(
            _("What it took to get here"),
            placeholder=_("two buses, called twice first…"),
            note=_("optional"),
        )
        self._sender: Hit | None = None
        flow = Flow(6)
        for chip in self.chips.values():
            flow.add(chip)
            chip.toggled.connect(lambda on, one=chip: self._on_toggled(one, on))
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(flow)
        for widget in (self.people, self.sent_by, self.detail, self.effort):
            self._rows.addWidget(widget)
        self.people.asked.connect(self.sender_sought)
        self.people.chosen.connect(self._on_chosen)
        self.sent_by.clicked.connect(self._on_another)
        self._show()
        self.restyle()

    def source(self) -> Source | None:
        """Which chip is on."""
        return next((one for one, chip in self.chips.items() if chip.isChecked()), None)

    def touch(self) -> NewTouch | None:
        """What was said; None when no chip is on."""
        source = self.source()
        if source is None:
            return None
        sender = self._sender if source is Source.FRIEND else None
        return NewTouch(
            source,
            self.detail.text().strip(),
            self.effort.text().strip(),
            None if sender is None else sender.customer.id,
        )

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("m"))

    def _show(self) -> None:
        source = self.source()
        by_friend = source is Source.FRIEND
        self.people.setVisible(by_friend and self._sender is None)
        self.sent_by.setVisible(by_friend and self._sender is not None)
        self.detail.setVisible(source is not None)
        self.effort.setVisible(source is not None)

    def _on_toggled(self, chosen: Chip, on: bool) -> None:
        for chip in self.chips.values():
            if on and chip is not chosen:
                chip.setChecked(False)
        self._show()

    def _on_chosen(self, hit: Hit) -> None:
        self._sender = hit
        self.sent_by.setText(fill(_("Sent by {name}"), name=words(hit.name)))
        self._show()
        self.detail.edit.setFocus()

    def _on_another(self) -> None:
        self._sender = None
        self._show()
        self.people.line.edit.setFocus()
