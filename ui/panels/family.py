"""Family and pets."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, isolated, words
from pos_companion.model.people import HouseholdMember, Species
from ui.kit.flow import Flow
from ui.kit.panel import Panel
from ui.kit.tag import Tag
from ui.panels import CardPanel, OpenCard

_ICONS = {
    Species.PERSON: "user",
    Species.CHILD: "baby",
    Species.DOG: "dog",
    Species.CAT: "cat",
    Species.PET: "paw-print",
}


class FamilyPanel(CardPanel):
    """Who is around them."""

    title = N_("Family & pets")
    order = 70
    aside = True

    def part(self, shown: OpenCard) -> object | None:
        """The household."""
        return shown.card.household or None

    def draw(self, shown: OpenCard) -> QWidget:
        """A tag for each."""
        panel = Panel("surface", _(self.title))
        flow = Flow()
        for member in shown.card.household:
            flow.add(Tag(_words(member), _ICONS[member.species]))
        panel.add(flow)
        return panel


def _words(member: HouseholdMember) -> str:
    values = {"name": member.name, "relation": member.relation, "say_as": member.say_as}
    if member.say_as:
        return words(Phrase(N_("{name} ({say_as}) · {relation}"), values))
    if member.relation:
        return words(Phrase(N_("{name} · {relation}"), values))
    return isolated(member.name)
