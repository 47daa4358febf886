"""Times what is typed, judges the answers, and says which goals were missed."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from pos_companion.model.card import Hit
from pos_companion.services import Shop
from pos_companion.services.finding import find
from pos_companion.storage.folding import folded_words
from tests.bench.find_query import Query
from tests.bench.ratios import SLACK

SHOWN, FIRST = 6, 5
ALL = "all of it"


@dataclass(frozen=True)
class Answer:
    """What came of a query.

    Attributes:
        place: of the first who fits, from 1; 0 when nobody shown does.
        own_place: the same of the very person.
        reachable: whether the best ranking shows the very person among the first.
        floor, seconds: CPU.
    """

    query: Query
    place: int
    own_place: int
    reachable: bool
    floor: float
    seconds: float
    shown: tuple[str, ...]

    @property
    def is_found(self) -> bool:
        """Whether somebody who fits is among the first."""
        return 1 <= self.place <= FIRST


@dataclass(frozen=True)
class Line:
    """A line of the table: one kind of typing."""

    name: str
    count: int
    seconds: float
    ratio: float
    slow_ratio: float
    first: float
    five: float
    own: float
    own_best: float
    goal: float | None = None

    def cells(self) -> list[str]:
        """As they are printed."""
        return [
            self.name, str(self.count), f"{self.ratio:.1f} ×", f"{self.slow_ratio:.1f} ×",
            f"{self.first:.3f}", f"{self.five:.3f}", f"{self.own:.2f} of {self.own_best:.2f}",
            "–" if self.goal is None else f"≥ {self.goal:.2f}",
        ]  # fmt: skip


def ask(
    shop: Shop, queries: Sequence[Query], reach: Sequence[bool], floor: Callable[[], object]
) -> list[Answer]:
    """Type everything, in turns with the floor, and judge what is shown."""
    answers = []
    for query in queries[:50]:
        floor(), find(shop, query.text, SHOWN)
    gc.collect()
    gc.freeze()  # the town and the queries are no part of a shop
    for query, is_near in zip(queries, reach, strict=True):
        start = time.thread_time()
        floor()
        middle = time.thread_time()
        hits = find(shop, query.text, SHOWN)
        took = time.thread_time() - middle
        # At once, so that thousands of answers do not lie about to be swept up in between.
        answers.append(judged(shop, query, hits, (is_near, middle - start, took)))
    gc.unfreeze()
    return answers


def judged(
    shop: Shop, query: Query, hits: Sequence[Hit], measured: tuple[bool, float, float]
) -> Answer:
    """Args: measured: whether the very person is reachable, CPU of floor and query."""
    numbers = [hit.customer.id for hit in hits]
    fits = [query.fits(hit.customer, known_words(shop, hit)) for hit in hits]
    return Answer(
        query,
        fits.index(True) + 1 if any(fits) else 0,
        numbers.index(query.person) + 1 if query.person in numbers else 0,
        *measured,
        tuple(hit.customer.name for hit in hits),
    )


def known_words(shop: Shop, hit: Hit) -> set[str]:
    """All folded words of somebody shown, and of those they live with."""
    one = hit.customer
    around = [member.name for member in shop.storage.people.members(one.household)]
    return set(folded_words(" ".join((one.name, one.call_name, one.description, *around))))


def lines(answers: Sequence[Answer], goals: dict[str, float]) -> list[Line]:
    """A line for each kind in the order they came, and one for everything."""
    floor = median(answer.floor for answer in answers)
    kinds = dict.fromkeys(answer.query.kind for answer in answers)
    found = [
        _line(kind, [one for one in answers if one.query.kind == kind], floor, goals.get(kind))
        for kind in kinds
    ]
    return [*found, _line(ALL, answers, floor, None)]


def _line(name: str, answers: Sequence[Answer], floor: float, goal: float | None) -> Line:
    took = sorted(answer.seconds for answer in answers)
    count = len(answers)
    return Line(
        name=name,
        count=count,
        seconds=median(took),
        ratio=median(took) / floor,
        slow_ratio=took[min(count - 1, count * 99 // 100)] / floor,
        first=sum(answer.place == 1 for answer in answers) / count,
        five=sum(answer.is_found for answer in answers) / count,
        own=sum(1 <= answer.own_place <= FIRST for answer in answers) / count,
        own_best=sum(answer.reachable for answer in answers) / count,
        goal=goal,
    )


@dataclass(frozen=True)
class Promise:
    """A goal and what came of it.

    Attributes:
        most: the value may not be larger; for a share of finds, it is what may be missed.
    """

    name: str
    value: float
    most: float
    unit: str = "×"

    @property
    def is_missed(self) -> bool:
        """Whether it was not kept."""
        return self.value > self.most + 1e-9

    @property
    def is_broken(self) -> bool:
        """Whether it was missed by more than the machine's mood."""
        return self.value > self.most * SLACK + 1e-9

    def __str__(self) -> str:
        return f"{self.name}: {self.value:.3g} {self.unit}, promised at most {self.most:.3g}"


def promises(found: Sequence[Line], slow_goal: float) -> list[Promise]:
    """What was promised of every key, and of each kind."""
    whole = found[-1]
    kept = [
        Promise("median per key ÷ primary-key read", whole.ratio, 20),
        Promise("p99 per key ÷ primary-key read", whole.slow_ratio, slow_goal),
    ]
    return kept + [
        Promise(f"not among five, {line.name}", 1 - line.five, 1 - line.goal, "of all")
        for line in found
        if line.goal is not None
    ]
