"""The one thing worth asking about on this visit; a tap on it, and what came of it can be told."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, words
from pos_companion.model.prompts import Outcome, Prompt
from ui.kit import Button, Flow, LineBox, Panel, Text, Tile
from ui.panels import AskedAbout, CardPanel, OpenCard, Wish

_CHIPS = {
    Outcome.WELL: N_("It went well"),
    Outcome.NOT_SO_WELL: N_("Not so well"),
    Outcome.DECLINED: N_("Don’t ask again"),
}


class AskPanel(CardPanel):
    """A question, and who heard of it when. Whoever has asked it taps it and says how it went."""

    title = N_("Ask about")
    order = 50

    def __init__(self) -> None:
        super().__init__()
        self._line: LineBox | None = None

    @property
    def takes_enter(self) -> bool:
        """Whether somebody writes an answer."""
        return self._line is not None and self._line.edit.hasFocus()

    def part(self, shown: OpenCard) -> object | None:
        """The question."""
        return shown.card.ask

    def draw(self, shown: OpenCard) -> QWidget:
        """The question; what can come of it is folded away until it was asked."""
        panel = Panel("ask")
        panel.set_padding(0, 0)
        self._line = None
        prompt = shown.card.ask
        if prompt is not None:
            tile, outcomes = self._question(prompt), self._outcomes(prompt)
            tile.clicked.connect(lambda: self._unfold(outcomes))
            panel.add(tile)
            panel.add(outcomes)
            outcomes.hide()
        return panel

    def _question(self, prompt: Prompt) -> Tile:
        lines = [words(prompt.question), _source(prompt)]
        tile = Tile("ask", _(self.title), "message-circle")
        tile.setText(" ".join((_(self.title), *filter(None, lines))))
        tile.setAccessibleDescription(_("Press it once you have asked."))
        tile.panel.add_beside(Text(lines[0]))
        if lines[1]:
            tile.panel.add_beside(Text(lines[1], "small", "ink2"))
        return tile

    def _outcomes(self, prompt: Prompt) -> Panel:
        box, chips = Panel("none"), Flow()
        if Outcome.ANSWERED in prompt.chips and prompt.is_yes_or_no:
            self._add(chips, prompt, _("Yes"), (Outcome.ANSWERED, "yes"))
            self._add(chips, prompt, _("No"), (Outcome.ANSWERED, "no"))
        elif Outcome.ANSWERED in prompt.chips:
            box.add(self._answer_line(prompt))
        for outcome in prompt.chips:
            if outcome is not Outcome.ANSWERED:
                self._add(chips, prompt, _chip(prompt, outcome), (outcome, ""))
        box.add(chips)
        return box

    def _answer_line(self, prompt: Prompt) -> LineBox:
        label = _("What they said; Enter keeps it")
        line = LineBox(label)
        line.set_name(label)
        line.submitted.connect(lambda text: self._answered(prompt, text))
        self._line = line
        return line

    def _add(self, chips: Flow, prompt: Prompt, label: str, told: tuple[Outcome, str]) -> None:
        button = Button(label, "soft")
        button.clicked.connect(lambda: self.wish(Wish.ASKED, AskedAbout(prompt, *told)))
        chips.add(button)

    def _answered(self, prompt: Prompt, text: str) -> None:
        if text.strip():
            self.wish(Wish.ASKED, AskedAbout(prompt, Outcome.ANSWERED, text.strip()))

    def _unfold(self, outcomes: QWidget) -> None:
        outcomes.setVisible(outcomes.isHidden())
        if self._line is not None and not outcomes.isHidden():
            self._line.edit.setFocus()


def _chip(prompt: Prompt, outcome: Outcome) -> str:
    if outcome is Outcome.LATER:
        return _("Later") if Outcome.WELL in prompt.chips else _("Not today")
    return _(_CHIPS[outcome])


def _source(prompt: Prompt) -> str:
    """Who heard of it, and when; empty for what nobody has told us."""
    if prompt.heard_on is None:
        return ""
    values = {"who": prompt.heard_by, "day": prompt.heard_on}
    told = N_("They told {who}, {day}") if prompt.heard_by else N_("They told us, {day}")
    return words(Phrase(told, values))
