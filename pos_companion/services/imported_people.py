"""Puts the rows of a file together into customers: one person may have several rows."""

from collections.abc import Iterable
from dataclasses import replace

from pos_companion.importers import ImportedPerson
from pos_companion.services.identities import Identities
from pos_companion.storage.folding import folded
from pos_companion.storage.intake_families import IncomingPet
from pos_companion.storage.intake_people import IncomingPerson
from pos_companion.storage.newcomers import Newcomer


class GatheredPeople:
    """The customers of one file; a later row adds to an earlier one and corrects it."""

    def __init__(self) -> None:
        self._identities = Identities()
        self._people: list[IncomingPerson] = []

    def add(self, rows: Iterable[ImportedPerson]) -> None:
        """Take rows in, in the order of the file."""
        for row in rows:
            number = self._identities.number(row.who)
            if number == len(self._people):
                self._people.append(IncomingPerson(Newcomer()))
            self._people[number].absorb(_person(row))

    def people(self) -> list[IncomingPerson]:
        """Everybody, in the order of their first rows.

        Where those who live together both name a pet, the first of them brings it; where they
        disagree about its birthday, the last one counts.
        """
        birthdays = {
            (person.household, folded(pet.name)): pet.birthday
            for person in self._people
            for pet in person.pets
            if person.household and pet.birthday
        }
        for no, person in enumerate(self._people):
            person.who = self._identities.people[no]
            if person.household:
                person.pets = [
                    replace(pet, birthday=birthdays.pop((person.household, folded(pet.name)), None))
                    for pet in person.pets
                ]
        return self._people


def _person(row: ImportedPerson) -> IncomingPerson:
    pets = [IncomingPet(row.pet, row.pet_species, row.pet_birthday)] if row.pet else []
    return IncomingPerson(
        who=Newcomer(),
        call_name=row.call_name,
        say_as=row.say_as,
        language=row.language,
        remember=row.remember,
        birthday=row.birthday,
        household=row.household,
        pets=pets,
        notes=[row.note] if row.note else [],
    )
