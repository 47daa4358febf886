"""What the whole shop has to celebrate: the next seven days, or thirty."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from pos_companion.i18n import Phrase, _, fill, full_day, month_name, near_day, ngettext, words
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.model.celebrations import CelebrationKind, DayAhead
from pos_companion.model.people import Species
from pos_companion.printouts import Document
from ui.counter.sheets.rows import Rows
from ui.kit import Button, Chip, Flow, Sheet, Text, Tile

LOOKS = (7, 30)
_AT_ONCE = 60

_ICONS = {
    CelebrationKind.BIRTHDAY: "cake",
    CelebrationKind.NAME_DAY: "calendar-days",
    CelebrationKind.ANNIVERSARY: "heart",
    CelebrationKind.MOVING_IN: "house",
    CelebrationKind.GRADUATION: "graduation-cap",
    CelebrationKind.OTHER: "party-popper",
}


class DaysAheadSheet(Sheet):
    """A list by day; a tap opens the card.

    Args:
        today: the business date.
        days: how far it looks ahead at first.
        gather: makes the paper of so many days, on the worker.

    Attributes:
        chips: one for each way to look ahead.

    Signals:
        chosen(int): the id of a customer.
        days_asked(int): another number of days is wanted.
        print_asked: the list is wanted on paper.
    """

    chosen = Signal(int)
    days_asked = Signal(int)
    print_asked = Signal()

    def __init__(self, today: date, days: int, gather: Callable[[int], Document]) -> None:
        super().__init__(_("Days to celebrate"), _("Back"))
        self._today, self._days, self._gather = today, days, gather
        self._left: list[DayAhead] = []
        self._heading = ""
        self.chips = [Chip(_days(count), count == days, "calendar-days") for count in LOOKS]
        self.rows = Rows()
        self._more = Button("", "soft", "chevron-down")
        self._group = QButtonGroup(self)
        self._lay_out()

    def show_ahead(self, days: int, ahead: tuple[DayAhead, ...]) -> None:
        """Show the list of so many days; one that was asked for before another is too late."""
        if days != self._days:
            return
        self.rows.clear()
        self._left, self._heading = list(ahead), ""
        if not ahead:
            self.rows.add(Text(_("Nothing to celebrate that we know of."), "body", "ink2"))
        self._show_more()

    def printable(self) -> Callable[[], Document]:
        """What makes the paper of the days that are shown."""
        days = self._days
        return lambda: self._gather(days)

    def start(self) -> None:
        """Give the keyboard to the way to look ahead."""
        self.chips[LOOKS.index(self._days)].setFocus()

    def _lay_out(self) -> None:
        flow = Flow()
        for count, chip in zip(LOOKS, self.chips, strict=True):
            self._group.addButton(chip, count)
            flow.add(chip)
        out = Button(_("Print"), "ghost", "printer", "Ctrl+P")
        out.clicked.connect(self.print_asked)
        flow.add(out)
        self._group.idClicked.connect(self._on_days)
        self._more.clicked.connect(self._show_more)
        for widget in (flow, self.rows, self._more):
            self.add(widget)
        self._more.hide()

    def _on_days(self, days: int) -> None:
        if days != self._days:
            self._days = days
            self.days_asked.emit(days)

    def _show_more(self) -> None:
        shown, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        for one in shown:
            heading = _heading(one, self._today)
            if heading != self._heading:
                self._heading = heading
                self.rows.add_label(heading)
            self.rows.add(self._row(one))
        count = len(self._left)
        self._more.setText(fill(ngettext("{count} more", "{count} more", count), count=count))
        self._more.setVisible(bool(count))

    def _row(self, one: DayAhead) -> Tile:
        what = words(celebration_title(one.celebration))
        customer = one.customer.name or one.customer.called or one.customer.description
        detail = [customer, one.relation, _("wished already") if one.wished else ""]
        detail = [part for part in detail if part and part != one.celebration.who]
        tile = Tile("surface", "", _icon(one), "party")
        tile.setText(". ".join((self._heading, what, *detail)))
        tile.panel.set_padding(12, 8)
        tile.panel.add_beside(Text(what))
        if detail:
            tile.panel.add_beside(Text(_together(detail), "small", "ink2"))
        tile.clicked.connect(lambda: self.chosen.emit(one.customer.id))
        return tile


def _icon(one: DayAhead) -> str:
    celebration = one.celebration
    if celebration.species.is_pet:
        return "paw-print"
    if celebration.species is Species.CHILD and celebration.kind is CelebrationKind.BIRTHDAY:
        return "cake-slice"
    return _ICONS[celebration.kind]


def _together(parts: list[str]) -> str:
    return " · ".join(words(Phrase("{part}", {"part": part})) for part in parts)


def _days(count: int) -> str:
    return fill(ngettext("Next {count} day", "Next {count} days", count), count=count)


def _heading(one: DayAhead, today: date) -> str:
    if one.span.first != one.span.last:
        text = fill(_("some day in {month}"), month=month_name(one.span.first.month))
    elif one.days <= 1:
        text = near_day(one.span.first, today)
    else:
        text = full_day(one.span.first)
    return text[:1].upper() + text[1:]
