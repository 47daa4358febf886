"""A product, a kind of product, or a day of the shop's own calendar: something with a name."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, isolated
from ui.kit import Button, Flow
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import Typed
from ui.theme import theme

_SHOWN = 6


class Named(Blank):
    """By name; typed, with those the shop knows to tap."""

    order: ClassVar[int] = 10

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """By its form."""
        return spot.form in {"product", "group", "event"}

    def worded(self, value: Any) -> str:
        """Its name; none can mean anything."""
        return isolated(value) if value else _(self.spot.metadata.get("none", "choose a product"))

    def start(self) -> str:
        """The best seller."""
        return next(iter(self._known()), "")

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A line, and what begins so."""
        return _Suggested(_(self.spot.label), value, self._known(), taken)

    def _known(self) -> tuple[str, ...]:
        known = {"group": self.choices.groups, "event": self.choices.events}
        return known.get(self.spot.form, self.choices.products)


class _Suggested(QWidget):
    def __init__(
        self, label: str, value: str, known: tuple[str, ...], taken: Callable[[Any], None]
    ) -> None:
        super().__init__()
        self._known, self._taken = known, taken
        self.line = Typed(label, value, str.strip, self._on_typed)
        self._flow = Flow()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("s"))
        rows.addWidget(self.line)
        rows.addWidget(self._flow)
        self.setFocusProxy(self.line)
        self._suggest(value)

    def _on_typed(self, value: str) -> None:
        self._suggest(value)
        self._taken(value)

    def _suggest(self, text: str) -> None:
        self._flow.clear()
        sought = text.casefold()
        found = [one for one in self._known if sought in one.casefold() and one != text]
        for name in found[:_SHOWN]:
            button = Button(name, "soft")
            button.clicked.connect(lambda _on=False, chosen=name: self._choose(chosen))
            self._flow.add(button)
            button.show()
        self._flow.setVisible(bool(found))

    def _choose(self, name: str) -> None:
        self.line.field.set_text(name)
        self._on_typed(name)
        self.line.setFocus()
