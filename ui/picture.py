"""A customer's card as a picture, for machines without a display."""

import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_
from pos_companion.services import Shop
from ui.assets import load_fonts
from ui.office.in_force import use_look, use_words
from ui.tasks import InlineExecutor, Tasks
from ui.window import Window


def save_card(shop: Shop, customer: int, path: Path) -> None:
    """Save the card of a customer as the dock shows it; the shop is closed with the window.

    Raises:
        NotSavedError: the picture cannot be written there.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts()
    settings = replace(shop.settings, less_movement=True)
    use_words(settings)
    use_look(settings)
    window = Window(settings, lambda _: shop, Tasks(InlineExecutor()), time.monotonic)
    window.show()
    window.open()
    app.processEvents()
    if window.counter is not None:
        window.counter.journey.open(customer)
    app.processEvents()
    saved = window.grab().save(str(path))
    window.close()
    if not saved:
        raise NotSavedError(N_("The picture cannot be written to {path}."), path=path)
