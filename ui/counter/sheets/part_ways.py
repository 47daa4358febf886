"""Somebody moves out: who, and who goes along."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from pos_companion.i18n import _, fill, isolated, words
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.services.finding import display_name
from pos_companion.services.home_pages import HouseholdPage
from ui.counter.sheets.rows import Rows
from ui.kit import Button, Chip, Flow, Panel, Text

_STAYS, _GOES, _BOTH = range(3)


@dataclass(frozen=True)
class Parting:
    """Who founds a household of their own.

    Attributes:
        takes: the beings who go along.
        shares: those who belong to both homes from now on.
    """

    leaver: Customer
    takes: tuple[int, ...] = ()
    shares: tuple[int, ...] = ()


class PartWays(Panel):
    """Stays, goes along, or both: asked for each person and pet at home.

    Attributes:
        leavers: a chip for each customer who lives here.
        ways: the three chips of each being, by its number.

    Signals:
        parted: a `Parting`.
    """

    parted = Signal(object)

    def __init__(self, page: HouseholdPage) -> None:
        super().__init__("sunk", _("Who moves out?"))
        self.set_padding(12, 14)
        self._page = page
        self._customers = (page.customer, *page.living)
        self.leavers = [Chip(words(display_name(one)), icon="user") for one in self._customers]
        self.ways: dict[int, list[Chip]] = {}
        self._rows = Rows(10)
        group = QButtonGroup(self)
        flow = Flow(6)
        for chip in self.leavers:
            group.addButton(chip)
            flow.add(chip)
            chip.toggled.connect(self._on_leaver)
        self.keep = Button(_("Move out"), "primary", "house")
        self.keep.clicked.connect(self._on_kept)
        for widget in (flow, self._rows, self.keep):
            self.add(widget)
        self.leavers[0].setChecked(True)

    def leaver(self) -> Customer:
        """Who moves out."""
        pairs = zip(self.leavers, self._customers, strict=True)
        return next((one for chip, one in pairs if chip.isChecked()), self._page.customer)

    def _on_leaver(self, on: bool) -> None:
        if not on:
            return
        self._rows.clear()
        self.ways = {}
        at_home = self._may_go(self.leaver())
        if at_home:
            self._rows.add_label(_("Who goes along?"))
        for member in at_home:
            self._rows.add(self._ways_of(member))

    def _may_go(self, leaver: Customer) -> Sequence[HouseholdMember]:
        """Everybody else, but for the only customer who would stay behind."""
        living = {one.id for one in self._customers}
        stays = living - {leaver.id} if len(living) == 2 else set()
        out = stays | {leaver.id}
        return [one for one in self._page.members if one.customer not in out]

    def _ways_of(self, member: HouseholdMember) -> QWidget:
        row = Rows(4)
        row.add(Text(isolated(member.name), "strong"))
        names = (_("stays"), _("goes along"), _("both homes"))
        group, flow = QButtonGroup(row), Flow(6)
        chips = [
            Chip(name, at == _STAYS) for at, name in enumerate(names[: 2 if member.customer else 3])
        ]
        for chip in chips:
            chip.setAccessibleName(fill(_("{name}: {what}"), name=member.name, what=chip.text()))
            group.addButton(chip)
            flow.add(chip)
        row.add(flow)
        self.ways[member.id] = chips
        return row

    def _on_kept(self) -> None:
        chosen = {
            being: next(at for at, chip in enumerate(chips) if chip.isChecked())
            for being, chips in self.ways.items()
        }
        takes = tuple(being for being, way in chosen.items() if way == _GOES)
        shares = tuple(being for being, way in chosen.items() if way == _BOTH)
        self.parted.emit(Parting(self.leaver(), takes, shares))
