"""The one thing worth asking about on this visit."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, isolated, words
from ui.kit.panel import Panel
from ui.kit.text import Text
from ui.panels import CardPanel, OpenCard


class AskPanel(CardPanel):
    """A question, and who heard of it when."""

    title = N_("Ask about")
    order = 50

    def part(self, shown: OpenCard) -> object | None:
        """The thread."""
        return shown.card.ask

    def draw(self, shown: OpenCard) -> QWidget:
        """One open question."""
        thread = shown.card.ask
        panel = Panel("ask", _(self.title), "message-circle")
        if thread is not None:
            panel.add_beside(Text(isolated(thread.question)))
            values = {"who": thread.heard_by, "day": thread.heard_on}
            told = N_("They told {who}, {day}") if thread.heard_by else N_("They told us, {day}")
            panel.add_beside(Text(words(Phrase(told, values)), "small", "ink2"))
        return panel
