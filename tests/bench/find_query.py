"""Something typed, who was meant, and who else it fits as well.

People are meant as often as they walk in at that hour. What was typed names nobody for sure: a
namesake, or whoever's telephone ends the same, fits as well. So an answer is right where it holds
all that was meant; how often it is the very person is told beside it, and how often that could be.
"""

import heapq
import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pos_companion.model.glimpse import Glimpse
from pos_companion.model.people import Customer
from pos_companion.storage.folding import folded_words
from tests.bench.town import Resident


@dataclass(frozen=True)
class Code:
    """The end of a telephone, or a whole card or e-mail address."""

    sort: Literal["phone", "email", "card"]
    text: str

    def fits(self, one: Resident | Customer | Glimpse) -> bool:
        """Whether it is one of theirs; the last digits may as well be those of a card."""
        if self.sort == "phone":
            return one.phone.endswith(self.text) or one.card.endswith(self.text)
        return self.text == (one.card if self.sort == "card" else one.email)


@dataclass(frozen=True)
class Query:
    """Something typed.

    Attributes:
        person: the number of the one who was meant.
        words: whole words that were meant, folded.
        begun: the folded beginning of one more; empty for none.
        code: what was meant instead of words.
    """

    kind: str
    text: str
    person: int
    words: tuple[str, ...] = ()
    begun: str = ""
    code: Code | None = None

    def fits(self, one: Resident | Customer | Glimpse, known: Collection[str]) -> bool:
        """Whether somebody is as good an answer as the one who was meant.

        Args:
            known: all folded words of theirs, and of those they live with.
        """
        if self.code:
            return self.code.fits(one)
        return all(word in known for word in self.words) and (
            not self.begun or any(word.startswith(self.begun) for word in known)
        )

    @property
    def handle(self) -> str:
        """What everybody who fits has among their `handles`."""
        return self.code.text if self.code else max(self.words, key=len, default=self.begun)


def words_of(one: Resident) -> set[str]:
    """All folded words that lead to a resident."""
    beings = (one.partner, *one.pets, *one.children)
    return set(folded_words(" ".join((one.name, one.description, *beings))))


def handles(one: Resident, known: Collection[str]) -> set[str]:
    """Words and their beginnings, the e-mail, and the ends of telephone and card."""
    found = {word[:n] for word in known for n in range(1, len(word) + 1)}
    for code in (one.phone, one.card):
        found.update(code[-n:] for n in range(4, len(code) + 1))
    return found | {one.email}


class Meant:
    """Draws people while the town walks by, as often as they come in.

    Args:
        size: how many are kept at most.
    """

    def __init__(self, size: int, chance: random.Random) -> None:
        self._size = size
        self._chance = chance
        self._kept: list[tuple[float, int, Resident]] = []

    def offer(self, one: Resident) -> None:
        """Let somebody walk by."""
        lot = self._chance.random() ** (1 / one.weight)
        if len(self._kept) < self._size:
            heapq.heappush(self._kept, (lot, one.number, one))
        elif lot > self._kept[0][0]:
            heapq.heapreplace(self._kept, (lot, one.number, one))

    def people(self) -> list[Resident]:
        """Who was drawn, the same each time."""
        return [one for _, _, one in sorted(self._kept, key=lambda kept: kept[1])]


def within_reach(queries: Sequence[Query], town: Iterable[Resident], first: int) -> list[bool]:
    """For each query whether who was meant is among the `first` likeliest of all who fit.

    No ranking can do better in the long run than to show the likeliest.
    """
    by_handle: dict[str, list[int]] = defaultdict(list)
    for n, query in enumerate(queries):
        by_handle[query.handle].append(n)
    fitting: list[list[tuple[float, int]]] = [[] for _ in queries]
    for one in town:
        known = words_of(one)
        for handle in handles(one, known).intersection(by_handle):
            for n in by_handle[handle]:
                if queries[n].fits(one, known):
                    _keep(fitting[n], (one.weight, one.number), first)
    return [
        any(number == query.person for _, number in likely)
        for query, likely in zip(queries, fitting, strict=True)
    ]


def _keep(likely: list[tuple[float, int]], one: tuple[float, int], most: int) -> None:
    if len(likely) < most:
        heapq.heappush(likely, one)
    elif one > likely[0]:
        heapq.heapreplace(likely, one)
