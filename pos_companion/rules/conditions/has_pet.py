"""There is an animal at home."""

from dataclasses import dataclass, field
from enum import StrEnum

from pos_companion.i18n import N_
from pos_companion.model.people import Species
from pos_companion.rules import Answer, Condition, Facts


class Animal(StrEnum):
    """Which animal counts."""

    ANY = "any"
    DOG = "dog"
    CAT = "cat"

    def fits(self, species: Species) -> bool:
        """Whether a species is meant."""
        return species.is_pet and (self is Animal.ANY or self.value == species.value)


WHICH = {Animal.ANY: N_("a pet"), Animal.DOG: N_("a dog"), Animal.CAT: N_("a cat")}
_NONE = {
    Animal.ANY: N_("No pet is known."),
    Animal.DOG: N_("No dog is known."),
    Animal.CAT: N_("No cat is known."),
}


@dataclass(frozen=True)
class HasPet(Condition):
    """A pet belongs to the household."""

    label = N_("There is a pet")
    of_person = True
    sentence = N_("there is {animal} at home")
    animal: Animal = field(default=Animal.ANY, metadata={"label": N_("Which"), "words": WHICH})

    def judge(self, facts: Facts) -> Answer:
        """Yes with the first such pet's name; those who are gone are not mentioned."""
        for being in facts.beings.values():
            if self.animal.fits(being.species):
                return Answer.of(True, N_("{pet} is at home"), pet=being.called)
        return Answer.of(False, _NONE[self.animal])
