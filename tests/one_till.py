"""A till whose window opens its records as the program does, and can be opened again."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from pos_companion.services import FixedClock, Shop
from pos_companion.services.backups import back_up
from pos_companion.services.opening import open_till
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.settings import Settings
from tests.journeys.corner_shop import NOW, PASSPHRASE
from ui.tasks import InlineExecutor, Tasks
from ui.window import Window

ROSA = "20471100"


class Till:
    """A window that opens the records as the program does, and can be opened again."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app, self.folder = app, folder
        self.settings = Settings(folder, less_movement=True, language="en")
        self.shop: Shop | None = None
        self.windows: list[Window] = []

    def open_shop(self, passphrase: str = "", go_on: bool = False) -> Shop:
        self.shop = open_till(
            self.settings, passphrase or PASSPHRASE, FixedClock(NOW), alone=True, go_on=go_on
        )
        return self.shop

    def with_a_backup(self) -> int:
        """A visit that is in the backup, and one that came after it."""
        shop = self.open_shop()
        rosa = shop.storage.rows("SELECT id FROM customer WHERE card = ?", (ROSA,))[0][0]
        record_visit(shop, VisitDeed("in the backup", rosa))
        back_up(shop)
        record_visit(shop, VisitDeed("after it", rosa))
        shop.close()
        return int(rosa)

    def window(self) -> Window:
        made = Window(self.settings, self.open_shop, Tasks(InlineExecutor()), lambda: 0.0)
        made.opening.typed = PASSPHRASE
        made.show()
        made.open()
        self.windows.append(made)
        return self.settle()

    def settle(self) -> Window:
        for _ in range(8):
            self.app.processEvents()
        return self.windows[-1]

    def visits(self) -> set[str]:
        assert self.shop is not None
        wanted = "SELECT uid FROM visit WHERE uid IN ('in the backup', 'after it')"
        return {row[0] for row in self.shop.storage.rows(wanted)}

    def leave(self) -> None:
        for window in self.windows:
            window.close()
            window.deleteLater()
