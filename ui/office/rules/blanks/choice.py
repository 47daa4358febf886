"""One of a few values."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import OneOf


class Choice(Blank):
    """The words stand in the metadata of the field, or on the values themselves."""

    order: ClassVar[int] = 40

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """For every StrEnum, for yes and no, and wherever the values are named."""
        shape = spot.shape
        named = "words" in spot.metadata and not spot.form
        return named or shape is bool or (isinstance(shape, type) and issubclass(shape, StrEnum))

    def worded(self, value: Any) -> str:
        """Its name."""
        return self._words().get(value, str(value))

    def start(self) -> Any:
        """The first one."""
        return next(iter(self._words()))

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """Chips; values that are only known from elsewhere are shown while they are chosen."""
        offered = (*self.spot.metadata.get("offered", self._words()), value)
        words = {one: text for one, text in self._words().items() if one in offered}
        return OneOf(_(self.spot.label), words, value, taken)

    def _words(self) -> Mapping[Any, str]:
        words = self.spot.metadata.get("words")
        if words is None and self.spot.shape is bool:
            return {True: _("yes"), False: _("no")}
        if words is None:
            words = {one: getattr(one, "label", one.value) for one in self.spot.shape}
        return {value: _(text) for value, text in words.items()}
