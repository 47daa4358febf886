"""One thing they told us: it was used, is still true, is wrong, or is worded anew."""

from collections.abc import Callable, Mapping
from functools import partial

from pos_companion.i18n import N_, _, fill
from pos_companion.services import Shop
from pos_companion.services.facts import (
    Correction,
    FactChange,
    change_fact,
    confirm_fact,
    fact_is_wrong,
    undo_fact,
    use_fact,
)
from ui.counter.errands import Errand
from ui.counter.sheets.fact import FactSheet
from ui.panels import FactDeed, FactWish, Wish

_DEEDS: Mapping[FactDeed, tuple[Callable[[Shop, int, int], FactChange], str]] = {
    FactDeed.USED: (use_fact, N_("Used today: {text}")),
    FactDeed.STILL_TRUE: (confirm_fact, N_("Still true: {text}")),
    FactDeed.WRONG: (fact_is_wrong, N_("Not so, and never shown again: {text}")),
}


class OneFact(Errand):
    """Started by a tap on a line of what they told us, or on an answer below it."""

    wish = Wish.FACT

    def wished(self, about: object) -> None:
        """Open the fact, or do what was tapped at once."""
        if self.visit is None or not isinstance(about, FactWish):
            return
        if about.deed is FactDeed.OPEN:
            sheet = FactSheet(about.shown, self.visit.found.card)
            sheet.answered.connect(self.wished)
            sheet.changed.connect(partial(self._change, about))
            self.desk.open(sheet)
            return
        work, said = _DEEDS[about.deed]
        fact = about.shown.fact
        self._do(partial(work, self.shop, fact.customer, fact.n), _(said))

    def _change(self, about: FactWish, correction: Correction) -> None:
        fact = about.shown.fact
        work = partial(change_fact, self.shop, fact.customer, fact.n, correction)
        self._do(work, _("Changed: {text}"))

    def _do(self, work: Callable[[], FactChange], said: str) -> None:
        def done(change: FactChange) -> None:
            self.desk.close()
            text = fill(said, text=change.after.text)
            self.desk.done(text, partial(undo_fact, self.shop, change))

        self.desk.run(work, done)
