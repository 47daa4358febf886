"""Say what is going on, so that rules know: rain, heat, a queue, a power cut."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from pos_companion.i18n import N_, _, fill
from pos_companion.model.giving import Circumstances, ContextFlag
from pos_companion.rules.conditions.shop_context import ShopContext
from pos_companion.rules.lint.walk import everywhere
from pos_companion.services import Shop
from pos_companion.services.circumstances import circumstances, end_flag, put_back, set_flag
from ui.counter.errands import Errand
from ui.counter.sheets.going_on import GoingOn


@dataclass(frozen=True)
class _Now:
    flags: tuple[ContextFlag, ...]
    known: tuple[str, ...]
    ends: tuple[datetime, ...]


class SayWhatGoesOn(Errand):
    """Two taps; it is over by itself."""

    key = "F11"
    label = N_("what is going on at the shop")

    def start(self) -> None:
        """Show what is going on, and what could be."""
        self.desk.run(partial(_now, self.shop), self._show)

    def _show(self, now: _Now) -> None:
        sheet = GoingOn(now.flags, now.known, now.ends)
        sheet.begun.connect(self._begin)
        sheet.ended.connect(self._end)
        self.desk.open(sheet)

    def _begin(self, name: str, hours: int) -> None:
        until = self.shop.clock.now() + timedelta(hours=hours)
        text = fill(_("Going on: {name}"), name=name)
        self.desk.run(partial(set_flag, self.shop, name, until), partial(self._done, text))

    def _end(self, name: str) -> None:
        text = fill(_("It is over: {name}"), name=name)
        self.desk.run(partial(end_flag, self.shop, name), partial(self._done, text))

    def _done(self, text: str, before: Circumstances) -> None:
        self.desk.close()
        self.desk.done(text, partial(put_back, self.shop, before))


def _now(shop: Shop) -> _Now:
    flags = circumstances(shop).flags
    asked = [
        part.flag
        for rule in shop.storage.rulebook.rules()
        for part in everywhere(rule.when)
        if isinstance(part, ShopContext)
    ]
    known = tuple(dict.fromkeys(name for name in asked if name))
    return _Now(flags, known, tuple(shop.time.local(flag.until) for flag in flags))
