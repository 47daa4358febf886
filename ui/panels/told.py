"""What they told us: each line opens the fact; an old one is a question to be answered here."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, _, fill, words
from pos_companion.model.card import ShownFact
from pos_companion.model.facts import Discretion
from ui.kit import Button, Flow, IconLine, Panel, Tile
from ui.panels import CardPanel, FactDeed, FactWish, OpenCard, Wish

_EDGE, _DOWN = 8, 11
_PRIVATE = N_("Know it, do not say it.")


class ToldPanel(CardPanel):
    """Facts in the order of the card. What is only for our eyes carries the crossed-out eye."""

    title = N_("They told us")
    order = 80
    aside = True

    def part(self, shown: OpenCard) -> object | None:
        """The facts as they are worded today."""
        return shown.card.told or None

    def draw(self, shown: OpenCard) -> QWidget:
        """A line for each; the questions stand last."""
        panel = Panel("surface")
        panel.setAccessibleName(_(self.title))
        panel.set_padding(_EDGE, _EDGE)
        panel.set_gap(0)
        panel.add(_inset(Panel("none", _(self.title))))
        for fact in shown.card.told:
            panel.add(self._line(fact))
            if fact.is_question:
                panel.add(self._answers(fact))
        return panel

    def _line(self, shown: ShownFact) -> Tile:
        private = shown.fact.discretion is not Discretion.SAY
        said = [words(shown.phrase)]
        tile = Tile("none")
        tile.panel.set_padding(_EDGE, _DOWN)
        tile.panel.set_gap(2)
        tile.panel.add(IconLine(_icon(shown, private), said[0], size=18))
        for icon, more in (("ear", shown.source), ("shield", shown.note)):
            if shown.is_question and more is not None:
                said.append(words(more))
                tile.panel.add(IconLine(icon, said[-1], "small", ("ink2", "ink2"), 18))
        tile.setText(" ".join(said))
        if private:
            tile.setAccessibleDescription(_(_PRIVATE))
            tile.setToolTip(_(_PRIVATE))
        tile.clicked.connect(lambda: self.wish(Wish.FACT, FactWish(shown)))
        return tile

    def _answers(self, shown: ShownFact) -> Panel:
        answers = Flow()
        for label, icon, deed in (
            (_("Still true"), "check", FactDeed.STILL_TRUE),
            (_("That’s wrong"), "x", FactDeed.WRONG),
        ):
            button = Button(label, "soft", icon)
            about = {"answer": label, "question": words(shown.phrase)}
            button.setAccessibleName(fill(_("{answer}: {question}"), **about))
            button.clicked.connect(
                lambda _on=False, one=deed: self.wish(Wish.FACT, FactWish(shown, one))
            )
            answers.add(button)
        row = _inset(Panel("none"))
        row.add(answers)
        return row


def _inset(panel: Panel) -> Panel:
    """As far from the edge as the words on the lines, whose focus ring needs room."""
    panel.set_padding(_EDGE, 4)
    return panel


def _icon(shown: ShownFact, private: bool) -> str:
    if shown.is_question:
        return "circle-help"
    return "eye-off" if private else "quote"
