"""Keep what they told us."""

from functools import partial

from pos_companion.i18n import _, fill
from pos_companion.model.facts import Fact
from pos_companion.services.capture import told, untold
from ui.counter.errands import Errand


class Told(Errand):
    """Started by the line over the actions."""

    def keep(self, text: str) -> None:
        """Keep a line."""
        if self.visit is not None:
            work = partial(told, self.shop, self.visit.found.card.customer.id, text)
            self.desk.run(work, self._on_told)

    def _on_told(self, fact: Fact) -> None:
        self.desk.done(fill(_("Kept: {text}"), text=fact.text), partial(untold, self.shop, fact))
