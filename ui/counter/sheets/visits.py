"""The last visits of somebody: each can be taken back, or go to whose it was."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import FullDay, LongDay, NearDay, Phrase, _, fill, words
from pos_companion.model.card import Hit
from pos_companion.services.past_visits import LastVisit
from pos_companion.services.take_back import WHY_BACK
from ui.counter.sheets.known_people import KnownPeople
from ui.counter.sheets.promise_row import Labelled
from ui.counter.sheets.rows import Rows
from ui.kit import Button, Chip, Flow, IconLine, Panel, Sheet, Text, Tile
from ui.theme import theme

_WEEK = 7


class VisitsSheet(Sheet):
    """A tap on a visit shows what can be done with it; one at a time.

    Args:
        name: whose visits they are.
        today: the business date.

    Attributes:
        rows: one for each visit, the latest first.

    Signals:
        taken_back: the visit's uid and the `WhyBack`.
        moved: the visit's uid and the number of whoever's it was.
        sought: a row, and the text it looks for.
    """

    taken_back = Signal(str, object)
    moved = Signal(str, int)
    sought = Signal(object, str)

    def __init__(self, name: str, today: date) -> None:
        super().__init__(fill(_("Visits of {name}"), name=name), _("Back"))
        self._today = today
        self.rows: list[VisitRow] = []
        self._list = Rows()
        self._nothing = Text(_("No visit is recorded for them."), "body", "ink2")
        self._nothing.hide()
        self.add(self._nothing)
        self.add(self._list)

    def show_visits(self, visits: Sequence[LastVisit]) -> None:
        """Show them as they are now."""
        self._list.clear()
        self.rows = [VisitRow(visit, self._today) for visit in visits]
        for row in self.rows:
            row.opened.connect(lambda one=row: self._on_opened(one))
            row.taken_back.connect(self.taken_back)
            row.moved.connect(self.moved)
            row.sought.connect(lambda text, one=row: self.sought.emit(one, text))
            self._list.add(row)
        self._nothing.setVisible(not self.rows)
        self.setFocus()

    def _on_opened(self, chosen: "VisitRow") -> None:
        for row in self.rows:
            if row is not chosen:
                row.fold()


class VisitRow(QWidget):
    """Day and time, what they had, what was given; and two ways to put it right.

    Attributes:
        tile: the visit itself.
        back, other: the two ways.
        reasons: why it is taken back; a tap on one does it.
        people: finds whose visit it was.

    Signals:
        opened: the ways are shown.
        taken_back: uid and `WhyBack`.
        moved: uid and the number of a customer.
        sought: the text to look for.
    """

    opened = Signal()
    taken_back = Signal(str, object)
    moved = Signal(str, int)
    sought = Signal(str)

    def __init__(self, visit: LastVisit, today: date) -> None:
        super().__init__()
        self.visit = visit
        self.tile = _tile(visit, today)
        self.tile.clicked.connect(self._on_pressed)
        self.back = Button(_("Take it back"), "soft", "undo-2")
        self.other = Button(_("It was somebody else’s"), "soft", "user")
        self.reasons = {why: Chip(_(label)) for why, label in WHY_BACK.items()}
        self.people = KnownPeople(_("Whose visit was it?"))
        self._ways, self._why = Panel("sunk"), self._ask_why()
        buttons = Flow()
        buttons.add(self.back)
        buttons.add(self.other)
        for widget in (buttons, self._why, self.people):
            self._ways.add(widget)
        self.back.clicked.connect(lambda: self._show(self._why))
        self.other.clicked.connect(lambda: self._show(self.people))
        self.people.asked.connect(self.sought)
        self.people.chosen.connect(self._on_chosen)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.tile)
        self._rows.addWidget(self._ways)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("xs"))
        self.fold()

    def fold(self) -> None:
        """Show the visit alone."""
        for widget in (self._ways, self._why, self.people):
            widget.hide()

    def show_found(self, text: str, hits: tuple[Hit, ...]) -> None:
        """Show who was found."""
        self.people.show_found(text, hits)

    def _on_pressed(self) -> None:
        was_open = not self._ways.isHidden()
        self.fold()
        if not was_open:
            self._ways.show()
            self.opened.emit()
            self.back.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, part: QWidget) -> None:
        self._why.setVisible(part is self._why)
        self.people.setVisible(part is self.people)
        self.opened.emit()
        first = next(iter(self.reasons.values())) if part is self._why else self.people.line.edit
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_why(self) -> QWidget:
        flow = Flow(6)
        for why, chip in self.reasons.items():
            chip.clicked.connect(
                lambda _on=False, one=why: self.taken_back.emit(self.visit.uid, one)
            )
            flow.add(chip)
        return Labelled(_("Why?"), flow)

    def _on_chosen(self, hit: Hit) -> None:
        self.moved.emit(self.visit.uid, hit.customer.id)


def _tile(visit: LastVisit, today: date) -> Tile:
    day = _day(visit.day, today)
    had = words(Phrase("{items}", {"items": list(visit.had)})) if visit.had else ""
    given = words(Phrase("{gifts}", {"gifts": list(visit.given)})) if visit.given else ""
    tile = Tile("control", day)
    clock = words(Phrase("{at}", {"at": visit.at}))
    tile.panel.set_heading(day, clock)
    tile.panel.add_beside(Text(had or _("Nothing was written down"), "body"))
    said = [day, clock, had]
    if given:
        tile.panel.add_beside(IconLine("gift", given, "small", ("ink2", "brand"), 18))
        said.append(fill(_("Given: {what}"), what=given))
    tile.setText(", ".join(one for one in said if one))
    return tile


def _day(day: date, today: date) -> str:
    """One of the last days by its name, an older one in full: two are never called the same."""
    is_near = (today - day).days < _WEEK
    said: object = NearDay(day, today) if is_near else FullDay(day)
    if day.year != today.year and not is_near:
        said = LongDay(day)
    text = words(Phrase("{day}", {"day": said}))
    return text[:1].upper() + text[1:]
