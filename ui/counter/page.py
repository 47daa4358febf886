"""The counter: search on top, card or board in the middle, actions under the thumb.

The page lays out and shows. The journey knows what is open, the desk what is asked for in a sheet,
and `hands` what each key and tap does.
"""

from functools import partial
from itertools import pairwise
from typing import TypeVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

import ui.counter.errands
from pos_companion.i18n import _, fill, words
from pos_companion.registry import discover
from pos_companion.services.look_up import LookedUp
from ui.counter.action_bar import ActionBar
from ui.counter.card_view import CardView
from ui.counter.day import Day, read_day
from ui.counter.errands import Errand
from ui.counter.journey import Journey
from ui.counter.lookup_bar import LookupBar
from ui.counter.open_visit import Done, OpenVisit
from ui.counter.quiet import Quiet, QuietStrip
from ui.counter.reserve import Reserve
from ui.counter.results import Results
from ui.counter.sheet_desk import SheetDesk, Sought
from ui.counter.sheets.told_me import ToldMe
from ui.counter.today import Today
from ui.kit import Slot
from ui.notices import Notices
from ui.theme import theme

One = TypeVar("One", bound=Errand)

_SIDE = 400
_UNLIMITED = 16_777_215
_NEW_DAY_MS = 300_000


class CounterPage(QWidget):
    """Everything at the counter.

    Attributes:
        lookup, strip, results, today, card, told, action_bar: the parts, from top to bottom.
        quiet: whether details are hidden; the veil hides them.
        notices: toasts, and the bar under the search.
        desk: the sheets.
        errands: what can be done there, by class.
    """

    def __init__(self, journey: Journey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.journey = journey
        self.notices = Notices(self)
        Reserve(journey, self.notices)
        self.desk = SheetDesk(journey, self.notices, self, self._sought)
        self.lookup = LookupBar()
        self.results = Results()
        self.today = Today()
        self.card = CardView()
        self.told = ToldMe()
        self.action_bar = ActionBar()
        self.idle = QWidget()
        self.quiet = Quiet(self)
        self.strip = QuietStrip()
        self.slot = Slot()
        self.mode = "dock"
        self._scanned = ""
        self._covered = 0
        self.errands: dict[type[Errand], Errand] = {
            part: part(self.desk) for part in discover(ui.counter.errands, Errand).values()
        }
        self._lay_out()
        self._connect()
        self.action_bar.hide()
        self.set_mode("dock")
        self.show_rest()

    @property
    def shows_card(self) -> bool:
        """Whether keys for the card mean the card."""
        return self.journey.visit is not None and self.slot.shown is self.card

    def errand(self, kind: type[One]) -> One:
        """The errand of a kind."""
        return cast(One, self.errands[kind])

    def set_mode(self, mode: str) -> None:
        """Lay out as `dock`, `full` or `wide`; the panels are moved, not made again."""
        self.mode = mode
        self.card.set_two_columns(mode != "dock")
        self.action_bar.set_one_row(mode != "dock")
        resting = self.slot.shown in (self.today, self.idle, None)
        if resting:
            self.slot.show_only(self.idle)
        if mode == "wide":
            self._across.addWidget(self.today)
            self.today.setFixedWidth(theme().px(_SIDE))
            self.today.show()
        else:
            self.today.setMinimumWidth(0)
            self.today.setMaximumWidth(_UNLIMITED)
            self.slot.add(self.today)
        if resting:
            self.slot.show_only(self._rest())

    def show_rest(self) -> None:
        """Show what is open, or the board when nobody is."""
        visit = self.journey.visit
        if visit is None:
            self.action_bar.hide()
            self.told.hide()
            self.slot.show_only(self._rest())
            self.read_day()
        else:
            self.show_visit(visit)
            self.action_bar.show()
            self.slot.show_only(self.card)

    def show_visit(self, visit: OpenVisit) -> None:
        """Draw the open visit as it is now."""
        self.card.show_card(visit.shown())
        self.action_bar.show_deed(*visit.deed_text())
        self._order_tabs()

    def start_telling(self) -> None:
        """Open the line for what they told us; nothing is recorded meanwhile."""
        if self.quiet.hides:
            self.strip.say(refused=True)
            return
        self.action_bar.hide()
        visit = self.journey.visit
        customer = visit.found.card.customer if visit is not None else None
        self.told.start(nobody_asked=customer is not None and customer.remember is None)

    def stop_telling(self) -> None:
        """Close the line and go back to the card."""
        self.told.hide()
        self.action_bar.setVisible(self.shows_card)
        self.lookup.setFocus()

    def read_day(self) -> None:
        """Read the board and the shelf again."""
        self.journey.tasks.run(
            partial(read_day, self.journey.shop), self._on_day, self.notices.show_error, self
        )

    def look_for(self, text: str) -> None:
        """Look for what was typed; an empty box shows what was there before."""
        self._scanned = ""
        if text.strip():
            self.journey.search(text)
        else:
            self.show_rest()

    def look_for_scan(self, code: str) -> None:
        """Look for a code that was scanned; the next scan always wins."""
        if self.desk.scanned(code):
            return
        self.desk.close()
        self.told.hide()
        self.lookup.clear()
        self._scanned = code
        self.journey.search(code, submitted=True)

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        edge = look.space("l")
        below = self._covered + look.space("m") if self._covered else edge
        self._across.setContentsMargins(edge, look.space("m"), edge, below)
        self._across.setSpacing(look.space("xl"))
        self._column.setSpacing(look.space("m"))
        if self.mode == "wide":
            self.today.setFixedWidth(look.px(_SIDE))

    def take_keyboard(self) -> None:
        """Give the keyboard to what is being written, or to the search."""
        sheet = self.desk.sheet
        if sheet is not None and not sheet.isHidden():
            sheet.resume()
        elif self.told.is_open:
            self.told.field.edit.setFocus()
        else:
            self.lookup.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The search has the keyboard from the first moment, or what was being written."""
        super().showEvent(event)
        self.take_keyboard()

    def _order_tabs(self) -> None:
        """Tab goes from the search down the panels to the actions, however they were made."""
        stops: list[QWidget] = [self.lookup.edit, self.notices.bar.way]
        for part in (*self.card.panels.values(), self.told, self.action_bar):
            stops += [one for one in part.findChildren(QWidget) if _is_stop(one)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _sought(self) -> Sought:
        results = self.results
        if self.slot.shown is results and results.is_new_card:
            return Sought(card=results.text)
        return Sought(name=self.lookup.text().strip())

    def _rest(self) -> QWidget:
        return self.idle if self.mode == "wide" else self.today

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.addWidget(self.lookup)
        self._column.addWidget(self.notices.bar)
        self._column.addWidget(self.strip)
        # The slot scrolls: it gets what the others leave, and asks for nothing.
        self.slot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._column.addWidget(self.slot, 1)
        self._column.addWidget(self.told)
        self._column.addWidget(self.action_bar)
        self._across = QHBoxLayout(self)
        self._across.addLayout(self._column, 1)
        for page in (self.results, self.card, self.idle):
            self.slot.add(page)
        self.restyle()

    def _connect(self) -> None:
        journey = self.journey
        journey.found.connect(self._on_found)
        journey.opened.connect(self._on_opened)
        journey.changed.connect(self.show_visit)
        journey.closed.connect(self._on_closed)
        journey.recorded.connect(self._on_recorded)
        journey.failed.connect(self.notices.show_error)
        journey.waiting.connect(self.notices.show_unsaved)
        self.lookup.changed.connect(self.look_for)
        self.desk.shown.connect(self._on_sheet)
        # Before the card is drawn anew: what was pressed goes, and would hand the keyboard on.
        self.desk.settled.connect(self.lookup.setFocus)
        self.notices.dismissed.connect(lambda: self.today.say(""))
        self.notices.covered.connect(self._on_covered)
        self._tick = QTimer(self, interval=_NEW_DAY_MS)
        self._tick.timeout.connect(self.read_day)
        self._tick.start()

    def _on_found(self, looked_up: LookedUp, text: str) -> None:
        if text == self._scanned and not looked_up.hits and looked_up.refused is None:
            self.results.show_new_card(text)
        elif text in (self.lookup.text(), self._scanned):
            self.results.show_found(looked_up, text)
        else:
            return
        self.action_bar.hide()
        self.slot.show_only(self.results)
        if looked_up.hits and not self.quiet.hides:
            self.notices.announce(words(looked_up.hits[0].name))

    def _on_opened(self, visit: OpenVisit) -> None:
        self._scanned = ""
        self.quiet.card_opened()
        self.desk.close()
        self.told.hide()
        self.notices.dismiss()
        self.notices.clear_error()
        self.lookup.clear()
        self.show_rest()
        self.card.to_top()
        if not self.quiet.hides:
            self.notices.announce(words(visit.greeting))

    def _on_closed(self) -> None:
        self.lookup.clear()
        self.show_rest()

    def _on_recorded(self, done: Done) -> None:
        name = done.before.found.card.customer.called
        text = fill(_("Visit recorded for {name}"), name=name) if name else _("Visit recorded")
        self.notices.undoable(text, partial(self.journey.undo, done))
        self.today.say(words(done.recorded.closing))

    def _on_day(self, day: Day) -> None:
        self.today.show_board(day.with_left_open(self.journey.left_open), day.shelf)

    def _on_covered(self, pixels: int) -> None:
        """Keep what stands at the bottom above the toast."""
        self._covered = pixels
        self.restyle()

    def _on_sheet(self, is_open: bool) -> None:
        if not is_open:
            self.lookup.setFocus()


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
