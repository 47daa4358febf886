"""The ideas of customers: what becomes of each, and what there is to say to whoever had it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, fill
from pos_companion.model.ideas import IDEA_STATES, Idea, IdeaState
from pos_companion.services import Shop
from pos_companion.services.ideas import HadIdea, IdeaChange, ideas, set_idea, undo_idea
from ui.kit import Chip, Panel, ScrollColumn, Text
from ui.office.idea_row import IdeaRow
from ui.office.page import OfficePage
from ui.tasks import Tasks

_WIDEST = 760
_ORDER = {state: place for place, state in enumerate(IDEA_STATES)}


class IdeasPage(OfficePage):
    """A row for each, open ones first.

    Attributes:
        rows: those that are shown.
        settled: shows also what nobody has anything left to do about.
    """

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__(shop, tasks, _("Ideas"), _WIDEST)
        self.rows: list[IdeaRow] = []
        self.settled = Chip(_("Settled ones too"))
        self._found: tuple[HadIdea, ...] = ()
        self._column = ScrollColumn()
        self.head.add(self.settled)
        self.settled.toggled.connect(lambda _on: self._show())
        self.set_body(self._column)

    def read(self) -> None:
        """Read the ideas, now."""
        self.tasks.run(partial(ideas, self.shop), self._on_read, self._on_refused, self)

    def escape(self) -> bool:
        """Close the line that is open."""
        closed = [row for row in self.rows if row.close_line()]
        return bool(closed)

    def _on_read(self, found: tuple[HadIdea, ...]) -> None:
        self._found = found
        self._show()

    def _on_refused(self, error: Exception) -> None:
        """Whoever may not read them sees none that somebody else has read."""
        self._found, self.rows = (), []
        self._column.clear()
        self.notices.show_error(error)

    def _show(self) -> None:
        """Draw the rows."""
        self._column.clear()
        wanted = [one for one in self._found if self._is_shown(one.idea)]
        wanted.sort(key=lambda one: (one.idea.is_settled, _ORDER[one.idea.state]))
        self.rows = [self._row(one) for one in wanted]
        for row in self.rows:
            self._column.add(row)
        if not self.rows:
            self._column.add(_nothing_yet(self._found))
        self.setFocus()

    def _is_shown(self, idea: Idea) -> bool:
        return self.settled.isChecked() or not idea.is_settled

    def _row(self, had: HadIdea) -> IdeaRow:
        row = IdeaRow(had)
        row.decided.connect(partial(self._decide, had.idea))
        return row

    def _decide(self, idea: Idea, state: IdeaState, answer: str) -> None:
        self.do(partial(set_idea, self.shop, idea, state, answer), self._on_decided)

    def _on_decided(self, change: IdeaChange) -> None:
        state = _(IDEA_STATES[change.after.state])
        text = fill(_("{idea}: {state}"), idea=change.after.text, state=state)
        self.done(text, partial(undo_idea, self.shop, change))


def _nothing_yet(found: Sequence[HadIdea]) -> QWidget:
    heading = _("Nothing left to decide") if found else _("No ideas yet")
    panel = Panel("surface", heading, "lightbulb")
    hint = _("Write “idea: …” into “They told me” at the counter. Whoever had the idea is told "
             "when it is done.")  # fmt: skip
    panel.add_beside(Text(hint, "body", "ink2"))
    return panel
