"""What they were looking for is found, or not wanted any more."""

from functools import partial

from pos_companion.i18n import _, fill
from pos_companion.model.needs import NeedState
from pos_companion.services.needs import NeedChange, need_dropped, need_met, undo_need
from ui.counter.errands import Errand
from ui.panels import SettledNeed, Wish


class SettleNeed(Errand):
    """Started by a tap below a need."""

    wish = Wish.NEED

    def wished(self, about: object) -> None:
        """Settle it, with a way back."""
        if self.visit is None or not isinstance(about, SettledNeed):
            return
        settle = need_met if about.state is NeedState.MET else need_dropped
        work = partial(settle, self.shop, about.need.customer, about.need.n)
        self.desk.run(work, self._on_settled)

    def _on_settled(self, change: NeedChange) -> None:
        is_met = change.after.state is NeedState.MET
        said = _("They have it now: {what}") if is_met else _("Not looking any more: {what}")
        text = fill(said, what=change.after.text)
        self.desk.done(text, partial(undo_need, self.shop, change))
