"""A form made from the fields of a dataclass.

A field takes part when its metadata has a `label`; `unit`, `least` and `most` are used for
numbers. Whole numbers and texts become lines to type in, yes or no a chip, and a field with
choices a row of chips of which one is on.
"""

from collections.abc import Callable, Mapping
from dataclasses import Field as DataclassField
from dataclasses import fields, replace
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill
from ui.kit.chip import Chip
from ui.kit.field import Field
from ui.kit.flow import Flow
from ui.kit.text import Text
from ui.theme import theme

Choices = Mapping[Any, str]


class _Entry(Protocol):
    @property
    def widget(self) -> QWidget:
        """What stands in the form."""

    def read(self) -> Any:
        """The value; raises ValueError with a sentence while it cannot be used."""


class _Words:
    def __init__(self, label: str, value: str, changed: Callable[[], None]) -> None:
        self.widget = Field(label, value)
        self.widget.edited.connect(lambda _text: changed())

    def read(self) -> str:
        return self.widget.text().strip()


class _Number:
    def __init__(self, field: DataclassField[Any], value: int, changed: Callable[[], None]) -> None:
        unit = field.metadata.get("unit", "")
        self._least: int | None = field.metadata.get("least")
        self._most: int | None = field.metadata.get("most")
        self.widget = Field(_(field.metadata["label"]), str(value), note=_(unit) if unit else "")
        self.widget.edited.connect(lambda _text: changed())

    def read(self) -> int:
        try:
            number = int(self.widget.text())
        except ValueError as error:
            raise ValueError(_("A whole number is needed here.")) from error
        if self._least is not None and number < self._least:
            raise ValueError(fill(_("It has to be at least {least}."), least=self._least))
        if self._most is not None and number > self._most:
            raise ValueError(fill(_("It can be at most {most}."), most=self._most))
        return number


class _YesNo:
    def __init__(self, label: str, value: bool, changed: Callable[[], None]) -> None:
        self.widget = Chip(label, value)
        self.widget.toggled.connect(lambda _on: changed())

    def read(self) -> bool:
        return self.widget.isChecked()


class _Choice:
    def __init__(self, label: str, value: Any, choices: Choices) -> None:
        self.widget = QWidget()
        self.group = QButtonGroup(self.widget)
        layout = QVBoxLayout(self.widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().space("xs"))
        layout.addWidget(Text(label, "label", "ink2"))
        flow = Flow()
        self._values = tuple(choices)
        for number, choice in enumerate(self._values):
            chip = Chip(choices[choice], choice == value)
            chip.setAccessibleDescription(label)
            self.group.addButton(chip, number)
            flow.add(chip)
        layout.addWidget(flow)

    def read(self) -> Any:
        if self.group.checkedId() < 0:
            raise ValueError(_("Choose one of these."))
        return self._values[self.group.checkedId()]


class FieldsForm(QWidget):
    """A form for a frozen dataclass.

    Args:
        value: the dataclass instance it starts from.
        choices: field name → what can be chosen, value → words already translated.

    Signals:
        changed(object): the new instance, whenever the person changed something and every field
            can be used.

    Raises:
        TypeError: a field is labelled but of a kind no form is known for.
    """

    changed = Signal(object)

    def __init__(self, value: Any, choices: Mapping[str, Choices] | None = None) -> None:
        super().__init__()
        self._value = value
        self._entries: dict[str, _Entry] = {}
        self._layout = QVBoxLayout(self)
        for field in fields(value):
            if "label" in field.metadata:
                self._add(field, (choices or {}).get(field.name))
        self.restyle()

    def value(self) -> Any:
        """The instance with every field that can be used; the others keep what they were."""
        return self._value

    def is_complete(self) -> bool:
        """Whether every field can be used as it stands; says what is wrong where one cannot."""
        return self._read()

    def entry(self, name: str) -> QWidget:
        """The widget of a field."""
        return self._entries[name].widget

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().space("m"))

    def _add(self, field: DataclassField[Any], choices: Choices | None) -> None:
        entry = self._entry_for(field, getattr(self._value, field.name), choices)
        self._entries[field.name] = entry
        self._layout.addWidget(entry.widget)

    def _entry_for(self, field: DataclassField[Any], value: Any, choices: Choices | None) -> _Entry:
        label = _(field.metadata["label"])
        if choices is not None:
            choice = _Choice(label, value, choices)
            choice.group.idToggled.connect(self._on_chosen)
            return choice
        if isinstance(value, bool):
            return _YesNo(label, value, self._on_changed)
        if isinstance(value, int):
            return _Number(field, value, self._on_changed)
        if type(value) is str:
            return _Words(label, value, self._on_changed)
        raise TypeError(f"no form for {field.name}, a {type(value).__name__}")

    def _on_chosen(self, _number: int, chosen: bool) -> None:
        if chosen:
            self._on_changed()

    def _on_changed(self) -> None:
        if self._read():
            self.changed.emit(self._value)

    def _read(self) -> bool:
        usable: dict[str, Any] = {}
        for name, entry in self._entries.items():
            problem = ""
            try:
                usable[name] = entry.read()
            except ValueError as error:
                problem = str(error)
            if isinstance(entry.widget, Field):
                entry.widget.set_problem(problem)
        self._value = replace(self._value, **usable)
        return len(usable) == len(self._entries)
