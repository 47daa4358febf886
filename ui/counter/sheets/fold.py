"""A part of a sheet that is folded: its heading says what is in it, a tap opens it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill
from ui.kit import Icon, Text, Tile
from ui.theme import theme

_PADDING, _ALONE = (14, 8), (14, 11)
_CHEVRONS = {False: "chevron-right", True: "chevron-down"}


class Line(Tile):
    """A heading over what there is, and a chevron: it leads on.

    Args:
        label: what it is about.
        said: what there is; may be empty.

    Attributes:
        label: the heading's Text.
        said: what there is.
    """

    def __init__(self, label: str, said: str = "") -> None:
        super().__init__("surface")
        self.label = Text(label, "label")
        self.said = Text("", "small", "ink2")
        self._chevron = Icon(_CHEVRONS[False], "ink2", 20)
        self.panel.add_beside(self.label)
        self.panel.add_beside(self.said)
        self.panel.add_trailing(self._chevron, middle=True)
        self.say(said)
        self.restyle()

    def say(self, said: str) -> None:
        """Say what there is."""
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.panel.set_padding(*(_PADDING if said else _ALONE))
        label = self.label.text()
        self.setText(fill(_("{what}: {said}"), what=label, said=said) if said else label)

    def restyle(self) -> None:
        """Stay high enough for a finger."""
        self.setMinimumHeight(theme().target("least"))

    def turn(self, is_open: bool) -> None:
        """Let the chevron point down, or on."""
        self._chevron.set_icon(_CHEVRONS[is_open])
        self.setAccessibleDescription(_("unfolded") if is_open else _("folded"))


class Fold(QWidget):
    """What is added stands under the heading, and only while it is open.

    Args:
        label, said: of the heading.

    Attributes:
        head: the heading.

    Signals:
        toggled(bool): it was opened or closed.
    """

    toggled = Signal(bool)

    def __init__(self, label: str, said: str = "") -> None:
        super().__init__()
        self.head = Line(label, said)
        self._body = QWidget()
        self._inside = QVBoxLayout(self._body)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.head)
        self._rows.addWidget(self._body)
        self._body.hide()
        self.head.turn(False)
        self.head.clicked.connect(self._on_clicked)
        self.restyle()

    def add(self, widget: QWidget) -> None:
        """Put something in at the end."""
        self._inside.addWidget(widget)

    @property
    def is_open(self) -> bool:
        """Whether what is in it can be seen."""
        return not self._body.isHidden()

    def unfold(self, is_open: bool = True) -> None:
        """Open it, with the keyboard on its first line, or close it."""
        self._body.setVisible(is_open)
        self.head.turn(is_open)
        first = self._first()
        if is_open and first is not None:
            first.setFocus()
        self.toggled.emit(is_open)

    def set_off(self, reason: str) -> None:
        """Let nothing be filled in, and say why; empty lets it again."""
        self.setEnabled(not reason)
        self.head.setEnabled(not reason)
        self.head.setAccessibleDescription(reason or _("folded"))
        if reason and self.is_open:
            self.unfold(False)

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(look.space("s"))
        self._inside.setContentsMargins(look.space("m"), 0, 0, look.space("s"))
        self._inside.setSpacing(look.space("m"))

    def _first(self) -> QWidget | None:
        inside = [one for one in self._body.findChildren(QWidget) if one.isVisibleTo(self._body)]
        lines = [one for one in inside if isinstance(one, QLineEdit)]
        tabbed = [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return next(iter(lines or tabbed), None)

    def _on_clicked(self) -> None:
        self.unfold(not self.is_open)
