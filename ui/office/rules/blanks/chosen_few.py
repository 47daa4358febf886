"""Several of a few values."""

import typing
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import Phrase, _, value_in_words
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import SomeOf


class ChosenFew(Blank):
    """A tuple of values that have names; the words stand as those of a single one."""

    order: ClassVar[int] = 30

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """For every tuple of a StrEnum."""
        inner = _inner(spot)
        return isinstance(inner, type) and issubclass(inner, StrEnum)

    def worded(self, value: Any) -> str:
        """Their names; none can mean something of its own."""
        if not value:
            return _(self.spot.metadata.get("none", "nothing"))
        words = self._msgids()
        return value_in_words(tuple(Phrase(words.get(one, str(one))) for one in value))

    def start(self) -> Any:
        """The first one alone."""
        return (next(iter(self._msgids())),)

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """Chips."""
        words = {one: _(text) for one, text in self._msgids().items()}
        return SomeOf(_(self.spot.label), words, tuple(value), taken)

    def _msgids(self) -> Mapping[Any, str]:
        words = self.spot.metadata.get("words")
        if words is None:
            inner = _inner(self.spot)
            words = {one: getattr(one, "label", one.value) for one in inner}
        return dict(words)


def _inner(spot: Spot) -> Any:
    if typing.get_origin(spot.shape) is not tuple:
        return None
    return typing.get_args(spot.shape)[0]
