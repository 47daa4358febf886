"""How long they have been coming, and when."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, _, words
from pos_companion.insight.rhythm import rhythm
from ui.kit.icon import IconLine
from ui.kit.panel import Panel
from ui.panels import CardPanel, OpenCard


class RhythmPanel(CardPanel):
    """Tenure and rhythm; for the eyes of the cashier."""

    title = N_("How they come")
    order = 90
    aside = True

    def part(self, shown: OpenCard) -> object | None:
        """The lines, not yet in any language."""
        card = shown.card
        return rhythm(card.customer, card.cadence, card.today) or None

    def draw(self, shown: OpenCard) -> QWidget:
        """A line for each."""
        card = shown.card
        lines = rhythm(card.customer, card.cadence, card.today)
        panel = Panel("surface", _(self.title))
        for line, icon in zip(lines, ("calendar-days", "clock"), strict=False):
            panel.add(IconLine(icon, words(line), size=18))
        return panel
