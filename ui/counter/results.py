"""Who was found; the first one is selected, Enter opens it."""

from PySide6.QtCore import Signal

from pos_companion.i18n import _, fill, words
from pos_companion.model.card import Hit
from pos_companion.model.glimpse import Glimpse
from pos_companion.model.people import Customer
from pos_companion.services.look_up import LookedUp
from ui.counter.quiet import short_name
from ui.kit import Button, Flow, Found, IconLine, Panel, ResultRow, ScrollColumn, Text, tint_for
from ui.panels.head import initials


class Results(ScrollColumn):
    """Up to six people, or what can be done when there is nobody.

    Attributes:
        text: what these are the results of.
        is_new_card: `text` is a card code that is waiting for its owner.

    Signals:
        chosen: the id of a customer.
        add_asked: the name or the card code to add somebody with.
        give_asked: a card code to be given to somebody who is known already.
    """

    chosen = Signal(int)
    add_asked = Signal(str)
    give_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=9)
        self.text = ""
        self.is_new_card = False
        self.rows: list[ResultRow] = []
        self._hits: tuple[Hit, ...] = ()
        self._selected = 0
        self._quiet = False

    def set_quiet(self, quiet: bool) -> None:
        """Show short names and hardly any of a phone number, or everything."""
        self._quiet = quiet
        for row, hit in zip(self.rows, self._hits, strict=True):
            row.show_found(self._found(hit))

    def show_found(self, looked_up: LookedUp, text: str) -> None:
        """Show the answer to a search."""
        self.text = text
        self._start(looked_up.hits)
        if looked_up.refused is not None:
            panel = Panel("surface")
            panel.add(IconLine("shield", words(looked_up.refused)))
            self.add(panel)
        elif not looked_up.hits:
            self.add(self._nobody(text))
        if looked_up.note is not None and looked_up.note != looked_up.refused:
            panel = Panel("surface")
            panel.add(IconLine("info", words(looked_up.note)))
            self.add(panel)

    def show_new_card(self, code: str) -> None:
        """A card nobody has yet."""
        self.text = code
        self._start(())
        self.is_new_card = True
        panel = Panel("surface")
        panel.add(Text(_("New card"), "strong"))
        add = Button(_("Add somebody new"), "soft", "user-plus", "F8")
        add.clicked.connect(lambda: self.add_asked.emit(code))
        give = Button(_("Give this card to…"), "soft", "search")
        give.clicked.connect(lambda: self.give_asked.emit(code))
        actions = Flow()
        actions.add(add)
        actions.add(give)
        panel.add(actions)
        self.add(panel)

    @property
    def selected(self) -> Hit | None:
        """Whom Enter opens."""
        return self._hits[self._selected] if self._hits else None

    def walk(self, by: int) -> bool:
        """Select another one; False when there is nothing to walk through."""
        if not self._hits:
            return False
        self._selected = min(max(self._selected + by, 0), len(self._hits) - 1)
        for at, row in enumerate(self.rows):
            row.set_selected(at == self._selected)
        self.ensureWidgetVisible(self.rows[self._selected])
        return True

    def _start(self, hits: tuple[Hit, ...]) -> None:
        self.clear()
        self.is_new_card = False
        self._hits, self._selected = hits, 0
        self.rows = [self._row(hit, at == 0) for at, hit in enumerate(hits)]
        for row in self.rows:
            self.add(row)
        self.to_top()

    def _row(self, hit: Hit, selected: bool) -> ResultRow:
        row = ResultRow(self._found(hit), selected)
        row.chosen.connect(lambda: self.chosen.emit(hit.customer.id))
        return row

    def _found(self, hit: Hit) -> Found:
        customer = hit.customer
        tint = tint_for(str(customer.id))
        if self._quiet:
            return Found(short_name(words(hit.name)), _end(customer), initials(customer)[:1], tint)
        detail = words(hit.detail)
        if hit.why is not None:
            detail = fill(_("{why} · {detail}"), why=words(hit.why), detail=detail)
        return Found(words(hit.name), detail, initials(customer), tint)

    def _nobody(self, text: str) -> Panel:
        panel = Panel("surface")
        panel.add(Text(_("Nobody by that name yet"), "strong"))
        add = Button(fill(_("Add “{name}”"), name=text.strip()), "soft", "user-plus", "F8")
        add.clicked.connect(lambda: self.add_asked.emit(text.strip()))
        actions = Flow()
        actions.add(add)
        panel.add(actions)
        return panel


def _end(customer: Customer | Glimpse) -> str:
    """The last two digits of the phone: enough to tell two of the same name apart."""
    end = customer.phone[-2:]
    return fill(_("phone …{end}"), end=end) if end else ""
