"""How long they have been coming, and when; a tap tells how well we know them."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, words
from pos_companion.insight.rhythm import rhythm
from pos_companion.insight.standing_words import stands_out
from ui.kit.icon import IconLine
from ui.kit.tile import Tile
from ui.panels import CardPanel, OpenCard, Wish

_ICONS = ("calendar-days", "clock", "heart")


class RhythmPanel(CardPanel):
    """Tenure, rhythm, and what shows more than visits; facts, for the eyes of the cashier."""

    title = N_("How they come")
    order = 90
    aside = True

    def part(self, shown: OpenCard) -> object | None:
        """The lines with their icons, not yet in any language."""
        return _lines(shown) or None

    def draw(self, shown: OpenCard) -> QWidget:
        """A line for each; the whole box is one button."""
        lines = _lines(shown)
        tile = Tile("surface", _(self.title))
        said = [words(phrase) for _icon, phrase in lines]
        for (icon, _phrase), text in zip(lines, said, strict=True):
            tile.panel.add(IconLine(icon, text, size=18))
        tile.setText(". ".join((_(self.title), *said)))
        tile.setAccessibleDescription(_("Shows how well we know them"))
        tile.setToolTip(_("How well we know them"))
        tile.clicked.connect(lambda: self.wish(Wish.STANDING))
        return tile


def _lines(shown: OpenCard) -> tuple[tuple[str, Phrase], ...]:
    card = shown.card
    said = rhythm(card.customer, card.cadence, card.today)
    lines = list(zip(_ICONS, said, strict=False))
    more = stands_out(card.standing) if said else None
    return tuple(lines if more is None else [*lines, (_ICONS[-1], more.phrase)])
