"""A host for a sheet."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from ui.assets import load_fonts
from ui.kit import Sheet
from ui.theme import apply_theme, load_theme

AnySheet = TypeVar("AnySheet", bound=Sheet)


@pytest.fixture
def look(qapp: QApplication) -> None:
    """Light, 100 %, nothing moves."""
    load_fonts()
    apply_theme(qapp, load_theme("light", 1.0, moves=False))


@pytest.fixture
def covers(look: None, qtbot) -> Callable[[AnySheet], AnySheet]:
    """Lays a sheet over a dock."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)

    def cover(sheet: AnySheet) -> AnySheet:
        sheet.cover(window)
        QApplication.processEvents()
        return sheet

    return cover
