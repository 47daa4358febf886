"""The rooms of the office: each page is made when somebody goes there for the first time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from pos_companion.i18n import N_
from pos_companion.services import Shop
from pos_companion.settings import Settings
from ui.kit import Slot
from ui.office.backups import BackupsPage
from ui.office.given.page import GivenPage
from ui.office.ideas import IdeasPage
from ui.office.mirror import MirrorPage
from ui.office.page import OfficePage
from ui.office.people_here import PeoplePage
from ui.office.privacy import PrivacyPage
from ui.office.rules.page import RulesPage
from ui.office.settings import SettingsPage
from ui.office.shelf import ShelfPage
from ui.office.the_shop import TheShopPage
from ui.tasks import Tasks

Page = PeoplePage | OfficePage


@dataclass(frozen=True)
class Room:
    """A page beside the counter.

    Attributes:
        label: on the rail, a msgid.
        icon: beside it.
        deed: what the palette calls going there, a msgid.
        make: makes the page.
    """

    label: str
    icon: str
    deed: str
    make: Callable[[Shop, Tasks], Page]


ROOMS: Mapping[str, Room] = {
    "people": Room(N_("People"), "users", N_("people who work here"), PeoplePage),
    "shelf": Room(N_("Gift shelf"), "gift", N_("the gift shelf"), ShelfPage),
    "rules": Room(N_("Gift rules"), "sliders-horizontal", N_("gift rules"), RulesPage),
    "ideas": Room(N_("Ideas"), "lightbulb", N_("ideas of customers"), IdeasPage),
    "mirror": Room(N_("Mirror"), "chart-column", N_("how well we know them"), MirrorPage),
    "given": Room(
        N_("Money and fairness"), "coins", N_("what gifts cost, and who gets them"), GivenPage
    ),
    "privacy": Room(N_("Privacy"), "shield", N_("what we keep about people"), PrivacyPage),
    "backups": Room(N_("Backups"), "hard-drive", N_("backups of the records"), BackupsPage),
    "shop": Room(N_("The shop"), "store", N_("what the shop decides"), TheShopPage),
}
"""In the order of the rail."""


class Rooms(QObject):
    """Makes them, shows them, and throws them away when the language changes.

    Args:
        slot: where the pages of the window are shown.

    Attributes:
        settings: None until it was opened once.
        pages: those that were opened, by name.

    Signals:
        changed: the `Settings` as they are now wanted.
        left: back to the counter.
        restoring: the `Copy` of the records that is to be put back.
    """

    changed = Signal(object)
    left = Signal()
    restoring = Signal(object)

    def __init__(self, slot: Slot) -> None:
        super().__init__(slot)
        self._slot = slot
        self.settings: SettingsPage | None = None
        self.pages: dict[str, Page] = {}

    @property
    def people(self) -> PeoplePage | None:
        """The page of those who work here; None until it was opened once."""
        page = self.pages.get("people")
        return page if isinstance(page, PeoplePage) else None

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

    def show(self, name: str, shop: Shop, tasks: Tasks) -> None:
        """Go to a page, and let it read what it shows.

        Args:
            name: one of `ROOMS`.
        """
        if name not in self.pages:
            self.pages[name] = ROOMS[name].make(shop, tasks)
            self.pages[name].closed.connect(self.left)
            if isinstance(made := self.pages[name], BackupsPage):
                made.chosen.connect(self.restoring)
        page = self.pages[name]
        self._slot.show_only(page)
        page.setFocus()
        page.read()

    def clear(self) -> None:
        """Throw every page away."""
        pages = (self.settings, *self.pages.values())
        for page in pages:
            if page is not None:
                self._slot.discard(page)
        self.settings = None
        self.pages = {}
