"""What they told us."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, _, isolated
from pos_companion.model.facts import Discretion
from ui.kit.icon import IconLine
from ui.kit.panel import Panel
from ui.panels import CardPanel, OpenCard


class ToldPanel(CardPanel):
    """Facts, newest first. What is only for our eyes carries the eye that is crossed out."""

    title = N_("They told us")
    order = 80
    aside = True

    def part(self, shown: OpenCard) -> object | None:
        """The facts."""
        return shown.card.facts or None

    def draw(self, shown: OpenCard) -> QWidget:
        """A line for each."""
        panel = Panel("surface", _(self.title))
        for fact in shown.card.facts:
            private = fact.discretion is not Discretion.SAY
            line = IconLine("eye-off" if private else "quote", isolated(fact.text), size=18)
            line.text.setToolTip(_("Know it, do not say it.") if private else "")
            panel.add(line)
        return panel
