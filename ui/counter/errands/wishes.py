"""Wishes that were said: the tick on the card, the tick beside the last words, and what they hope.

A visit on the day itself counts as the wish, because its last words say it; one tap takes it off
again. Taking the visit back takes the wish back too.
"""

from functools import partial

from PySide6.QtCore import Signal

from pos_companion.i18n import _, fill, words
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.model.celebrations import Wished
from pos_companion.model.facts import MANNERS, Fact, FactKind
from pos_companion.services import Shop
from pos_companion.services.celebration_days import NearDay, days_on_card
from pos_companion.services.facts import drop_fact, keep_fact
from pos_companion.services.wishes import unwished, wished
from ui.counter.errands import Errand
from ui.counter.open_visit import Done
from ui.counter.sheet_desk import SheetDesk
from ui.panels import Wish, WishSaid


class Wishes(Errand):
    """Started by the ticks and by the answer on the card, and by every visit.

    Signals:
        asked(bool): the visit just recorded had something to wish for; whether it counts as said.
        changed: the board knows something else now.
        answered: an answer was kept, and nobody writes any more.
    """

    wish = Wish.WISHED

    asked = Signal(bool)
    changed = Signal()
    answered = Signal()

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self._customer = 0
        self._uid = ""
        self._due: tuple[NearDay, ...] = ()
        self._said: tuple[Wished, ...] = ()

    def wished(self, about: object) -> None:
        """Keep a tick, or an answer, with a way back."""
        if self.visit is None or not isinstance(about, WishSaid):
            return
        customer = self.visit.found.card.customer.id
        if about.answer:
            self.desk.run(partial(_keep_answer, self.shop, customer, about), self._on_answered)
        elif about.said:
            tick = partial(wished, self.shop, customer, about.day.coming)
            self.desk.run(tick, partial(self._on_ticked, about.day))
        elif about.day.wished is not None:
            untick = partial(unwished, self.shop, about.day.wished)
            self.desk.run(untick, lambda _nothing: self.journey.read_again())

    def on_recorded(self, done: Done) -> None:
        """A visit was recorded: what its last words wished for counts as said."""
        self._customer, self._uid = done.recorded.customer, done.recorded.uid
        self._due, self._said = days_on_card(done.before.found).due, ()
        said = tuple(day for day in self._due if day.is_said_last)
        if said:
            self._wish(said)
        elif self._due:
            self.asked.emit(False)

    def tick(self, on: bool) -> None:
        """It was said after all, or it was not."""
        if on and not self._said:
            self._wish(self._due)
        elif not on and self._said:
            said, self._said = self._said, ()
            self.desk.run(partial(_unwish, self.shop, said), lambda _nothing: self.changed.emit())

    def _wish(self, days: tuple[NearDay, ...]) -> None:
        work = partial(_wish_for, self.shop, (self._customer, self._uid), days)
        self.desk.run(work, self._on_wished)

    def _on_wished(self, said: tuple[Wished, ...]) -> None:
        self._said = said
        self.asked.emit(True)
        self.changed.emit()

    def _on_ticked(self, day: NearDay, said: Wished) -> None:
        what = words(celebration_title(day.coming.celebration))
        self.desk.done(fill(_("Wished: {what}"), what=what), partial(unwished, self.shop, said))

    def _on_answered(self, fact: Fact) -> None:
        self.answered.emit()
        text = fill(_("Kept: {text}"), text=fact.text)
        self.desk.done(text, partial(drop_fact, self.shop, fact))


def _keep_answer(shop: Shop, customer: int, told: WishSaid) -> Fact:
    return keep_fact(
        shop,
        Fact(
            customer=customer,
            n=0,
            kind=FactKind.NOTE,
            text=told.answer,
            discretion=MANNERS[FactKind.NOTE].discretion,
            about=told.about,
            heard_by=shop.staff,
            heard_on=shop.today,
        ),
    )


def _wish_for(shop: Shop, visit: tuple[int, str], days: tuple[NearDay, ...]) -> tuple[Wished, ...]:
    customer, uid = visit
    with shop.storage.transaction():
        return tuple(wished(shop, customer, day.coming, uid) for day in days)


def _unwish(shop: Shop, said: tuple[Wished, ...]) -> None:
    with shop.storage.transaction():
        for one in said:
            unwished(shop, one)
