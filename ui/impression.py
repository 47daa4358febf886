"""Who came along and how they seem: chips for the card, and for a visit of before."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import N_, _, fill, isolated
from pos_companion.insight.moods import MOODS
from pos_companion.model.people import HouseholdMember, Species
from pos_companion.model.visits import NOTHING_SAID, Impression, Mood
from ui.kit.chip import Chip
from ui.kit.flow import Flow
from ui.kit.text import Text
from ui.theme import theme

BEING_ICONS = {
    Species.PERSON: "user",
    Species.CHILD: "baby",
    Species.DOG: "dog",
    Species.CAT: "cat",
    Species.PET: "paw-print",
}
"""A picture for each kind of being."""
MOOD_ICONS = {Mood.GOOD: "sun", Mood.FINE: "circle", Mood.LOW: "hand-heart"}
"""A picture for each mood."""

SEEM = (N_("How do they seem?"), N_("And as they leave?"))
"""What is asked while they are here."""


class ImpressionBox(QWidget):
    """A tap says it, the same tap again takes it back.

    Args:
        home: who may have come along.
        asked: msgids of the two questions.

    Attributes:
        company: a chip for each of them, by number.
        moods_in, moods_out: how they came, and, once that was said, how they left.

    Signals:
        said: an `Impression`.
    """

    said = Signal(object)

    def __init__(self, home: Sequence[HouseholdMember], asked: tuple[str, str] = SEEM) -> None:
        super().__init__()
        self._felt = NOTHING_SAID
        self.company: dict[int, Chip] = {}
        for member in home:
            chip = Chip(isolated(member.name), icon=BEING_ICONS[member.species])
            chip.setAccessibleName(fill(_("{name} came along"), name=member.name))
            chip.clicked.connect(lambda _on=False, being=member.id: self._came_along(being))
            self.company[member.id] = chip
        self.moods_in = self._moods(_("They came: {mood}"), self._came)
        self.moods_out = self._moods(_("They leave: {mood}"), self._leave)
        self._rows = QVBoxLayout(self)
        if self.company:
            self._rows.addWidget(_flow(self.company.values()))
        self._rows.addWidget(_labelled(_(asked[0]), self.moods_in.values()))
        self._leaving = _labelled(_(asked[1]), self.moods_out.values())
        self._rows.addWidget(self._leaving)
        self.show_impression(NOTHING_SAID)
        self.restyle()

    def show_impression(self, felt: Impression) -> None:
        """Show what is said; the chips keep the keyboard."""
        self._felt = felt
        for being, chip in self.company.items():
            chip.setChecked(being in felt.company)
        for chips, said in ((self.moods_in, felt.mood_in), (self.moods_out, felt.mood_out)):
            for mood, chip in chips.items():
                chip.setChecked(mood is said)
        self._leaving.setVisible(felt.mood_in is not None or felt.mood_out is not None)

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(10))

    def _moods(self, said: str, seems: Callable[[Mood], None]) -> dict[Mood, Chip]:
        chips = {}
        for mood, name in MOODS.items():
            chip = Chip(_(name), icon=MOOD_ICONS[mood])
            chip.setAccessibleName(fill(said, mood=_(name)))
            chip.clicked.connect(lambda _on=False, one=mood: seems(one))
            chips[mood] = chip
        return chips

    def _came_along(self, being: int) -> None:
        company = self._felt.company
        rest = tuple(one for one in company if one != being)
        now = rest if len(rest) < len(company) else (*company, being)
        self._say(replace(self._felt, company=now))

    def _came(self, mood: Mood) -> None:
        before = self._felt.mood_in
        self._say(replace(self._felt, mood_in=None if mood is before else mood))

    def _leave(self, mood: Mood) -> None:
        before = self._felt.mood_out
        self._say(replace(self._felt, mood_out=None if mood is before else mood))

    def _say(self, felt: Impression) -> None:
        self.show_impression(felt)
        self.said.emit(felt)


def _flow(chips: Iterable[Chip]) -> Flow:
    flow = Flow(6)
    for chip in chips:
        flow.add(chip)
    return flow


def _labelled(words: str, chips: Iterable[Chip]) -> QWidget:
    part = QWidget()
    lines = QVBoxLayout(part)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(theme().px(6))
    lines.addWidget(Text(words, "small", "ink2"))
    lines.addWidget(_flow(chips))
    return part
