"""Invented café customers, for judging the usual order where habits are strong.

Each kind of customer lives by one simple law with its own steadiness, so that what the usual order
promises can be compared with what happens. Everything follows from one seed.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pos_companion.model.visits import PastVisit, Product

OPENED = datetime(2026, 1, 5)  # noqa: DTZ001 - the shop's wall clock
DRINKS, BITES = range(1, 16), range(16, 41)
GROUPS = {True: "drink", False: "bite"}
PRODUCTS = {n: Product(n, f"ref-{n}", f"Thing {n}", GROUPS[n in DRINKS]) for n in (*DRINKS, *BITES)}
Basket = frozenset[int]


@dataclass(frozen=True)
class CafeCustomer:
    """An invented customer with all visits, oldest first."""

    id: int
    kind: str
    visits: list[PastVisit]


class _Person:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.steadiness = chance.uniform(0.6, 0.98)
        self.rate = chance.uniform(0.15, 0.8)
        self.hour = chance.choice([8, 8, 9, 10, 12, 15])
        self.usual, self.other = self.basket(), self.basket()
        self.turn = chance.randint(5, 60)

    def basket(self) -> Basket:
        """A drink most times, with none to two things to eat; popular things more often."""
        taken = {self._popular(DRINKS)} if self.chance.random() < 0.9 else set()
        for _ in range(self.chance.choice([0, 1, 1, 2]) if taken else 1):
            taken.add(self._popular(BITES))
        return frozenset(taken)

    def _popular(self, things: range) -> int:
        return self.chance.choices(things, [1 / (n + 1) for n in range(len(things))])[0]

    def today(self, meant: Basket) -> Basket:
        """What is meant, or now and then a thing more, a thing less, or something else."""
        if self.chance.random() < self.steadiness:
            return meant
        mood = self.chance.random()
        if mood < 0.3:
            return meant | {self._popular(BITES)}
        if mood < 0.5 and len(meant) > 1:
            return meant - {max(meant)}
        return self.basket()


def _steady(person: _Person, at: datetime, n: int) -> Basket:
    return person.today(person.usual)


def _weekends_differ(person: _Person, at: datetime, n: int) -> Basket:
    return person.today(person.other if at.weekday() >= 5 else person.usual)


def _afternoons_differ(person: _Person, at: datetime, n: int) -> Basket:
    return person.today(person.other if at.hour >= 13 else person.usual)


def _switches(person: _Person, at: datetime, n: int) -> Basket:
    return person.today(person.usual if n < person.turn else person.other)


def _explores(person: _Person, at: datetime, n: int) -> Basket:
    return person.basket()


KINDS: dict[str, Callable[[_Person, datetime, int], Basket]] = {
    "steady": _steady,
    "weekends differ": _weekends_differ,
    "afternoons differ": _afternoons_differ,
    "switches": _switches,
    "explores": _explores,
}


def invent_customers(each: int, seed: int = 1) -> list[CafeCustomer]:
    """Invent `each` customers of every kind, with 1 to 120 visits."""
    chance = random.Random(seed)
    customers = []
    for kind, law in KINDS.items():
        for _ in range(each):
            person = _Person(chance)
            visits: list[PastVisit] = []
            day, wanted = OPENED, chance.randint(1, 120)
            while len(visits) < wanted:
                day += timedelta(days=1)
                if chance.random() > person.rate:
                    continue
                late = kind == "afternoons differ" and chance.random() < 0.4
                hour = (15 if late else person.hour) + chance.gauss(0, 0.5)
                at = day + timedelta(minutes=round(60 * hour))
                items = tuple(sorted(law(person, at, len(visits))))
                visits.append(PastVisit(f"{len(customers)}-{len(visits)}", at, at.date(), items))
            customers.append(CafeCustomer(len(customers), kind, visits))
    return customers
