"""How many live with them."""

from dataclasses import dataclass, field
from enum import StrEnum

from pos_companion.i18n import N_
from pos_companion.model.people import Species
from pos_companion.rules import Answer, Condition, Facts


class Counted(StrEnum):
    """Who is counted; the customer is a person."""

    EVERYBODY = "everybody"
    PEOPLE = "people"
    CHILDREN = "children"
    PETS = "pets"

    def fits(self, species: Species) -> bool:
        """Whether somebody of a species is counted."""
        if self is Counted.PETS:
            return species.is_pet
        if self is Counted.CHILDREN:
            return species is Species.CHILD
        return self is Counted.EVERYBODY or not species.is_pet


WHO = {
    Counted.EVERYBODY: N_("people and animals"),
    Counted.PEOPLE: N_("people"),
    Counted.CHILDREN: N_("children"),
    Counted.PETS: N_("animals"),
}
_FOUND = {
    Counted.EVERYBODY: N_("{count} people and animals are at home"),
    Counted.PEOPLE: N_("{count} people are at home"),
    Counted.CHILDREN: N_("{count} children are at home"),
    Counted.PETS: N_("{count} animals are at home"),
}
_OTHERWISE = {
    Counted.EVERYBODY: N_("We know of {count} people and animals at home; this is for {wanted}."),
    Counted.PEOPLE: N_("We know of {count} people at home; this is for {wanted}."),
    Counted.CHILDREN: N_("We know of {count} children at home; this is for {wanted}."),
    Counted.PETS: N_("We know of {count} animals at home; this is for {wanted}."),
}


@dataclass(frozen=True)
class HouseholdSize(Condition):
    """At least `least` and at most `most` of them live there; 0 is no upper limit.

    The customer is counted, those who are gone are not.
    """

    label = N_("So many at home")
    of_person = True
    sentence = N_("there are {least} to {most} {who} at home")
    least: int = field(default=2, metadata={"label": N_("At least"), "least": 0, "most": 50})
    most: int = field(
        default=0,
        metadata={"label": N_("At most"), "none": N_("any number of"), "least": 0, "most": 50},
    )
    who: Counted = field(
        default=Counted.PEOPLE, metadata={"label": N_("Who is counted"), "words": WHO}
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes inside the limits; what is not written down is not there."""
        count = sum(self.who.fits(being.species) for being in facts.beings.values())
        if count >= self.least and (not self.most or count <= self.most):
            return Answer.of(True, _FOUND[self.who], count=count)
        wanted = self.least if count < self.least else self.most
        return Answer.of(False, _OTHERWISE[self.who], count=count, wanted=wanted)
