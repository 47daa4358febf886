"""Their idea is done: something good to tell them, until they have heard of it."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, in_one_piece, words
from pos_companion.model.ideas import Idea
from ui.kit import Text, Tile
from ui.panels import CardPanel, OpenCard, Wish


class TellThemPanel(CardPanel):
    """One idea at a time, and the whole box is one button: pressed once they have heard of it."""

    title = N_("Tell them: their idea is done")
    order = 25

    def part(self, shown: OpenCard) -> object | None:
        """The idea that was had first."""
        return next(iter(shown.card.done), None)

    def draw(self, shown: OpenCard) -> QWidget:
        """What the idea was, and what there is to say about it."""
        idea = shown.card.done[0]
        said = in_one_piece(words(_say(idea)))
        hint = _("Press it once they know.")
        tile = Tile("ask", _(self.title), "lightbulb")
        tile.setText(" ".join((_(self.title), said, hint)))
        tile.panel.keep_disc_at_top()
        tile.panel.add_beside(Text(said))
        tile.panel.add_beside(Text(hint, "small", "ink2"))
        tile.clicked.connect(lambda: self.wish(Wish.IDEA_TOLD, idea))
        return tile


def _say(idea: Idea) -> Phrase:
    values = {"idea": idea.text.rstrip(".")}
    if idea.answer:
        answer = idea.answer if idea.answer[-1] in ".!?…" else f"{idea.answer}."
        return Phrase(N_("“{idea}”: we did it. {answer} Thank you!"), {**values, "answer": answer})
    return Phrase(N_("“{idea}”: we did it. Thank you!"), values)
