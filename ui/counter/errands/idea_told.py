"""They have heard that their idea is done."""

from functools import partial

from pos_companion.i18n import _, fill
from pos_companion.model.ideas import Idea
from pos_companion.services.ideas import IdeaChange, idea_told, undo_idea
from ui.counter.errands import Errand
from ui.panels import Wish


class IdeaTold(Errand):
    """Started by a tap below the idea."""

    wish = Wish.IDEA_TOLD

    def wished(self, about: object) -> None:
        """Keep it, with a way back."""
        if self.visit is None or not isinstance(about, Idea):
            return
        work = partial(idea_told, self.shop, about.customer, about.n)
        self.desk.run(work, self._on_told)

    def _on_told(self, change: IdeaChange) -> None:
        text = fill(_("They know it now: {what}"), what=change.after.text)
        self.desk.done(text, partial(undo_idea, self.shop, change))
