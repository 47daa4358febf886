"""An invented town, one resident at a time: who they are, with whom they live, when they come.

The same seed gives the same people, so nothing is kept: whoever needs the town twice walks through
it twice. Few come often and most came once or twice; many have a weekday and an hour; some came a
lot and have not been seen for a year.
"""

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.bench.town_names import RARE, Tongue, Urn

NOW = datetime(2026, 3, 6, 17, 15, tzinfo=UTC)
"""A Friday afternoon: when everybody is looked for."""
FIRST_NUMBER = 20_000_000
"""Longer than what is typed of a telephone, so that no number means two things."""
_HABIT = 0.4
_IN_HABIT = 9.0
_AWAY = 0.02
_OPEN, _CLOSED = 8 * 60, 20 * 60
_GUESTS = (
    # share, days between visits from … to …, visits kept at most
    (0.04, 2.0, 4.0, 25),
    (0.12, 5.0, 10.0, 10),
    (0.30, 20.0, 60.0, 4),
    (0.54, 90.0, 300.0, 2),
)
_PETS = (
    "Biscuit", "Rex", "Luna", "Bella", "Socke", "Coco", "Nala", "Minka", "Balou", "Pepper",
    "Simba", "Toffee", "Lucky", "Rocky", "Milou", "Felix", "Mimi", "Oscar", "Bruno", "Pixel",
    "Waffle", "Muffin", "Zorro", "Pirate", "Ginger", "Shadow", "Tiger", "Fluffy", "Nugget", "Fips",
)  # fmt: skip
_LOOKS = ("red", "blue", "green", "yellow", "white", "black", "striped", "wooden", "old", "huge")
_THINGS = (
    "pram", "umbrella", "hat", "bicycle", "scarf", "raincoat", "rucksack", "scooter", "beard",
    "guitar", "walking stick", "trolley", "helmet", "glasses", "necklace", "trumpet",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody of the town.

    Attributes:
        number: theirs in the shop.
        phone: E.164; it, the e-mail and the card may be empty.
        home: shared by those who live together, empty for those who live alone.
        partner: the name of the customer they live with; empty for none.
        visits: seconds UTC, the earliest first.
        weight: how likely they come in at `NOW`, beside others.
    """

    number: int
    tongue: str
    country: str
    name: str
    phone: str
    email: str
    card: str
    description: str
    home: str
    partner: str
    pets: tuple[str, ...]
    children: tuple[str, ...]
    visits: tuple[int, ...]
    weight: float


def residents(seed: int, count: int, tongues: Sequence[Tongue]) -> Iterator[Resident]:
    """Everybody, in no order that means anything; those who live together one after the other."""
    chance = random.Random(f"town {seed}")
    pets = Urn(_PETS, 0.8)
    made = 0
    while made < count:
        tongue = chance.choice(tongues)
        last = family_name(tongue, chance)
        couple = chance.random() < 0.1 and made + 2 <= count
        names = [f"{tongue.firsts[sex].draw(chance)} {last[sex]}" for sex in _sexes(chance, couple)]
        beings = (_pets(tongue, pets, chance), _children(tongue, chance, couple))
        home = f"home {made}" if couple or any(beings) else ""
        for n, name in enumerate(names):
            partner = names[1 - n] if couple else ""
            yield _resident(chance, made, tongue, (name, home, partner), beings)
            made += 1


def family_name(tongue: Tongue, chance: random.Random) -> tuple[str, str]:
    """Of a woman and of a man of one family; some families have two names."""
    if chance.random() < RARE:
        last = tongue.rare.draw(chance)
        return last, last
    place = chance.random()
    woman, man = (names.at(place) for names in tongue.lasts)
    if tongue.code == "es" or (tongue.code in {"de", "en"} and chance.random() < 0.03):
        second = tongue.lasts[1].draw(chance)
        mark = " " if tongue.code == "es" else "-"
        return f"{woman}{mark}{second}", f"{man}{mark}{second}"
    return woman, man


def _sexes(chance: random.Random, couple: bool) -> tuple[int, ...]:
    first = chance.randrange(2)
    return (first, 1 - first) if couple else (first,)


def _pets(tongue: Tongue, pets: Urn, chance: random.Random) -> tuple[str, ...]:
    if chance.random() > 0.12:
        return ()
    if tongue.is_latin and chance.random() < 0.8:
        return (pets.draw(chance),)
    return (tongue.firsts[0].draw(chance),)


def _children(tongue: Tongue, chance: random.Random, couple: bool) -> tuple[str, ...]:
    if chance.random() > (0.3 if couple else 0.05):
        return ()
    names = (tongue.firsts[chance.randrange(2)].draw(chance) for _ in range(chance.randint(1, 3)))
    return tuple(dict.fromkeys(names))


def _resident(
    chance: random.Random,
    n: int,
    tongue: Tongue,
    who: tuple[str, str, str],
    beings: tuple[tuple[str, ...], tuple[str, ...]],
) -> Resident:
    name, home, partner = who
    visits, weight = _visits(chance)
    described = chance.random() < 0.03
    has_card = chance.random()
    return Resident(
        number=FIRST_NUMBER + n,
        tongue=tongue.code,
        country=tongue.country,
        name=name,
        # A prime, so that neighbours do not share their last digits and nobody shares a number.
        phone=f"{tongue.dialled}{n * 7_368_787 % 10**7:07d}" if chance.random() < 0.8 else "",
        email=f"{_address(name)}{n}@example.org" if chance.random() < 0.5 else "",
        card=f"LOY-{n:07d}" if has_card < 0.3 else f"29{n:09d}7" if has_card < 0.6 else "",
        description=f"{chance.choice(_LOOKS)} {chance.choice(_THINGS)}" if described else "",
        home=home,
        partner=partner,
        pets=beings[0],
        children=beings[1],
        visits=visits,
        weight=weight,
    )


def _address(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(sign if sign.isalpha() else " " for sign in plain).split()
    return f"{words[0]}.{words[-1]}" if words else "guest"


def _visits(chance: random.Random) -> tuple[tuple[int, ...], float]:
    """When somebody came, and how likely they come at `NOW`."""
    _, least, most, kept = chance.choices(_GUESTS, [one[0] for one in _GUESTS])[0]
    gap = chance.uniform(least, most)
    is_away = chance.random() < 0.12
    weekday, minute = chance.randrange(7), chance.randrange(_OPEN, _CLOSED)
    back = float(365 if is_away else 0)
    times = []
    for _ in range(chance.randint(1, kept) if kept < 3 else kept):
        back += gap * chance.uniform(0.5, 1.5)
        times.append(_visit(chance, back, weekday, minute))
    now = NOW.hour * 60 + NOW.minute
    comes_now = weekday == NOW.weekday() and abs(minute - now) <= 60
    weight = 7 / gap * (_IN_HABIT if comes_now else 1.0) * (_AWAY if is_away else 1.0)
    return tuple(sorted(times)), weight


def _visit(chance: random.Random, back: float, weekday: int, minute: int) -> int:
    day = NOW.replace(hour=0, minute=0) - timedelta(days=max(1, int(back)))
    if chance.random() < _HABIT:
        day -= timedelta(days=(day.weekday() - weekday) % 7)
        at = minute + chance.randint(-25, 25)
    else:
        at = chance.randrange(_OPEN, _CLOSED)
    return int(day.timestamp()) + at * 60 + chance.randrange(60)
