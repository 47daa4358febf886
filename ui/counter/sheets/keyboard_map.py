"""Which key does what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pos_companion.i18n import N_, _
from ui.kit import Key, Panel, Sheet, Text
from ui.theme import theme

_KEYS_WIDTH = 88
_ANYWHERE = (
    ("Abc 123", N_("goes to the search")),
    ("Enter", N_("open the first one found")),
    ("↑ ↓", N_("walk through those found")),
    ("Esc", N_("clear, then go back")),
    ("Ctrl+F", N_("go to the search")),
    ("Ctrl+Z", N_("undo what was just done")),
    ("F1", N_("this list")),
    ("F8", N_("add somebody new")),
)
_ON_A_CARD = (
    ("Enter", N_("record what the green button says")),
    ("Space", N_("give the gift, or leave it")),
    ("F2", N_("another greeting")),
    ("F3", N_("another gift")),
    ("Shift+F3", N_("why this gift, and why not the others")),
    ("F4", N_("something else than the usual")),
    ("F5", N_("they told me something")),
    ("F6", N_("what we owe them")),
    ("F8", N_("edit this customer")),
    ("↑ ↓", N_("scroll")),
)


class KeyboardMap(Sheet):
    """Two lists: anywhere, and on a card."""

    def __init__(self) -> None:
        super().__init__(_("Keys"), _("Back"))
        for heading, keys in ((_("Anywhere"), _ANYWHERE), (_("On a card"), _ON_A_CARD)):
            panel = Panel("surface", heading)
            panel.add(_table(keys))
            self.add(panel)


def _table(keys: tuple[tuple[str, str], ...]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme().space("m"))
    grid.setVerticalSpacing(theme().px(8))
    for at, (key, does) in enumerate(keys):
        cap = Key(key)
        grid.addWidget(cap, at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Text(_(does)), at, 1)
    grid.setColumnMinimumWidth(0, theme().px(_KEYS_WIDTH))
    grid.setColumnStretch(1, 1)
    return table
