"""The rooms of the office: each page is made when somebody goes there for the first time."""

from PySide6.QtCore import QObject, Signal

from pos_companion.services import Shop
from pos_companion.settings import Settings
from ui.kit import Slot
from ui.office.people_here import PeoplePage
from ui.office.settings import SettingsPage
from ui.tasks import Tasks


class Rooms(QObject):
    """Makes them, shows them, and throws them away when the language changes.

    Args:
        slot: where the pages of the window are shown.

    Attributes:
        settings, people: None until they were opened once.

    Signals:
        changed: the `Settings` as they are now wanted.
        left: back to the counter.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, slot: Slot) -> None:
        super().__init__(slot)
        self._slot = slot
        self.settings: SettingsPage | None = None
        self.people: PeoplePage | None = None

    def show_settings(self, settings: Settings, name: str = "") -> None:
        """Go to the settings; one of them gets the keyboard unless the name is empty."""
        if self.settings is None:
            self.settings = SettingsPage(settings)
            self.settings.changed.connect(self.changed)
            self.settings.closed.connect(self.left)
        self._slot.show_only(self.settings)
        self.settings.setFocus()
        if name:
            self.settings.go_to(name)

    def show_people(self, shop: Shop, tasks: Tasks) -> None:
        """Go to the people who work here."""
        if self.people is None:
            self.people = PeoplePage(shop, tasks)
            self.people.closed.connect(self.left)
        self._slot.show_only(self.people)
        self.people.setFocus()
        self.people.read()

    def clear(self) -> None:
        """Throw every page away."""
        for page in (self.settings, self.people):
            if page is not None:
                self._slot.discard(page)
        self.settings = self.people = None
