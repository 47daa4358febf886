"""This till's settings; each applies at once."""

from dataclasses import replace

from babel import Locale
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, languages
from pos_companion.settings import Settings
from ui.fields import FieldsForm
from ui.kit import Button, Panel, ScrollColumn, Text
from ui.theme import theme

_WIDEST = 640
_SIZES = (90, 100, 110, 125, 150, 175, 200)


class SettingsPage(QWidget):
    """Language, theme, text size, movement, and the name of this till.

    Signals:
        changed: the `Settings` as they are now wanted.
        closed: back to the counter.
    """

    changed = Signal(object)
    closed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        form = FieldsForm(
            settings,
            {"language": _languages(), "theme": _themes(), "text_size": _sizes()},
        )
        form.changed.connect(self._on_changed)
        self.form = form
        self.back = Button(_("Back to the counter"), "ghost", "arrow-left", "Esc")
        self.back.clicked.connect(self.closed)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self.closed.emit,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        self._settings = settings
        self._column = ScrollColumn()
        self._column.add(Text(_("Settings"), "title"))
        panel = Panel("surface")
        panel.add(form)
        self._column.add(panel)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._column, 1)
        self._layout.addWidget(self.back)
        self.restyle()

    def go_to(self, name: str) -> None:
        """Give the keyboard to a setting."""
        entry = self.form.entry(name)
        stops = [entry, *entry.findChildren(QWidget)]
        stop = next((one for one in stops if one.focusPolicy() & Qt.FocusPolicy.TabFocus), entry)
        stop.setFocus()
        self._column.ensureWidgetVisible(stop)

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        edge = look.space("l")
        self._layout.setContentsMargins(edge, look.space("m"), edge, edge)
        self.setMaximumWidth(look.px(_WIDEST) + 2 * edge)

    def _on_changed(self, settings: Settings) -> None:
        known = replace(settings, till=settings.till.strip())
        if known != self._settings:
            self._settings = known
            self.changed.emit(known)


def _languages() -> dict[str, str]:
    names = {tag: Locale.parse(tag.replace("-", "_")).get_display_name() for tag in languages()}
    return {"": _("as the computer"), **{tag: name or tag for tag, name in names.items()}}


def _themes() -> dict[str, str]:
    return {
        "system": _("as the computer"),
        "light": _("Light"),
        "dark": _("Dark"),
        "contrast": _("High contrast"),
    }


def _sizes() -> dict[int, str]:
    return {size: fill(_("{size} %"), size=size) for size in _SIZES}
