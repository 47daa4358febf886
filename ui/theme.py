"""Named colours and sizes from `resources/themes`, and the one theme in use.

A widget names a token (`theme().colour("ink2")`) or a role (`theme().font("title")`), never a
colour. `light.toml` is the base and holds the sizes; the others name only what differs, so a new
theme is one file.

Widgets read `theme()` each time they paint. What they set once (margins, fonts of line edits)
belongs in a method `restyle()`: `apply_theme` calls it on every widget that has one, then lays
out and paints everything again. Whoever is not a widget listens to `watcher.changed`.
"""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

RESOURCES: Final = Path(__file__).parents[1] / "resources"
FAMILY: Final = "Inter"
SMALLEST_TEXT: Final = 0.9
LARGEST_TEXT: Final = 2.0
SLIDE_MS: Final = 140

_PALETTE: Final = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "brand",
    QPalette.ColorRole.HighlightedText: "on_brand",
    QPalette.ColorRole.Link: "ask",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "on_toast",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Accent: "brand",
}


@dataclass(frozen=True)
class Theme:
    """Every colour and size of the look; sizes in device-independent px at the text size chosen.

    Attributes:
        name: the file it came from, "light", "dark" or "contrast".
        text_scale: 0.9 to 2.0.
        moves: False when the person asked for less movement.
        touch: the standard control height asked for, 48, 64 or 80 px at 100 %.
        colours: token → "#RRGGBB".
        tables: the size tables of light.toml: type, space, radius, target, stroke.
    """

    name: str
    text_scale: float
    moves: bool
    touch: int
    colours: MappingProxyType[str, str] = field(hash=False)
    tables: MappingProxyType[str, dict[str, Any]] = field(hash=False)

    def colour(self, token: str) -> QColor:
        """The colour of a token; KeyError for a token no theme has."""
        return QColor(self.colours[token])

    def px(self, size: float) -> int:
        """A size that goes with the text: controls, icons, paddings inside controls."""
        return round(size * self.text_scale)

    def space(self, name: str) -> int:
        """A distance, `xs` 4 · `s` 8 · `m` 12 · `l` 16 · `xl` 24 · `xxl` 32.

        Distances grow half as fast as the text, so that large text keeps its room.
        """
        return round(float(self.tables["space"][name]) * (1 + self.text_scale) / 2)

    def radius(self, name: str) -> float:
        """A corner radius: `panel`, `field`, `control`, `small`, `key`."""
        return float(self.tables["radius"][name])

    def target(self, name: str) -> int:
        """A height to tap: `least` 44, `standard` 48, `row` 68, `primary` 64, `touch` 80."""
        least = int(self.tables["target"]["least"])
        height = int(self.tables["target"][name])
        wanted = height if name == "least" else max(height, self.touch)
        return max(self.px(wanted), least)

    def stroke(self, name: str) -> float:
        """A line width: `hairline`, `control`, `field`, `ring`, `focus`, `focus_inner`."""
        return float(self.tables["stroke"][name])

    def font(self, role: str) -> QFont:
        """The font of a role: `display`, `title`, `strong`, `body`, `small`, `label`, `key`."""
        kind = self.tables["type"][role]
        tracking = float(kind.get("tracking", 0.0)) * self.text_scale
        return QFont(_font(self.px(kind["size"]), int(kind["weight"]), tracking))

    def line(self, role: str) -> int:
        """The least distance between two baselines of a role."""
        return self.px(self.tables["type"][role]["line"])

    def ascent(self, role: str) -> float:
        """How far a line of this role reaches over its baseline."""
        return QFontMetricsF(self.font(role)).ascent()

    def slide_ms(self) -> int:
        """How long a toast slides: 0 when less movement is asked for."""
        return SLIDE_MS if self.moves else 0


class ThemeWatcher(QObject):
    """Keeps the chosen theme in use, also when the system turns dark or light.

    Signals:
        changed: another theme or text size is in use; widgets have been laid out again.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted: dict[str, Any] = {}

    def follow(self, app: QApplication, setting: str, **wanted: Any) -> None:
        """Use the theme of a setting from now on.

        Args:
            app: the application.
            setting: "system", "light", "dark", "contrast" or another theme file's name.
            **wanted: `text_scale`, `moves` and `touch` as in `load_theme`.
        """
        hints = app.styleHints()
        if self._wanted:
            hints.colorSchemeChanged.disconnect(self._on_scheme_changed)
        self._wanted = {"name": setting, **wanted}
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        apply_theme(app, load_theme(**self._wanted))

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if self._wanted.get("name") == "system" and isinstance(app, QApplication):
            apply_theme(app, load_theme(**self._wanted))


def load_theme(name: str, text_scale: float = 1.0, *, moves: bool = True, touch: int = 48) -> Theme:
    """Read a theme.

    Args:
        name: a file in `resources/themes`, or "system" for light or dark as the system is.
        text_scale: kept between 0.9 and 2.0.
        moves: whether things may slide.
        touch: the standard control height in px at 100 %.

    Raises:
        FileNotFoundError: no theme of that name.
    """
    known = _file_for_the_system() if name == "system" else name
    base = _read("light")
    return Theme(
        name=known,
        text_scale=min(max(text_scale, SMALLEST_TEXT), LARGEST_TEXT),
        moves=moves,
        touch=touch,
        colours=MappingProxyType({**base["colour"], **_read(known)["colour"]}),
        tables=MappingProxyType({key: table for key, table in base.items() if key != "colour"}),
    )


def theme() -> Theme:
    """The theme in use; light until `apply_theme` was called."""
    return _in_use[-1] if _in_use else load_theme("light")


def apply_theme(app: QApplication, new: Theme) -> None:
    """Use a theme: Fusion, palette, font; every widget lays out and paints again.

    Fonts have to be loaded before (`ui.assets.load_fonts`). The one in use already changes nothing.
    """
    if _in_use == [new] and app.style().name() == "fusion" and app.font() == new.font("body"):
        return
    _in_use[:] = [new]
    if app.style().name() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette(new))
    app.setFont(new.font("body"))
    for widget in app.allWidgets():
        restyle = getattr(widget, "restyle", None)
        if restyle is not None:
            restyle()
        widget.updateGeometry()
        widget.update()
    watcher.changed.emit()


def _palette(new: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, new.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(QPalette.ColorGroup.Disabled, role, new.colour("ink3"))
    return palette


def _file_for_the_system() -> str:
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


@cache
def _read(name: str) -> dict[str, Any]:
    with (RESOURCES / "themes" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _font(pixels: int, weight: int, tracking: float) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


_in_use: list[Theme] = []
watcher = ThemeWatcher()
