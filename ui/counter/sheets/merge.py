"""Two records of one person: chosen, looked at side by side, and made one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from pos_companion.i18n import N_, Phrase, _, fill, isolated, ngettext, words
from pos_companion.model.card import Hit
from pos_companion.services.side_by_side import Side, SideBySide
from pos_companion.services.similar import Similar
from ui.counter.sheets.beside import Beside
from ui.counter.sheets.evidence_row import evidence_row
from ui.counter.sheets.known_people import KnownPeople
from ui.counter.sheets.promise_row import Labelled
from ui.counter.sheets.rows import Rows
from ui.kit import Avatar, Chip, Flow, IconLine, Panel, Sheet, Text, tint_for
from ui.panels.head import initials


class MergeSheet(Sheet):
    """First whose record it is, then both.

    Args:
        customer: the number of whoever is open.
        name: what they are called.
        twins: who may be another record of theirs.

    Attributes:
        people: finds the other record.
        names: which of the two names stays; empty while nobody was chosen, or both are the same.
        homes: with whom they live, where that has to be asked.
        one_pet: the pets of one name are one.

    Signals:
        sought: the text to look for.
        chosen: the number of the other record.
        joined: a `Joining`.
    """

    sought = Signal(str)
    chosen = Signal(int)
    joined = Signal(object)

    def __init__(self, customer: int, name: str, twins: Sequence[Similar] = ()) -> None:
        super().__init__(fill(_("Same person as {name}?"), name=name), _("Back"))
        self._customer = customer
        self._both: SideBySide | None = None
        self.people = KnownPeople(_("Who is it?"))
        self.people.asked.connect(self.sought)
        self.people.chosen.connect(self._on_chosen)
        self.names: list[Chip] = []
        self.homes: list[Chip] = []
        self.one_pet: Chip | None = None
        self._twins = Rows()
        for twin in twins:
            row = evidence_row(twin)
            row.chosen.connect(lambda other=twin.customer.id: self.chosen.emit(other))
            self._twins.add(row)
        self._compared = Rows(12)
        for widget in (self._twins, self.people, self._compared):
            self.add(widget)
        self.accepted.connect(self._on_accepted)

    def start(self) -> None:
        """Give the keyboard to the search."""
        self.people.line.edit.setFocus()

    def show_found(self, text: str, hits: tuple[Hit, ...]) -> None:
        """Show who was found, but for whoever is open."""
        self.people.show_found(text, tuple(h for h in hits if h.customer.id != self._customer))

    def compare(self, both: SideBySide) -> None:
        """Show both records; somebody else can still be sought."""
        self._both = both
        self._twins.hide()
        self.people.hide()
        self._compared.clear()
        self._compared.add(Beside(_column(both.first), _column(both.second), share=True))
        for line in self._evidence(both):
            self._compared.add(line)
        self._ask(both)
        self._compared.add(
            Text(_("Visits, gifts and all they told us go together. It can be undone."), "small",
                 "ink2")
        )  # fmt: skip
        self.set_action(_("They are one person"), "users")
        self.action.setFocus()

    def _evidence(self, both: SideBySide) -> list[QWidget]:
        if not both.reasons:
            nothing = _("Nothing in the records speaks for it. You know them.")
            return [IconLine("circle-help", nothing, "small", ("ink2", "ink2"))]
        return [
            IconLine("check", words(reason), "body", ("ink", "brand")) for reason in both.reasons
        ]

    def _ask(self, both: SideBySide) -> None:
        sides = (both.first, both.second)
        names = [words(side.name) for side in sides]
        self.names = [] if names[0] == names[1] else [Chip(name) for name in names]
        if self.names:
            self._choice(_("Which name do we keep?"), self.names, 0)
        around = [fill(_("with {names}"), names=_around(side)) for side in sides]
        self.homes = [Chip(one, icon="house") for one in around] if both.asks_home else []
        if self.homes:
            at = [side.customer.id for side in sides].index(both.home)
            self._choice(_("Where do they live?"), self.homes, at)
        same = [one.name for one in both.second.around if one.id in both.pets]
        if same:
            text = ngettext("{names} is one and the same", "{names} are the same", len(same))
            self.one_pet = Chip(fill(text, names=_listed(same)), checked=True, icon="paw-print")
            flow = Flow()
            flow.add(self.one_pet)
            self._compared.add(flow)

    def _choice(self, label: str, chips: Sequence[Chip], at: int) -> None:
        group, flow = QButtonGroup(self), Flow(6)
        for number, chip in enumerate(chips):
            chip.setChecked(number == at)
            group.addButton(chip, number)
            flow.add(chip)
        self._compared.add(Labelled(label, flow))

    def _on_chosen(self, hit: Hit) -> None:
        self.chosen.emit(hit.customer.id)

    def _on_accepted(self) -> None:
        if self._both is None:
            return
        numbers = (self._both.first.customer.id, self._both.second.customer.id)
        keep = _picked(self.names, numbers, numbers[0])
        home = _picked(self.homes, numbers, self._both.home)
        pets = self.one_pet is not None and self.one_pet.isChecked()
        self.joined.emit(self._both.joining(keep, pets, home))


def _column(side: Side) -> Panel:
    panel = Panel("surface")
    panel.set_gap(4)
    panel.add(Avatar(initials(side.customer), tint_for(str(side.customer.id)), 44))
    panel.add(Text(words(side.name), "strong"))
    for line in _told(side):
        panel.add(Text(line, "small", "ink2"))
    panel.add_stretch()
    return panel


def _told(side: Side) -> list[str]:
    visits = side.customer.visits
    counted = fill(ngettext("{count} visit", "{count} visits", visits), count=visits)
    lines = [*([counted] if visits else []), words(side.seen)]
    if side.phone_end:
        lines.append(words(Phrase(N_("phone …{end}"), {"end": side.phone_end})))
    if side.around:
        lines.append(fill(_("with {names}"), names=_around(side)))
    return lines


def _around(side: Side) -> str:
    return _listed([one.name for one in side.around])


def _listed(names: Sequence[str]) -> str:
    return words(Phrase("{names}", {"names": list(names)})) if names else isolated("")


def _picked(chips: Sequence[Chip], numbers: tuple[int, int], otherwise: int) -> int:
    at = next((at for at, chip in enumerate(chips) if chip.isChecked()), None)
    return otherwise if at is None else numbers[at]
