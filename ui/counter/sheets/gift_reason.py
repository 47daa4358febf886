"""Why is it given? One of the short reasons, with one tap or its digit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from pos_companion.i18n import _, fill, words
from pos_companion.model.giving import OWN_REASONS
from pos_companion.rules import Offer
from ui.kit import Key, Sheet, Text, Tile


class GiftReason(Sheet):
    """The reasons under each other; the keyboard stands on the first.

    Args:
        offer: whose rule asks why.

    Signals:
        chosen(object): the `OwnReason`.
    """

    chosen = Signal(object)

    def __init__(self, offer: Offer) -> None:
        super().__init__(_("Why today?"), _("Back to the card"))
        self.add(Text(fill(_("{gift}: a word on why it is given."), gift=words(offer.title)),
                      "body", "ink2"))  # fmt: skip
        self.tiles: list[Tile] = []
        for number, (reason, text) in enumerate(OWN_REASONS.items(), 1):
            tile = Tile("control")
            tile.panel.add_beside(Text(_(text), "strong"))
            tile.panel.add_trailing(Key(str(number)), middle=True)
            tile.setText(_(text))
            tile.clicked.connect(lambda _on=False, one=reason: self.chosen.emit(one))
            self.tiles.append(tile)
            self.add(tile)

    def start(self) -> None:
        """Give the keyboard to the first reason."""
        self.tiles[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is its reason."""
        at = event.key() - int(Qt.Key.Key_1)
        if 0 <= at < len(self.tiles) and not event.isAutoRepeat():
            self.tiles[at].click()
        else:
            super().keyPressEvent(event)
