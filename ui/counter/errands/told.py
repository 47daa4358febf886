"""They told us something: a line is understood while it is written, and kept in one go."""

from functools import partial

from PySide6.QtCore import Signal

from pos_companion.i18n import N_, Phrase, _, fill, words
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.model.care import Thread
from pos_companion.services import Shop
from pos_companion.services.celebrations import ChangedDays
from pos_companion.services.members import AddedMember
from pos_companion.services.telling import Kept, complaints, tell, understand, untell
from pos_companion.services.telling import Told as ToldNow
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheet_desk import SheetDesk
from ui.counter.sheets.told_me import Heard, Telling
from ui.notices import sentence_for

_MOST_NAMED = 2


class Told(Errand):
    """The line over the actions.

    Signals:
        begun: the line is wanted.
        heard: a `Heard`, the answer to a line.
        kept: the line is in the records.
    """

    key = "F5"
    label = N_("they told me something")
    place = Place.CARD

    begun = Signal()
    heard = Signal(object)
    kept = Signal()

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self._is_keeping = False

    def start(self) -> None:
        """Ask for the line."""
        self.begun.emit()

    def read(self, telling: Telling) -> None:
        """Understand a line without keeping anything."""
        if self.visit is None:
            return
        work = partial(_read, self.shop, self.visit.found.card.customer.id, telling)
        self.journey.tasks.run(work, self.heard.emit, partial(self._on_unread, telling), self)

    def keep(self, telling: Telling) -> None:
        """Keep a line, once; one that is refused stays where it is."""
        if self.visit is None or self._is_keeping:
            return
        self._is_keeping = True
        customer = self.visit.found.card.customer.id
        work = partial(tell, self.shop, customer, telling.text, telling.discretion)
        self.journey.tasks.run(work, self._on_kept, self._on_refused, self)

    def _on_unread(self, telling: Telling, error: Exception) -> None:
        self.heard.emit(Heard(telling, problem=sentence_for(error)))

    def _on_refused(self, error: Exception) -> None:
        self._is_keeping = False
        self.desk.refused(error)

    def _on_kept(self, told: ToldNow) -> None:
        self._is_keeping = False
        self.kept.emit()
        self.desk.done(_said(told), partial(untell, self.shop, told))


def _read(shop: Shop, customer: int, telling: Telling) -> Heard:
    understood = understand(shop, customer, telling.text)
    return Heard(telling, understood, tuple(complaints(understood, telling.discretion)))


def _said(told: ToldNow) -> str:
    """What was kept, in a few words."""
    named = [_named(one) for one in told.kept]
    if not named:
        return _("We knew that already.")
    more = len(named) - _MOST_NAMED
    if more > 0:
        values = {"first": named[0], "second": named[1], "count": more}
        return words(
            Phrase(
                "Kept: {first}, {second} and {count} more thing",
                values,
                "Kept: {first}, {second} and {count} more things",
            )
        )
    if len(named) == _MOST_NAMED:
        return fill(_("Kept: {first} and {second}"), first=named[0], second=named[1])
    return fill(_("Kept: {text}"), text=named[0])


def _named(one: Kept) -> str:
    if isinstance(one, AddedMember):
        return one.member.name
    if isinstance(one, ChangedDays):
        return words(celebration_title(one.celebrations[0]))
    return one.question if isinstance(one, Thread) else one.text
