"""What each key and tap at the counter does."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from pos_companion.i18n import N_, _
from pos_companion.model.giving import NotToday
from pos_companion.model.visits import Impression, Product
from pos_companion.rules import Offer
from ui.counter.chip_keys import ChipKeys
from ui.counter.commands import Command, Place, Run
from ui.counter.errands.add_customer import AddSomebody
from ui.counter.errands.coupon import Coupons
from ui.counter.errands.days_ahead import DaysAhead
from ui.counter.errands.full_board import FullBoard
from ui.counter.errands.give_card import GiveCard
from ui.counter.errands.told import Told
from ui.counter.errands.wishes import Wishes
from ui.counter.keys import Deed, EnterGuard, Keys
from ui.counter.page import CounterPage
from ui.counter.sheet_desk import Sought
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
        self.keys = Keys(page, page.lookup.edit, self.deed, self.enter, self.chips.on_text)
        self._steps = self._table()
        page.desk.commands.add(self._own())
        page.desk.commands.add(errand.command() for errand in page.errands.values() if errand.label)
        self._wishes: dict[Wish, Callable[[object], None]] = {
            Wish.GIFT: lambda _about: page.journey.gifts.toggle(),
            Wish.ANOTHER: lambda _about: page.journey.gifts.another(),
            Wish.NOT_TODAY: lambda _about: page.journey.gifts.not_today(),
            Wish.AFTER_ALL: lambda _about: page.journey.gifts.after_all(),
            Wish.SAID_NO: self._said_no,
            Wish.PICK: self._with_offer(page.journey.gifts.pick),
            Wish.LEAVE: self._with_offer(page.journey.gifts.leave),
            Wish.PRODUCT: self._product,
            Wish.IMPRESSION: self._feel,
            Wish.SEEK: lambda text: page.journey.choice.seek(str(text)),
        }
        for errand in page.errands.values():
            if errand.wish is not None:
                self._wishes[errand.wish] = errand.wished
        self._connect()

    def enter(self, event: QKeyEvent) -> bool:
        """Open whom the search found, or record what the button says."""
        page = self.page
        if page.told.field.edit.hasFocus() or page.card.takes_enter:
            return False
        if page.told.is_open and not page.lookup.text().strip():
            if not event.isAutoRepeat():
                page.told.keep()
            return True
        if page.lookup.text().strip():
            if not event.isAutoRepeat():
                self._open_found()
        elif page.shows_card and self.guard.allows(event) and not self.chips.took_first():
            page.journey.record()
        return True

    def deed(self, name: str, over_sheet: bool) -> Deed | None:
        """What a key does just now; None when it means nothing here."""
        places = [Place.WINDOW]
        if over_sheet and name == "Ctrl+Z" and self.page.isVisible():
            return self._undo
        if not over_sheet:
            if name in self._steps:
                return self._steps[name]
            places += [Place.CARD] if self.page.shows_card else []
            places += [Place.ANYWHERE] if self.page.isVisible() else []
        for place in places:
            command = self.page.desk.commands.on_key(name, place)
            if command is not None and command.run is not None:
                return partial(_did, command.run)
        return None

    def _table(self) -> dict[str, Deed]:
        return {
            "Esc": self._escape,
            "Up": lambda: self._walk(-1),
            "Down": lambda: self._walk(1),
            "Left": lambda: self.chips.step(-1),
            "Right": lambda: self.chips.step(1),
            "Space": self._space,
            "Ctrl+Z": self._undo,
        }

    def _own(self) -> tuple[Command, ...]:
        """What the counter does without a sheet, and the keys that are only explained."""
        journey, card = self.page.journey, Place.CARD
        return (
            Command("Abc 123", N_("goes to the search")),
            Command("Enter", N_("open the first one found")),
            Command("↑ ↓", N_("walk through those found")),
            Command("Esc", N_("clear, then go back")),
            Command("Ctrl+Z", N_("undo what was just done")),
            Command("Ctrl+S", N_("keep what is being written"), self._keep, Place.WINDOW),
            Command("Enter", N_("record what the green button says"), None, card),
            Command("Space", N_("give the gift, or leave it"), None, card),
            Command("F2", N_("another greeting"), journey.next_greeting, card),
            Command("F3", N_("another gift"), journey.gifts.another, card),
            Command("F4", N_("something else than the usual"), self.chips.choose_by_key, card),
            Command("↑ ↓", N_("scroll"), None, card),
        )

    def _connect(self) -> None:
        page = self.page
        page.card.intended.connect(self._on_intended)
        page.action_bar.recorded.connect(page.journey.record)
        page.action_bar.choose_asked.connect(self.chips.choose)
        page.action_bar.told_asked.connect(page.start_telling)
        telling = page.errand(Told)
        page.told.asked.connect(telling.read)
        page.told.kept.connect(telling.keep)
        page.told.closed.connect(page.stop_telling)
        telling.begun.connect(page.start_telling)
        telling.heard.connect(page.told.show_heard)
        telling.kept.connect(page.stop_telling)
        page.today.chosen.connect(self._open)
        page.results.chosen.connect(self._open)
        page.results.add_asked.connect(self._add)
        page.results.give_asked.connect(self._give)
        wishes = page.errand(Wishes)
        page.journey.recorded.connect(wishes.on_recorded)
        wishes.asked.connect(page.today.ask_wished)
        wishes.changed.connect(page.read_day)
        wishes.answered.connect(page.lookup.setFocus)
        page.today.wished.connect(wishes.tick)
        page.today.ahead_asked.connect(page.errand(DaysAhead).look)
        page.today.more_asked.connect(page.errand(FullBoard).start)
        page.desk.shown.connect(self._on_sheet)
        page.journey.coupon.connect(self._on_coupon)
        page.desk.earned.connect(page.today.show_coupon)
        page.today.coupon_asked.connect(page.errand(Coupons).start)
        page.desk.wished.connect(self._on_intended)
        page.journey.opened.connect(self._on_opened)

    def _on_coupon(self, _coupon: object) -> None:
        """What was typed was no name: the search is free again."""
        self.page.lookup.clear()
        self.page.show_rest()

    def _on_opened(self, _visit: object) -> None:
        self._giving = ""
        self.guard.card_opened()

    def _on_intended(self, intent: Intent) -> None:
        self._wishes[intent.wish](intent.about)

    def _on_sheet(self, is_open: bool) -> None:
        self.keys.paused = is_open

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
            self.page.errand(GiveCard).give(customer, self._giving)
            self._giving = ""
        else:
            self.page.journey.open(customer)

    def _give(self, code: str) -> None:
        self._giving = code
        self.page.lookup.clear()
        self.page.notices.bar.say(_("Whose card is it? Type a name and press Enter."))

    def _add(self, text: str) -> None:
        sought = Sought(card=text) if self.page.results.is_new_card else Sought(text)
        self.page.errand(AddSomebody).add(sought)

    def _escape(self) -> bool:
        page = self.page
        visit = page.journey.visit
        self._giving = ""
        page.notices.clear_error()
        if page.told.is_open:
            page.stop_telling()
        elif page.slot.shown is page.results or page.lookup.text():
            page.lookup.clear()
            page.show_rest()
        elif visit is not None and visit.choosing:
            # First the keyboard: a chip that goes would hand it on, and the card scrolled there.
            page.lookup.setFocus()
            page.journey.choice.stop()
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

    def _keep(self) -> bool:
        """Keep what is written at the counter; on another page the key is that page's."""
        page = self.page
        if not page.isVisible():
            return False
        if page.desk.keep():
            return True
        if page.told.is_open:
            page.told.keep()
        elif page.desk.sheet is None:
            page.journey.try_again()
            if page.journey.all_saved:
                page.notices.tell(_("Everything is saved already."))
        return True

    def _said_no(self, about: object) -> None:
        if isinstance(about, NotToday):
            self.page.journey.gifts.said_no(about)

    @staticmethod
    def _with_offer(deed: Callable[[Offer], None]) -> Callable[[object], None]:
        def done(about: object) -> None:
            if isinstance(about, Offer):
                deed(about)

        return done

    def _feel(self, about: object) -> None:
        if isinstance(about, Impression):
            self.page.journey.feel(about)

    def _product(self, about: object) -> None:
        if isinstance(about, Product):
            self.page.journey.choice.toggle(about)


def _did(run: Run) -> bool:
    """A deed is done unless it says that the key was not for it."""
    return run() is not False
