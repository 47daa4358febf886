"""What we owe them: amber, and the whole box is one button."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, NearDay, Phrase, _, in_one_piece, words
from pos_companion.model.care import Concern, Severity
from ui.kit.key import Key
from ui.kit.text import Text
from ui.kit.tile import Tile
from ui.panels import CardPanel, OpenCard, Wish


class OwePanel(CardPanel):
    """The concern that is due first."""

    title = N_("We owe them")
    order = 20
    aside = True

    def part(self, shown: OpenCard) -> object | None:
        """The open concerns."""
        return shown.card.concerns or None

    def draw(self, shown: OpenCard) -> QWidget:
        """What happened, what was promised, who looks after it and until when."""
        concern = shown.card.concerns[0]
        what = Phrase(
            N_("{what}: {promise}."),
            {"what": concern.title, "promise": concern.promise.rstrip(".")},
        )
        sentence = in_one_piece(words(what))
        who = owner_line(concern, shown)
        tile = Tile("warn", _(self.title), "hand-heart")
        tile.setText(" ".join((_(self.title), sentence, who)))
        tile.panel.keep_disc_at_top()
        tile.panel.add_beside(Text(sentence))
        tile.panel.add_beside(Text(who, "small", "ink2"))
        tile.panel.add_trailing(Key("F6", "warn", "warn"))
        tile.clicked.connect(lambda: self.wish(Wish.OWED, concern))
        return tile


def owner_line(concern: Concern, shown: OpenCard) -> str:
    """Who looks after it, until when, and that it is serious where it is."""
    values = {"who": concern.owner, "day": NearDay(concern.due, shown.card.today)}
    if concern.severity is Severity.SERIOUS:
        return words(Phrase(N_("{who} looks after it · due {day} · serious"), values))
    return words(Phrase(N_("{who} looks after it · due {day}"), values))
