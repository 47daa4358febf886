"""What can stand in the blanks of a rule's sentence: one file, one sort of value.

A blank knows how its value is worded on the part that is tapped, what a new part begins with, and
which small choice opens under the sentence.
"""

import typing
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field
from functools import cache
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.services.rule_choices import RuleChoices

Taken = Callable[[Any], None]


@dataclass(frozen=True)
class Spot:
    """A field of a part: where a blank stands.

    Attributes:
        name: of the field.
        shape: its type.
        metadata: `label`, `unit`, `least`, `most`, `words`, `none`, `form`; all may be missing.
    """

    name: str
    shape: Any
    metadata: Mapping[str, Any] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What it is called, a msgid."""
        return str(self.metadata.get("label", self.name))

    @property
    def form(self) -> str:
        """A special form, or nothing."""
        return str(self.metadata.get("form", ""))


class Blank(ABC):
    """One sort of value.

    Attributes:
        order: the first one that fits is used; special sorts come before plain ones.
    """

    order: ClassVar[int] = 100

    def __init__(self, spot: Spot, choices: RuleChoices) -> None:
        self.spot = spot
        self.choices = choices

    @classmethod
    @abstractmethod
    def fits(cls, spot: Spot) -> bool:
        """Whether it is for such a field."""

    @abstractmethod
    def worded(self, value: Any) -> str:
        """The value in the language in use, as it stands in the sentence."""

    @abstractmethod
    def start(self) -> Any:
        """What a new part begins with where its field has no default."""

    @abstractmethod
    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """The small choice; `taken` gets every value that can be used, as it is made."""


def spots_of(part: type) -> Mapping[str, Spot]:
    """The fields of a dataclass that have a form, by name."""
    shapes = _shapes(part)
    return {
        name: Spot(name, shapes[name], one.metadata)
        for name, one in _fields(part).items()
        if "label" in one.metadata
    }


def lacks_default(part: type) -> tuple[str, ...]:
    """The fields a new part has to be given."""
    return tuple(
        name
        for name, one in _fields(part).items()
        if one.default is MISSING and one.default_factory is MISSING
    )


def _fields(part: type) -> Mapping[str, Field[Any]]:
    found: Mapping[str, Field[Any]] = part.__dataclass_fields__  # type: ignore[attr-defined]
    return found


@cache
def _shapes(part: type) -> Mapping[str, Any]:
    return typing.get_type_hints(part)
