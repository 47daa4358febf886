"""Errands at the counter: one file, one errand, found by itself.

An errand opens a sheet, has done what the sheet asks for, and says so with a way back. It is
reached by its key, by a tap on a panel, and from the list of everything.
"""

from typing import ClassVar

from PySide6.QtCore import QObject

from pos_companion.services import Shop
from ui.counter.commands import Command, Place
from ui.counter.journey import Journey
from ui.counter.open_visit import OpenVisit
from ui.counter.sheet_desk import SheetDesk
from ui.panels import Wish


class Errand(QObject):
    """Something that can be done at the counter.

    Attributes:
        key: the key that starts it; empty for none.
        label: msgid of what it does, in the words of the list of keys; empty when it can only be
            started by another part of the screen.
        place: where the key means it. On a card it is only started while there is one.
        wish: what a panel says when somebody wants it.
    """

    key: ClassVar[str] = ""
    label: ClassVar[str] = ""
    place: ClassVar[Place] = Place.ANYWHERE
    wish: ClassVar[Wish | None] = None

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self.desk = desk

    @property
    def journey(self) -> Journey:
        """What is open at the counter."""
        return self.desk.journey

    @property
    def shop(self) -> Shop:
        """The open shop, for work that runs on the worker."""
        return self.desk.journey.shop

    @property
    def visit(self) -> OpenVisit | None:
        """The open visit."""
        return self.desk.journey.visit

    def start(self) -> None:
        """Begin it; on a card only while there is one."""
        raise NotImplementedError

    def wished(self, _about: object) -> None:
        """Begin it because of a tap on a panel; the value is the panel's."""
        self.start()

    def command(self) -> Command:
        """How keys, the list of keys and the palette know it."""
        return Command(self.key, self.label, self.start, self.place)
