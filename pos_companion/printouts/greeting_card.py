"""A card for a birthday, A6: a wish, the name, and from whom. Never an age."""

from dataclasses import dataclass

from pos_companion.i18n import N_, Phrase
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.people import Species
from pos_companion.printouts import Document, Line, PaperSize, Printout, Section, Style

# Translators: on a printed card. {name} is whom it is for; where names inflect, translate
# without the name.
_WISHES = {
    CelebrationKind.BIRTHDAY: N_("Happy birthday, {name}!"),
    CelebrationKind.NAME_DAY: N_("Happy name day, {name}!"),
    CelebrationKind.GRADUATION: N_("Congratulations, {name}!"),
    CelebrationKind.MOVING_IN: N_("Welcome to the new home, {name}!"),
}
_ANY_WISH = N_("All the best, {name}!")
_ICONS = {
    CelebrationKind.GRADUATION: "graduation-cap",
    CelebrationKind.MOVING_IN: "house",
    CelebrationKind.NAME_DAY: "flower",
}


@dataclass(frozen=True)
class GreetingCard(Printout):
    """A card with names merged in.

    Attributes:
        name: whom it is for, as they like to be called.
        shop: from whom; empty leaves it to be signed by hand.
        species: of whom it is for.
        language: of whoever reads it; empty is the till's.
    """

    name: str
    kind: CelebrationKind
    shop: str = ""
    species: Species = Species.PERSON
    language: str = ""
    label = N_("Greeting card")

    def document(self) -> Document:
        """A picture, the wish, a line about a good day, and the shop."""
        wish = Phrase(_WISHES.get(self.kind, _ANY_WISH), {"name": self.name})
        warm = Phrase(N_("Have a wonderful day, and thank you for being our neighbour."))
        if self.species.is_pet:
            warm = Phrase(N_("A hug from everybody behind the counter."))
        return Document(
            title=wish,
            sections=(Section(None, (Line(warm), Line(self._from(), Style.STRONG))),),
            language=self.language,
            size=PaperSize.A6,
            centred=True,
            icon="paw-print" if self.species.is_pet else _ICONS.get(self.kind, "cake"),
        )

    def _from(self) -> Phrase:
        if not self.shop:
            return Phrase(N_("From all of us"))
        return Phrase(N_("From all of us at {shop}"), {"shop": self.shop})
