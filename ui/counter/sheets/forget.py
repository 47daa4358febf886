"""Before somebody is forgotten: what goes, what stays and why, and their name to be typed."""

from PySide6.QtCore import Signal

from pos_companion.i18n import _, fill, words
from pos_companion.services.forgetting import Farewell
from ui.kit import Field, IconLine, Panel, Sheet, Text


class ForgetSheet(Sheet):
    """Nobody is forgotten by a slip: the name has to be typed.

    Args:
        farewell: what would happen.

    Attributes:
        name: the field.

    Signals:
        wanted(str): the name that was typed.
    """

    wanted = Signal(str)

    def __init__(self, farewell: Farewell) -> None:
        name = words(farewell.name)
        super().__init__(fill(_("Forget {name}"), name=name), _("Back"))
        self.add(Text(_("When they ask for it. They are hidden at once."), "body", "ink2"))
        goes = Panel("surface", _("What goes"))
        for one in farewell.goes:
            goes.add(IconLine("x", words(one), "body"))
        stays = Panel("surface", _("What stays, and why"))
        for one in farewell.stays:
            stays.add(IconLine("check", words(one), "body"))
        for panel in (goes, stays):
            panel.set_gap(6)
            self.add(panel)
        again = _("A manager can bring them back for a day. After that nobody can.")
        self.add(Text(again, "body", "ink2"))
        self.name = Field(fill(_("Type {name} to forget them"), name=name))
        self.name.submitted.connect(lambda _text: self.accepted.emit())
        self.add(self.name)
        self.set_action(_("Forget"), "trash-2")
        self.action.set_kind("warn")
        self.accepted.connect(lambda: self.wanted.emit(self.name.text().strip()))

    def start(self) -> None:
        """Give the name the keyboard."""
        self.name.setFocus()
