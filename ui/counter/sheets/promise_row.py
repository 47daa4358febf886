"""Who looks after something, and by when: what every promise is asked for."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from pos_companion.i18n import _, isolated, near_day
from pos_companion.services.promises import days_to_promise
from ui.counter.sheets.date_row import DateRow
from ui.kit import Chip, Field, Flow, Text
from ui.theme import theme


class Labelled(QWidget):
    """A label over a widget."""

    def __init__(self, label: str, widget: QWidget) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(Text(label, "label", "ink2"))
        self._rows.addWidget(widget)
        self.restyle()

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("xs"))


class DueChips(QWidget):
    """The days that are promised most, and any other one.

    Args:
        today: the business date.
        with_today: it can also be promised for today.

    Attributes:
        chips: one for each day, and at the end the one for another day.
        other: day and month of another day; hidden until it is wanted.
    """

    def __init__(self, today: date, with_today: bool = False) -> None:
        super().__init__()
        self._today = today
        first: tuple[date, ...] = (today,) if with_today else ()
        self._days: tuple[date, ...] = (*first, *days_to_promise(today))
        names = [isolated(_capital(near_day(day, today))) for day in self._days]
        self.chips = [Chip(name, icon="calendar-days") for name in (*names, _("Another day"))]
        self.other = DateRow(_("Another day"))
        self._group, flow = _one_of(self, self.chips)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(flow)
        self._rows.addWidget(self.other)
        self.other.hide()
        self.chips[-1].toggled.connect(self.other.setVisible)
        self.restyle()

    def due(self) -> date | None:
        """The day that was chosen; None when there is none, or it does not exist."""
        at = self._group.checkedId()
        if 0 <= at < len(self._days):
            return self._days[at]
        return self._other_day() if at == len(self._days) else None

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("s"))

    def _other_day(self) -> date | None:
        month, day = self.other.month.month, self.other.day.text()
        for year in (self._today.year, self._today.year + 1):
            try:
                found = date(year, month, int(day or 0))
            except ValueError:
                continue
            if found >= self._today:
                return found
        return None


class WhoChips(QWidget):
    """The colleagues, one of them chosen, and a line for another name.

    Args:
        names: who can be chosen; may be empty.
        chosen: who is at first; empty for nobody.

    Attributes:
        chips: one for each name.
        other: the line for somebody else.
    """

    def __init__(self, names: Sequence[str], chosen: str = "") -> None:
        super().__init__()
        self._names = tuple(names)
        self.chips = [Chip(isolated(name), name == chosen, "user") for name in self._names]
        label = _("Somebody else") if self._names else _("Name of a colleague")
        self.other = Field(label)
        self._group, flow = _one_of(self, self.chips)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(flow)
        self._rows.addWidget(self.other)
        flow.setVisible(bool(self.chips))
        self.restyle()

    def name(self) -> str:
        """Who was named; empty for nobody. A typed name counts more than a chip."""
        at = self._group.checkedId()
        return self.other.text().strip() or (self._names[at] if at >= 0 else "")

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("s"))


def _one_of(owner: QWidget, chips: Sequence[Chip]) -> tuple[QButtonGroup, Flow]:
    """Chips of which one is chosen, numbered as they stand, and the lines they flow in."""
    group, flow = QButtonGroup(owner), Flow(6)
    for at, chip in enumerate(chips):
        group.addButton(chip, at)
        flow.add(chip)
    return group, flow


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
