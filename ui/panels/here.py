"""Who came along today and how they seem; a tap each, and nothing of it has to be said."""

from pos_companion.i18n import N_, _
from pos_companion.model.people import HouseholdMember
from pos_companion.services.withheld import is_forgetful
from ui.impression import ImpressionBox
from ui.kit.panel import Panel
from ui.panels import CardPanel, OpenCard, Wish


class HerePanel(CardPanel):
    """Made anew only when others are around, so that the chips keep the keyboard.

    Attributes:
        box: the chips; None before the first card.
    """

    title = N_("Here today")
    order = 57

    def __init__(self) -> None:
        super().__init__()
        self.box: ImpressionBox | None = None
        self._home: tuple[HouseholdMember, ...] = ()

    def show_card(self, shown: OpenCard) -> bool:
        """Draw it; absent for whoever wants no more than their name known."""
        if is_forgetful(shown.card.customer):
            return False
        if self.box is None or shown.card.household != self._home:
            self._home = shown.card.household
            self.box = ImpressionBox(self._home)
            self.box.said.connect(lambda felt: self.wish(Wish.IMPRESSION, felt))
            panel = Panel("surface", _(self.title))
            panel.add(self.box)
            self.put(panel)
        self.box.show_impression(shown.impression)
        return True
