"""One idea on the page of ideas: what it is, how it stands, and what can become of it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, LongDay, Phrase, _, fill, isolated, words
from pos_companion.model.ideas import IDEA_STATES, Idea, IdeaState
from pos_companion.services.finding import display_name
from pos_companion.services.ideas import HadIdea
from ui.kit import Button, Field, Flow, Panel, Text

_DEEDS: Mapping[IdeaState, tuple[str, str]] = {
    IdeaState.PLANNED: (N_("We plan it"), "calendar-days"),
    IdeaState.DONE: (N_("It is done"), "check"),
    IdeaState.NOT_NOW: (N_("Not now"), "clock"),
    IdeaState.OPEN: (N_("Open again"), "rotate-ccw"),
}
_ASKED = {
    IdeaState.DONE: N_("What we tell them about it"),
    IdeaState.NOT_NOW: N_("Why not now?"),
}
"""States that have something to say; only "not now" needs it."""


class IdeaRow(Panel):
    """A panel with a button for each other state.

    Args:
        had: the idea and who had it.

    Attributes:
        line: what there is to say to them; None until a state that has something to say is wanted.

    Signals:
        decided(object, str): the `IdeaState` that is wanted, and what there is to say.
    """

    decided = Signal(object, str)

    def __init__(self, had: HadIdea) -> None:
        super().__init__("sunk" if had.idea.is_settled else "surface", "", "lightbulb")
        self.idea = had.idea
        self.line: Field | None = None
        self._form: QWidget | None = None
        self.keep_disc_at_top()
        self.add_beside(Text(isolated(had.idea.text), "strong"))
        for text in (_from(had), _stands(had.idea)):
            self.add_beside(Text(text, "small", "ink2"))
        if had.idea.answer:
            self.add_beside(Text(fill(_("“{words}”"), words=had.idea.answer), "small", "ink2"))
        actions = Flow()
        for state in _ways(had.idea):
            actions.add(self._button(state))
        self.add(actions)

    def ask(self, state: IdeaState) -> None:
        """Decide at once, or ask first what there is to say to them."""
        if state not in _ASKED:
            self.decided.emit(state, "")
            return
        self.close_line()
        note = "" if state is IdeaState.NOT_NOW else _("may stay empty")
        self.line = Field(_(_ASKED[state]), self.idea.answer, note=note)
        keep = Button(_("Keep"), "soft", "check", "Enter")
        keep.clicked.connect(lambda: self._decide(state))
        self.line.submitted.connect(lambda _text: self._decide(state))
        self._form = Panel("none")
        self._form.set_padding(0, 0)
        self._form.add(self.line)
        ways = Flow()
        ways.add(keep)
        self._form.add(ways)
        self.add(self._form)
        self._form.show()
        self.line.setFocus()

    def close_line(self) -> bool:
        """Close the line; False when there was none."""
        form, self._form, self.line = self._form, None, None
        if form is not None:
            form.hide()
            form.deleteLater()
        return form is not None

    def _decide(self, state: IdeaState) -> None:
        self.decided.emit(state, self.line.text() if self.line else "")

    def _button(self, state: IdeaState) -> Button:
        text, icon = _DEEDS[state]
        button = Button(_(text), "ghost" if state is IdeaState.OPEN else "soft", icon)
        button.setAccessibleName(fill(_("{deed}: {name}"), deed=_(text), name=self.idea.text))
        button.clicked.connect(lambda: self.ask(state))
        return button


def _ways(idea: Idea) -> list[IdeaState]:
    """What can become of it; nothing more once they were told."""
    if idea.state is IdeaState.DONE:
        return [] if idea.told_on else [IdeaState.OPEN]
    return [one for one in _DEEDS if one is not idea.state]


def _from(had: HadIdea) -> str:
    values: dict[str, object] = {"name": display_name(had.customer)}
    if had.idea.heard_on is None:
        return words(Phrase(N_("by {name}"), values))
    values |= {"day": LongDay(had.idea.heard_on), "who": had.idea.heard_by}
    heard = N_("by {name} · {who} heard it, {day}") if had.idea.heard_by else N_("by {name}, {day}")
    return words(Phrase(heard, values))


def _stands(idea: Idea) -> str:
    state = Phrase(IDEA_STATES[idea.state])
    if idea.told_on is not None:
        text = N_("Done, and they were told on {day}")
        return words(Phrase(text, {"day": LongDay(idea.told_on)}))
    if idea.is_to_tell:
        return words(Phrase(N_("Done · whoever serves them next tells them")))
    if idea.settled_on is None:
        return words(state)
    return words(
        Phrase(N_("{state} since {day}"), {"state": state, "day": LongDay(idea.settled_on)})
    )
