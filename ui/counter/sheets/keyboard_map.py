"""Which key does what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pos_companion.i18n import _
from ui.counter.commands import Command, Commands, Place
from ui.kit import Key, Panel, Sheet, Text
from ui.theme import theme

_KEYS_WIDTH = 88


class KeyboardMap(Sheet):
    """Two lists: anywhere, and on a card."""

    personal = False

    def __init__(self, commands: Commands) -> None:
        super().__init__(_("Keys"), _("Back"))
        for heading, places in (
            (_("Anywhere"), (Place.ANYWHERE, Place.WINDOW)),
            (_("On a card"), (Place.CARD,)),
        ):
            panel = Panel("surface", heading)
            panel.add(_table([one for one in commands if one.key and one.place in places]))
            self.add(panel)


def _table(commands: list[Command]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme().space("s"))
    grid.setVerticalSpacing(theme().px(8))
    for at, command in enumerate(commands):
        cap = Key(command.key)
        grid.addWidget(cap, at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Text(_(command.label)), at, 1)
    grid.setColumnMinimumWidth(0, theme().px(_KEYS_WIDTH))
    grid.setColumnStretch(1, 1)
    return table
