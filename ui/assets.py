"""Icons and fonts from `resources`, read by path.

Icons are Lucide (ISC), drawn in `currentColor`; they are tinted with a token of the theme in use
and kept per colour, size and device ratio. Fonts are Inter (OFL) in three weights.

Source: icons from lucide-static 1.62.0, unchanged. Fonts from inter-ui 4.1.1, cut down to Latin,
Greek and Cyrillic; tabular figures (`tnum`) there change digits only, so that the feature can stay
on for whole sentences.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.theme import RESOURCES, theme

MIRRORED: Final = frozenset({"arrow-left", "chevron-right", "corner-down-left"})


def resources() -> Path:
    """The folder of icons, fonts, themes and translations, also in a packaged app."""
    return RESOURCES


def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once.

    Returns:
        The family names found, each once.

    Raises:
        FileNotFoundError: a font file is missing or cannot be read.
    """
    return _load_fonts()


def icon(name: str, colour_token: str = "ink", size: int = 24) -> QPixmap:
    """A tinted icon.

    Args:
        name: a file in `resources/icons`, without its ending.
        colour_token: a colour of the theme in use.
        size: width and height in px, already scaled with the text.

    Returns:
        A sharp pixmap for the screen's device ratio; the few that point somewhere are mirrored
        when the application reads from right to left.

    Raises:
        FileNotFoundError: no icon of that name.
    """
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    flipped = name in MIRRORED and QApplication.isRightToLeft()
    return _draw(name, theme().colour(colour_token).name(), size, ratio, flipped)


def q_icon(name: str, colour_token: str = "ink", size: int = 24) -> QIcon:
    """The same as `icon`, for Qt's own widgets."""
    return QIcon(icon(name, colour_token, size))


def icon_names() -> tuple[str, ...]:
    """Every icon there is, sorted."""
    return tuple(sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg")))


@lru_cache(maxsize=2048)
def _draw(name: str, colour: str, size: int, ratio: float, flipped: bool) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    svg = _source(name).replace("currentColor", QColor(colour).name())
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if flipped:
        painter.translate(size, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@cache
def _source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _load_fonts() -> tuple[str, ...]:
    families: dict[str, None] = {}
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise FileNotFoundError(path)
        families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    if not families:
        raise FileNotFoundError(RESOURCES / "fonts")
    return tuple(families)
