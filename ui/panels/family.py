"""Family and pets: a tap tells more about one of them."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, isolated, words
from pos_companion.model.people import HouseholdMember
from ui.impression import BEING_ICONS
from ui.kit.chip import Chip
from ui.kit.flow import Flow
from ui.kit.panel import Panel
from ui.panels import CardPanel, OpenCard, Wish


class FamilyPanel(CardPanel):
    """Who is around them."""

    title = N_("Family & pets")
    order = 70
    aside = True

    def part(self, shown: OpenCard) -> object | None:
        """The household."""
        return shown.card.household or None

    def draw(self, shown: OpenCard) -> QWidget:
        """A tag for each, and one for somebody more."""
        panel = Panel("surface", _(self.title))
        flow = Flow()
        for member in shown.card.household:
            flow.add(self._tag(member))
        more = Chip(_("Add"))
        more.setCheckable(False)
        more.setAccessibleName(_("Add somebody to family and pets"))
        more.clicked.connect(lambda: self.wish(Wish.ADD_MEMBER))
        flow.add(more)
        panel.add(flow)
        return panel

    def _tag(self, member: HouseholdMember) -> Chip:
        tag = Chip(_words(member), icon=BEING_ICONS[member.species])
        tag.setCheckable(False)
        tag.clicked.connect(lambda: self.wish(Wish.MEMBER, member))
        return tag


def _words(member: HouseholdMember) -> str:
    values = {"name": member.name, "relation": member.relation, "say_as": member.say_as}
    if member.say_as and member.relation:
        return words(Phrase(N_("{name} ({say_as}) · {relation}"), values))
    if member.say_as:
        return words(Phrase(N_("{name} ({say_as})"), values))
    if member.relation:
        return words(Phrase(N_("{name} · {relation}"), values))
    return isolated(member.name)
