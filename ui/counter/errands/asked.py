"""Something was asked: keep what came of it."""

from functools import partial

from pos_companion.i18n import N_, _, fill, words
from pos_companion.model.prompts import Outcome
from pos_companion.services.prompts import AskedNow, asked, undo_asked
from ui.counter.errands import Errand
from ui.panels import AskedAbout, Wish

_DONE = {
    Outcome.WELL: N_("Asked, and it went well: {question}"),
    Outcome.NOT_SO_WELL: N_("Asked, and it did not go well: {question}"),
    Outcome.LATER: N_("Another time, then: {question}"),
    Outcome.DECLINED: N_("Not asked again: {question}"),
    Outcome.ANSWERED: N_("Answered: {question}"),
}


class Asked(Errand):
    """Started by a tap below the question; the card is then read and judged again."""

    wish = Wish.ASKED

    def wished(self, about: object) -> None:
        """Keep it, with a way back."""
        if self.visit is None or not isinstance(about, AskedAbout):
            return
        said = fill(_(_DONE[about.outcome]), question=words(about.prompt.question))
        work = partial(asked, self.shop, about.prompt, about.outcome, about.answer)
        self.desk.run(work, partial(self._on_asked, said))

    def _on_asked(self, said: str, done: AskedNow) -> None:
        self.desk.done(said, partial(undo_asked, self.shop, done))
