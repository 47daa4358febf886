"""What was guessed is not needed."""

from functools import partial

from pos_companion.i18n import _, fill
from pos_companion.model.guesses import Guess
from pos_companion.model.stages import NotNeeded
from pos_companion.services.guesses import not_needed, undo_not_needed
from ui.counter.errands import Errand
from ui.panels import Wish


class GuessNotNeeded(Errand):
    """Started by a tap below a guess; it rests for a while."""

    wish = Wish.NOT_NEEDED

    def wished(self, about: object) -> None:
        """Let it rest, with a way back."""
        if self.visit is None or not isinstance(about, Guess):
            return
        customer = self.visit.found.card.customer.id
        work = partial(not_needed, self.shop, customer, about.product)
        self.desk.run(work, partial(self._on_said, about))

    def _on_said(self, guess: Guess, said: NotNeeded) -> None:
        text = fill(_("Not needed: {product}"), product=guess.product.name)
        self.desk.done(text, partial(undo_not_needed, self.shop, said))
