"""Invented days of a shop for the reports on gifts: visits and gestures, by chance and planted."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count

from pos_companion.model.gestures import Came, Gesture

MONDAY = date(2025, 9, 1)
STAFF = ("Ines", "Mia", "Sam")


@dataclass
class ShopDays:
    """Visits and gestures as they add up."""

    visits: list[Came] = field(default_factory=list)
    gestures: list[Gesture] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=count)

    def visit(
        self, customer: int, staff: str = "Mia", day: int = 0, hour: int = 10, minute: int = 0
    ) -> Came:
        """A visit some days after the first Monday."""
        on = MONDAY + timedelta(days=day)
        at = datetime.combine(on, time(hour, minute))
        came = Came(f"v{next(self.numbers)}", customer, at, on, staff, 500)
        self.visits.append(came)
        return came

    def give(self, came: Came, rule: str = "thanks", **about: object) -> Gesture:
        """Something given on a visit."""
        values: dict[str, object] = {"cost": 50, "value": 80, "staff": came.staff, **about}
        line = Gesture(rule, came.customer, came.visit, came.day, **values)  # type: ignore[arg-type]
        self.gestures.append(line)
        return line


def normal(seed: int, days: int = 90) -> ShopDays:
    """A shop where nothing is wrong.

    Some come every day and some once a month, mostly in the shift of one colleague; rules give to
    regulars on each tenth visit and on birthdays, and everybody is generous now and then, some
    colleagues more than others.
    """
    chance = random.Random(seed)
    shop = ShopDays()
    regularity = {who: chance.choice((0.9, 0.5, 0.3, 0.1, 0.05, 0.03)) for who in range(1, 121)}
    shift = {who: chance.choice(STAFF) for who in regularity}
    kindness = {one: chance.uniform(0.02, 0.12) for one in STAFF}
    birthday = {who: chance.randrange(365) for who in regularity}
    came = dict.fromkeys(regularity, 0)
    for day in range(days):
        if (MONDAY + timedelta(days=day)).weekday() == 6:
            continue
        for who, often in regularity.items():
            for _ in range(chance.choices((1, 2), (30, 1))[0] if chance.random() < often else 0):
                staff = shift[who] if chance.random() < 0.7 else chance.choice(STAFF)
                visit = shop.visit(who, staff, day, chance.randrange(8, 18), chance.randrange(60))
                came[who] += 1
                if came[who] % 10 == 0:
                    shop.give(visit, "tenth-visit")
                if day == birthday[who]:
                    shop.give(visit, "birthday")
                # Who is known a little better gets a little more.
                if chance.random() < kindness[staff] * (1.3 if often > 0.4 else 1):
                    shop.give(visit, "own", chosen=True, reason="thank_you")
    return shop


def plant(shop: ShopDays, customer: int = 999, staff: str = "Sam") -> None:
    """One person gets something almost each time from one colleague, and hardly from others."""
    for week in range(12):
        for weekday, who in enumerate((staff, staff, "Ines")):
            visit = shop.visit(customer, who, 7 * week + weekday, 12)
            if who == staff and week % 4:
                shop.give(visit, "own", chosen=True, reason="thank_you")
