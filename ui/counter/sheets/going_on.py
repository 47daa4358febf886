"""What is going on at the shop: set with two taps, over by itself."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from pos_companion.i18n import _, fill, isolated
from pos_companion.model.giving import ContextFlag
from ui.kit import Button, Chip, Field, Flow, Panel, Sheet, Text

_HOURS = (1, 2, 4, 8)


class GoingOn(Sheet):
    """Rain, heat, a queue, a power cut: rules can ask for it by name.

    Args:
        flags: what is going on now.
        known: names that rules ask for.
        clock: shows an instant as the shop's clock does.

    Signals:
        begun(str, int): this is going on for so many hours.
        ended(str): it is over.
    """

    personal = False

    begun = Signal(str, int)
    ended = Signal(str)

    def __init__(
        self, flags: Sequence[ContextFlag], known: Sequence[str], ends: Sequence[datetime]
    ) -> None:
        super().__init__(_("What is going on?"), _("Back"))
        self.hours = QButtonGroup(self)
        self.name = Field(_("Something else"), placeholder=_("rain, heat, a queue…"))
        for flag, end in zip(flags, ends, strict=True):
            self.add(self._flag(flag, end))
        self.add(Text(_("For how long?"), "label", "ink2"))
        chips = Flow()
        for at, hours in enumerate(_HOURS):
            chip = Chip(fill(_("{hours} h"), hours=hours), hours == _HOURS[1])
            self.hours.addButton(chip, at)
            chips.add(chip)
        self.add(chips)
        there = {flag.name.casefold() for flag in flags}
        fresh = [name for name in known if name.casefold() not in there]
        if fresh:
            self.add(Text(_("What rules ask for"), "label", "ink2"))
            names = Flow()
            for name in fresh:
                button = Button(isolated(name), "soft", "plus")
                button.clicked.connect(lambda _on=False, one=name: self._begin(one))
                names.add(button)
            self.add(names)
        self.add(self.name)
        self.name.submitted.connect(self._begin)

    def _flag(self, flag: ContextFlag, end: datetime) -> Panel:
        panel = Panel("brand", isolated(flag.name), "sun")
        panel.add_beside(Text(fill(_("until {time}"), time=end.time()), "body", "ink2"))
        over = Button(_("It is over"), "soft", "x")
        over.setAccessibleName(fill(_("{deed}: {name}"), deed=over.text(), name=flag.name))
        over.clicked.connect(lambda: self.ended.emit(flag.name))
        panel.add_trailing(over, middle=True)
        return panel

    def _begin(self, name: str) -> None:
        if name.strip():
            self.begun.emit(name.strip(), _HOURS[max(self.hours.checkedId(), 0)])
