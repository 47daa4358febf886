"""The whole workload: people drawn while the town walks by, and what is typed for them."""

import random
from collections.abc import Callable, Iterable, Iterator

from pos_companion.storage.folding import folded_words
from tests.bench.find_query import Meant, Query
from tests.bench.find_work import key_by_key, kinds
from tests.bench.town import Resident

EVERYBODY = "everybody"
DRAWN, EACH, TYPED_NAMES = 600, 250, 60
_TRIES = 8
GROUPS: dict[str, Callable[[Resident], bool]] = {
    EVERYBODY: lambda one: True,
    "accents": lambda one: not one.name.isascii(),
    "umlauts": lambda one: one.tongue == "de" and not one.name.isascii(),
    "pets": lambda one: bool(one.pets),
    "children": lambda one: bool(one.children),
    "description": lambda one: bool(one.description),
    "phone": lambda one: bool(one.phone),
    "card": lambda one: bool(one.card),
    "email": lambda one: bool(one.email),
}
GROUP_OF = {
    "no accents": "accents",
    "ae, oe, ue for ä, ö, ü": "umlauts",
    "pet": "pets",
    "child": "children",
    "description": "description",
    "phone, last 4": "phone",
    "phone, last 6": "phone",
    "phone, as at home": "phone",
    "phone, with +49 or 0049": "phone",
    "card": "card",
    "e-mail": "email",
}


class Asked:
    """Let the town walk by, then take the queries."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(f"asked {seed}")
        self._meant = {group: Meant(DRAWN, self._chance) for group in GROUPS}
        self._words: set[str] = set()

    def walking(self, town: Iterable[Resident]) -> Iterator[Resident]:
        """The same people, each of whom may be drawn."""
        for one in town:
            self._words.update(folded_words(one.name))
            for group, belongs in GROUPS.items():
                if belongs(one):
                    self._meant[group].offer(one)
            yield one

    def queries(self, each: int = EACH, typed_names: int = TYPED_NAMES) -> list[Query]:
        """Everything that is typed, kind after kind; fewer where nobody fits a kind.

        Args:
            each: queries of a kind.
            typed_names: how many names are typed key by key.
        """
        people = {group: meant.people() for group, meant in self._meant.items()}
        found: list[Query] = []
        for one in self._some(people[EVERYBODY], typed_names):
            found += key_by_key(one)
        for kind, ask in kinds(self._words).items():
            tries = self._some(people[GROUP_OF.get(kind, EVERYBODY)], each * _TRIES)
            made = (ask(self._chance, one) for one in tries)
            found += [query for query in made if query is not None][:each]
        return found

    def _some(self, people: list[Resident], count: int) -> list[Resident]:
        return self._chance.choices(people, k=count) if people else []
