"""What we owe whoever is open: put right, promised again, handed on; or written down anew."""

from collections.abc import Callable
from functools import partial

from pos_companion.i18n import N_, _, fill
from pos_companion.model.care import Concern, Severity
from pos_companion.services.concerns import (
    ConcernChange,
    NewConcern,
    close_concern,
    colleagues,
    hand_over,
    note_news,
    open_concern,
    promise_another_day,
    put_right,
    take_back,
)
from pos_companion.services.severity import weigh
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.concern import ConcernSheet
from ui.counter.sheets.concern_steps import AnotherDay, HandOver, News
from ui.counter.sheets.new_concern import NewConcernSheet
from ui.panels import Wish


class Owed(Errand):
    """The concern that is due first; with none open, a new one."""

    key = "F6"
    label = N_("what we owe them, or a new promise")
    place = Place.CARD
    wish = Wish.OWED

    def start(self) -> None:
        """Open the one that is due first, or ask for a new one."""
        if self.visit is None:
            return
        concerns = self.visit.found.card.concerns
        if concerns:
            self.wished(concerns[0])
        else:
            self._ask(self._open_new)

    def wished(self, about: object) -> None:
        """Open the one that was tapped."""
        if isinstance(about, Concern):
            self._ask(partial(self._open, about))

    def _ask(self, then: Callable[[tuple[str, ...]], None]) -> None:
        self.desk.run(partial(colleagues, self.shop), then)

    def _open(self, concern: Concern, names: tuple[str, ...]) -> None:
        if self.visit is None:
            return
        sheet = ConcernSheet(concern, self.visit.found.card, names)
        sheet.put_right.connect(self._put_right)
        sheet.promised.connect(self._promise)
        sheet.handed.connect(self._hand)
        sheet.noted.connect(self._note)
        sheet.weighed.connect(partial(self._weigh, concern))
        sheet.other_chosen.connect(self.wished)
        sheet.another_asked.connect(lambda: self._ask(self._open_new))
        self.desk.open(sheet)

    def _open_new(self, names: tuple[str, ...]) -> None:
        if self.visit is None:
            return
        sheet = NewConcernSheet(self.visit.found.card, names, self.shop.staff)
        sheet.opened.connect(self._add)
        self.desk.open(sheet)
        sheet.start()

    def _add(self, new: NewConcern) -> None:
        self._do(partial(open_concern, self.shop, new), _("Promised: {what}"))

    def _put_right(self, concern: Concern) -> None:
        self._do(partial(put_right, self.shop, concern), _("Put right: {what}"))

    def _promise(self, step: AnotherDay) -> None:
        work = partial(promise_another_day, self.shop, step.concern, step.due, step.why)
        self._do(work, _("Promised for another day: {what}"))

    def _hand(self, step: HandOver) -> None:
        work = partial(hand_over, self.shop, step.concern, step.to, step.why)
        self._do(work, _("{owner} looks after it now: {what}"))

    def _weigh(self, concern: Concern, severity: Severity) -> None:
        is_serious = severity is Severity.SERIOUS
        said = _("Serious: {what}") if is_serious else _("Not serious: {what}")
        self._do(partial(weigh, self.shop, concern, severity), said)

    def _note(self, news: News) -> None:
        if news.settles:
            work = partial(close_concern, self.shop, news.concern, news.text, news.told)
            self._do(work, _("Settled: {what}"))
        else:
            work = partial(note_news, self.shop, news.concern, news.text, news.told)
            self._do(work, _("Written down: {what}"))

    def _do(self, work: Callable[[], ConcernChange], said: str) -> None:
        def done(change: ConcernChange) -> None:
            self.desk.close()
            text = fill(said, what=change.after.title, owner=change.after.owner)
            self.desk.done(text, partial(take_back, self.shop, change))

        self.desk.run(work, done)
