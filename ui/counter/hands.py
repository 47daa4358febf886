"""What each key and tap at the counter does."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from pos_companion.i18n import _
from pos_companion.model.care import Concern
from pos_companion.model.visits import Product
from ui.counter.chip_keys import ChipKeys
from ui.counter.keys import EnterGuard, Keys
from ui.counter.page import CounterPage
from ui.panels import Intent, Wish
from ui.theme import theme


class Hands(QObject):
    """Connects keys and taps with the journey and the sheets of one page.

    Args:
        page: the counter.
        guard: keeps a held or a scanner's Enter from recording.

    Attributes:
        keys: to be installed on the application.
        chips: what keys do with the chips for something else.
    """

    def __init__(self, page: CounterPage, guard: EnterGuard) -> None:
        super().__init__(page)
        self.page = page
        self.guard = guard
        self._giving = ""
        self.chips = ChipKeys(page)
        self.keys = Keys(page, page.lookup.edit, self._table(), self.enter, self.chips.on_text)
        self._wishes: dict[Wish, Callable[[object], None]] = {
            Wish.GIFT: lambda _about: page.journey.gifts.toggle(),
            Wish.ANOTHER: lambda _about: page.journey.gifts.another(),
            Wish.NOT_TODAY: lambda why: page.journey.gifts.not_today(str(why or "")),
            Wish.WHY: lambda _about: page.desk.why(),
            Wish.OWED: self._owed,
            Wish.PRODUCT: self._product,
            Wish.SEEK: lambda text: page.journey.choice.seek(str(text)),
        }
        self._connect()

    def enter(self, event: QKeyEvent) -> bool:
        """Open whom the search found, or record what the button says."""
        page = self.page
        if page.told.field.edit.hasFocus():
            return False
        if page.lookup.text().strip():
            if not event.isAutoRepeat():
                self._open_found()
        elif page.shows_card and self.guard.allows(event) and not self.chips.took_first():
            page.journey.record()
        return True

    def _table(self) -> dict[str, Callable[[], bool]]:
        journey, desk = self.page.journey, self.page.desk
        return {
            "Esc": self._escape,
            "Up": lambda: self._walk(-1),
            "Down": lambda: self._walk(1),
            "Left": lambda: self.chips.step(-1),
            "Right": lambda: self.chips.step(1),
            "Space": self._space,
            "Ctrl+Z": self._undo,
            "F1": lambda: _did(desk.keyboard_map),
            "F2": lambda: self._on_card(journey.next_greeting),
            "F3": lambda: self._on_card(journey.gifts.another),
            "Shift+F3": lambda: self._on_card(desk.why),
            "F4": lambda: self._on_card(self.chips.choose_by_key),
            "F5": lambda: self._on_card(self.page.start_telling),
            "F6": lambda: self._on_card(self._owed_first),
            "F8": self._add_or_edit,
        }

    def _connect(self) -> None:
        page = self.page
        page.card.intended.connect(self._on_intended)
        page.action_bar.recorded.connect(page.journey.record)
        page.action_bar.choose_asked.connect(self.chips.choose)
        page.action_bar.told_asked.connect(page.start_telling)
        page.told.kept.connect(self._on_kept)
        page.told.closed.connect(page.stop_telling)
        page.today.chosen.connect(self._open)
        page.results.chosen.connect(self._open)
        page.results.add_asked.connect(self._add)
        page.results.give_asked.connect(self._give)
        page.desk.shown.connect(self._on_sheet)
        page.journey.opened.connect(self._on_opened)

    def _on_opened(self, _visit: object) -> None:
        self._giving = ""
        self.guard.card_opened()

    def _on_intended(self, intent: Intent) -> None:
        self._wishes[intent.wish](intent.about)

    def _on_sheet(self, is_open: bool) -> None:
        self.keys.paused = is_open

    def _on_kept(self, text: str) -> None:
        self.page.stop_telling()
        self.page.desk.keep(text)

    def _on_card(self, deed: Callable[[], object]) -> bool:
        if not self.page.shows_card:
            return False
        return _did(deed)

    def _open_found(self) -> None:
        page = self.page
        page.lookup.flush()
        text = page.lookup.text()
        hit = page.results.selected
        if page.slot.shown is page.results and page.results.text == text and hit is not None:
            self._open(hit.customer.id)
        else:
            page.journey.search(text, submitted=True)

    def _open(self, customer: int) -> None:
        if self._giving:
            self.page.desk.give_card(customer, self._giving)
            self._giving = ""
        else:
            self.page.journey.open(customer)

    def _give(self, code: str) -> None:
        self._giving = code
        self.page.lookup.clear()
        self.page.notices.bar.say(_("Whose card is it? Type a name and press Enter."))

    def _add(self, text: str) -> None:
        is_card = self.page.results.is_new_card
        self.page.desk.add("" if is_card else text, text if is_card else "")

    def _add_or_edit(self) -> bool:
        page = self.page
        if page.shows_card:
            page.desk.edit()
        elif page.slot.shown is page.results and page.results.is_new_card:
            self._add(page.results.text)
        else:
            page.desk.add(page.lookup.text().strip())
        return True

    def _escape(self) -> bool:
        page = self.page
        visit = page.journey.visit
        self._giving = ""
        page.notices.clear_error()
        if not page.told.isHidden():
            page.stop_telling()
        elif page.slot.shown is page.results or page.lookup.text():
            page.lookup.clear()
            page.show_rest()
        elif visit is not None and visit.choosing:
            page.journey.choice.stop()
            page.lookup.setFocus()
        elif visit is not None:
            page.journey.close()
        return True

    def _walk(self, by: int) -> bool:
        page = self.page
        if page.slot.shown is page.results:
            return page.results.walk(by)
        if self.chips.step(by):
            return True
        column = page.card if page.shows_card else page.today.column
        column.scroll_by(by * theme().px(80))
        return True

    def _space(self) -> bool:
        page = self.page
        if not page.shows_card or not page.lookup.has_keyboard() or page.lookup.text():
            return False
        page.journey.gifts.toggle()
        return True

    def _undo(self) -> bool:
        focused = self.page.focusWidget()
        if isinstance(focused, QLineEdit) and focused.text():
            return False
        return self.page.notices.undo_last()

    def _product(self, about: object) -> None:
        if isinstance(about, Product):
            self.page.journey.choice.toggle(about)

    def _owed(self, about: object) -> None:
        if isinstance(about, Concern):
            self.page.desk.concern(about)

    def _owed_first(self) -> None:
        visit = self.page.journey.visit
        if visit is not None and visit.found.card.concerns:
            self.page.desk.concern(visit.found.card.concerns[0])


def _did(deed: Callable[[], object]) -> bool:
    deed()
    return True
