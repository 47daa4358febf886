"""Their idea is done: something good to tell them, until they have heard of it."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, fill, isolated, words
from pos_companion.model.ideas import Idea
from ui.kit import Button, Flow, Panel, Text
from ui.panels import CardPanel, OpenCard, Wish


class TellThemPanel(CardPanel):
    """One idea at a time; one tap once they have heard of it."""

    title = N_("Tell them: their idea is done")
    order = 25

    def part(self, shown: OpenCard) -> object | None:
        """The idea that was had first."""
        return next(iter(shown.card.done), None)

    def draw(self, shown: OpenCard) -> QWidget:
        """What the idea was, what there is to say about it, and the thanks."""
        idea = shown.card.done[0]
        panel = Panel("ask", _(self.title), "lightbulb")
        panel.keep_disc_at_top()
        panel.add_beside(Text(isolated(idea.text), "strong"))
        panel.add_beside(Text(words(_say(idea))))
        told = Button(_("I told them"), "soft", "check")
        told.setAccessibleName(fill(_("{deed}: {name}"), deed=told.text(), name=idea.text))
        told.clicked.connect(lambda: self.wish(Wish.IDEA_TOLD, idea))
        ways = Flow()
        ways.add(told)
        panel.add(ways)
        return panel


def _say(idea: Idea) -> Phrase:
    if idea.answer:
        text = N_("“We did what you suggested. {answer} Thank you!”")
        answer = idea.answer if idea.answer[-1] in ".!?…" else f"{idea.answer}."
        return Phrase(text, {"answer": answer})
    return Phrase(N_("“We did what you suggested. Thank you!”"))
