"""They bought nothing: what it was instead."""

from functools import partial

from PySide6.QtCore import Signal

from pos_companion.i18n import _
from pos_companion.model.visits import VisitKind
from ui.kit import Button, Panel, Sheet, Text


class NoPurchaseSheet(Sheet):
    """One tap records it.

    Attributes:
        ways: a button for each kind.

    Signals:
        chosen(object): the `VisitKind`.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Here without buying"), _("Back to the card"))
        self.ways = {
            VisitKind.LOOKED: Button(_("They only looked"), "soft", "search"),
            VisitKind.CHATTED: Button(_("We talked"), "soft", "message-circle"),
            VisitKind.PHONED: Button(_("They phoned"), "soft", "phone"),
        }
        panel = Panel("surface")
        text = _("It is kept as a visit: it counts for how they come, not for the usual.")
        panel.add(Text(text, "small", "ink2"))
        for kind, button in self.ways.items():
            button.clicked.connect(partial(self.chosen.emit, kind))
            panel.add(button)
        self.add(panel)
