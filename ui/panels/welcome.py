"""Before anything is offered: they come back after long, or care is due."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, _, words
from pos_companion.insight.standing_words import marker
from pos_companion.model.stages import Stage
from ui.kit.icon import IconLine
from ui.kit.panel import Panel
from ui.kit.text import Text
from ui.panels import CardPanel, OpenCard

_CARE, _BACK = ("warn", "heart"), ("ask", "heart-handshake")


class WelcomePanel(CardPanel):
    """One line for the eyes of the cashier; absent on a day like any other."""

    title = N_("How to welcome them")
    order = 15

    def part(self, shown: OpenCard) -> object | None:
        """The stage and the words."""
        card = shown.card
        said = marker(card.standing, card.today)
        if said is None:
            return card.needs_care or None
        return card.standing.stage, said

    def draw(self, shown: OpenCard) -> QWidget:
        """Amber where care is due, blue for somebody who is back; else a quiet line."""
        card = shown.card
        said = marker(card.standing, card.today)
        if said is None:
            # No word of why: it is care, and nothing that somebody could read as a label.
            text = _("Take a moment for them today")
            return IconLine("hand-heart", text, "body", ("ink2", "brand"), 22)
        tint, icon = _BACK if card.standing.stage is Stage.BACK else _CARE
        panel = Panel(tint, words(said[0]), icon)
        panel.keep_disc_at_top()
        panel.add_beside(Text(words(said[1])))
        return panel
