"""What they celebrate in the next 30 days."""

from datetime import date

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, month_name, near_day, words
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.people import Species
from ui.kit.panel import Panel
from ui.kit.text import Text
from ui.panels import CardPanel, OpenCard

_ICONS = {
    CelebrationKind.BIRTHDAY: "cake",
    CelebrationKind.NAME_DAY: "calendar-days",
    CelebrationKind.ANNIVERSARY: "heart",
    CelebrationKind.MOVING_IN: "house",
    CelebrationKind.GRADUATION: "graduation-cap",
    CelebrationKind.OTHER: "party-popper",
}


class DatesPanel(CardPanel):
    """Celebrations, soonest first."""

    title = N_("Coming up")
    order = 60
    aside = True

    def part(self, shown: OpenCard) -> object | None:
        """The celebrations, and the day they are seen from."""
        return (shown.card.celebrations, shown.card.today) if shown.card.celebrations else None

    def draw(self, shown: OpenCard) -> QWidget:
        """One row for each: what, and when."""
        panel = Panel("surface", _(self.title))
        for coming in shown.card.celebrations:
            row = Panel("none", "", _icon(coming), "party")
            row.set_padding(0, 0)
            row.add_beside(Text(words(celebration_title(coming.celebration))))
            row.add_beside(Text(_when(coming, shown.card.today), "label", "party"))
            panel.add(row)
        return panel


def _icon(coming: ComingUp) -> str:
    celebration = coming.celebration
    if celebration.species is Species.CHILD and celebration.kind is CelebrationKind.BIRTHDAY:
        return "cake-slice"
    return _ICONS[celebration.kind]


def _when(coming: ComingUp, today: date) -> str:
    if coming.span.first != coming.span.last:
        text = words(
            Phrase(N_("some day in {month}"), {"month": month_name(coming.span.first.month)})
        )
    else:
        text = near_day(coming.span.first, today)
    return text[:1].upper() + text[1:]
