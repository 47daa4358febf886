"""What somebody at home is to a customer: chips for the most, a line for the rest."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import N_, _
from pos_companion.i18n.vocabulary import fold
from pos_companion.model.people import Species
from pos_companion.services.member_form import species_of
from ui.impression import BEING_ICONS
from ui.kit import Chip, Field, Flow
from ui.theme import theme

RELATIONS: Final = (
    (N_("husband"), Species.PERSON),
    (N_("wife"), Species.PERSON),
    (N_("partner"), Species.PERSON),
    (N_("mother"), Species.PERSON),
    (N_("father"), Species.PERSON),
    (N_("son"), Species.CHILD),
    (N_("daughter"), Species.CHILD),
    (N_("friend"), Species.PERSON),
    (N_("dog"), Species.DOG),
    (N_("cat"), Species.CAT),
)


class RelationChips(QWidget):
    """At most one of them is on.

    Attributes:
        chips: one for each relation, by its word in the language in use.
        other: any other relation can be typed then.
        line: where; hidden until `other` is on.
        pet: it is an animal, for a word that does not tell.
    """

    def __init__(self) -> None:
        super().__init__()
        self._species = {_(word): species for word, species in RELATIONS}
        self.chips = {
            word: Chip(word, icon=BEING_ICONS[species]) for word, species in self._species.items()
        }
        self.other = Chip(_("other…"), icon="pencil")
        self.line = Field(_("Relation"), placeholder=_("aunt, neighbour, rabbit…"))
        self.pet = Chip(_("It is an animal"), icon=BEING_ICONS[Species.PET])
        flow = Flow(6)
        for chip in (*self.chips.values(), self.other):
            chip.toggled.connect(self._on_toggled)
            flow.add(chip)
        animal = Flow()
        animal.add(self.pet)
        self._more = QWidget()
        self._lines = QVBoxLayout(self._more)
        self._lines.addWidget(self.line)
        self._lines.addWidget(animal)
        self._more.hide()
        self.line.edited.connect(lambda text: self.pet.setChecked(species_of(text).is_pet))
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(flow)
        self._rows.addWidget(self._more)
        self.restyle()

    def relation(self) -> str:
        """The word; empty when nothing was chosen."""
        if self.other.isChecked():
            return self.line.text().strip()
        return next((word for word, chip in self.chips.items() if chip.isChecked()), "")

    def species(self) -> Species:
        """What kind of being that is."""
        word = self.relation()
        if self.other.isChecked():
            meant = species_of(word)
            return Species.PET if self.pet.isChecked() and not meant.is_pet else meant
        return self._species.get(word, Species.PERSON)

    def choose(self, word: str) -> None:
        """Turn on what a typed word means; a word without a chip turns all of them off."""
        meant = fold(word)
        for name, chip in self.chips.items():
            chip.setChecked(bool(meant) and fold(name) == meant)

    def clear(self) -> None:
        """Choose nothing."""
        for chip in (*self.chips.values(), self.other, self.pet):
            chip.setChecked(False)
        self.line.set_text("")

    def restyle(self) -> None:
        """Take distances from the theme."""
        for layout in (self._rows, self._lines):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(theme().space("s"))

    def _on_toggled(self, on: bool) -> None:
        chosen = self.sender()
        for chip in (*self.chips.values(), self.other):
            if on and chip is not chosen:
                chip.setChecked(False)
        self._more.setVisible(self.other.isChecked())
        if on and chosen is self.other:
            self.line.edit.setFocus()
