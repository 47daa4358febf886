"""Where the window stood and how large it was, so that it comes back there.

Wayland places windows itself; there only the size is kept.
"""

import logging
import re
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pos_companion.errors import NotSavedError
from pos_companion.settings import Settings, save_settings

log = logging.getLogger(__name__)

_WRITTEN = re.compile(r"(\d{2,5})x(\d{2,5})(?:([+-]\d{1,5})([+-]\d{1,5}))?")


def place_of(window: QWidget) -> str:
    """The place of a window in words: "440x900+1480+20"; maximised, the one before."""
    normal = window.normalGeometry()
    if normal.isNull() or not (window.isMaximized() or window.isMinimized()):
        normal = QRect(window.pos(), window.size())
    return f"{normal.width()}x{normal.height()}{normal.x():+d}{normal.y():+d}"


def keep_place(settings: Settings) -> None:
    """Write down where the window stood; that it cannot be is no reason not to leave."""
    try:
        save_settings(settings)
    except NotSavedError:
        log.warning("the place of the window could not be kept", exc_info=True)


def put_back(window: QWidget, place: str) -> None:
    """Give a window its place again, as far as a screen shows it; it does not take the keyboard.

    Args:
        place: as `place_of` words it, or a size alone; anything else changes nothing.
    """
    written = _WRITTEN.fullmatch(place)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if written is None or not screens:
        return
    width, height, across, down = (int(number or 0) for number in written.groups())
    wanted = QRect(across, down, width, height)
    seen = in_sight(wanted, screens, window.minimumSize())
    window.resize(seen.size())
    if written[3]:
        window.move(seen.topLeft())


def in_sight(wanted: QRect, screens: Sequence[QRect], least: QSize) -> QRect:
    """The rectangle moved and shrunk until all of it is on the screen it overlaps most.

    Args:
        screens: what is free of bars on each, the main one first; never empty.
        least: the window gets no smaller, even on a smaller screen.
    """
    screen = max(screens, key=lambda one: _area(one.intersected(wanted)))
    size = wanted.size().boundedTo(screen.size()).expandedTo(least)
    most = QPoint(screen.right() + 1 - size.width(), screen.bottom() + 1 - size.height())
    left = max(min(wanted.x(), most.x()), screen.left())
    top = max(min(wanted.y(), most.y()), screen.top())
    return QRect(QPoint(left, top), size)


def _area(rectangle: QRect) -> int:
    return rectangle.width() * rectangle.height() if rectangle.isValid() else 0
