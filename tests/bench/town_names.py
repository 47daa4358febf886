"""Names for invented people, from the lists of `faker`, as often as names are in life.

A few names are everywhere and most are rare: the place of a name in the (shuffled) list decides how
often it comes (Zipf). Lists end where life goes on, so every seventh family name is made up from
the letters of the list: those are the many names that a shop has once.
"""

import importlib
import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import phonenumbers

RARE = 0.15
_FIRST_SLOPE, _LAST_SLOPE = 0.85, 0.75
_SHORTEST, _LONGEST = 4, 13
LOCALES = {
    "en": ("en_GB", "GB"),
    "de": ("de_DE", "DE"),
    "fr": ("fr_FR", "FR"),
    "es": ("es_ES", "ES"),
    "pl": ("pl_PL", "PL"),
    "el": ("el_GR", "GR"),
    "uk": ("uk_UA", "UA"),
    "ar": ("ar_AA", "EG"),
}
"""By language its list of names and its country's telephones."""
_WOMEN = ("last_names_female", "female_last_names", "unisex_last_names", "last_names")
_MEN = ("last_names_male", "male_last_names", "last_names")
_STAND_INS = {"Doe"}


class Urn:
    """Names drawn by chance, the first ones most often."""

    def __init__(self, names: Sequence[str], slope: float) -> None:
        if not names:
            raise ValueError("an urn needs names")
        self._names = list(names)
        self._heaped = list(accumulate(1 / (n + 2) ** slope for n in range(len(names))))

    def draw(self, chance: random.Random) -> str:
        """One name."""
        return self.at(chance.random())

    def at(self, place: float) -> str:
        """The name at a place from 0 to 1, both ends of which are names."""
        found = bisect(self._heaped, place * self._heaped[-1])
        return self._names[min(found, len(self._names) - 1)]


class Letters:
    """Makes names up whose letters follow one another as in the names given."""

    def __init__(self, names: Iterable[str]) -> None:
        follows: dict[str, list[str]] = defaultdict(list)
        for name in names:
            last = "  "
            for letter in f"{name.lower()} ":
                follows[last].append(letter)
                last = last[1:] + letter
        self._follows = dict(follows)

    def draw(self, chance: random.Random) -> str:
        """One name; hardly ever the same again."""
        while True:
            name, last = "", "  "
            while len(name) <= _LONGEST and (letter := chance.choice(self._follows[last])) != " ":
                name, last = name + letter, last[1:] + letter
            if _SHORTEST <= len(name) <= _LONGEST and name.isalpha():
                return name.title()


@dataclass(frozen=True)
class Tongue:
    """How people of one country are called, and how they telephone.

    Attributes:
        firsts, lasts: of women, of men.
        rare: family names that stand in no list.
        dialled: E.164 of a mobile, without its last seven digits.
    """

    code: str
    country: str
    firsts: tuple[Urn, Urn]
    lasts: tuple[Urn, Urn]
    rare: Letters
    dialled: str

    @property
    def is_latin(self) -> bool:
        """Whether it is written in the letters that pets are called in here."""
        return self.code not in {"el", "uk", "ar"}


def read_tongues(seed: int) -> list[Tongue]:
    """All of `LOCALES`; which names are the frequent ones follows from the seed."""
    chance = random.Random(f"names {seed}")
    return [_tongue(code, *where, chance) for code, where in LOCALES.items()]


def _tongue(code: str, locale: str, country: str, chance: random.Random) -> Tongue:
    lists = importlib.import_module(f"faker.providers.person.{locale}").Provider
    firsts = [_names(lists, [name]) for name in ("first_names_female", "first_names_male")]
    lasts = [_names(lists, _WOMEN), _names(lists, _MEN)]
    for names in (*firsts, *lasts):
        chance.shuffle(names)
    mobile = phonenumbers.example_number_for_type(country, phonenumbers.PhoneNumberType.MOBILE)
    if mobile is None:
        raise LookupError(f"nobody knows how {country} telephones")
    return Tongue(
        code=code,
        country=country,
        firsts=(Urn(firsts[0], _FIRST_SLOPE), Urn(firsts[1], _FIRST_SLOPE)),
        lasts=(Urn(lasts[0], _LAST_SLOPE), Urn(lasts[1], _LAST_SLOPE)),
        rare=Letters(name for name in lasts[1] if name.isalpha()),
        dialled=f"+{mobile.country_code}{str(mobile.national_number)[:-7]}",
    )


def _names(lists: type, attributes: Sequence[str]) -> list[str]:
    """The first of the attributes that the list has, without what stands for nobody."""
    found = (list(getattr(lists, name)) for name in attributes if hasattr(lists, name))
    return next(names for names in found if not _STAND_INS.issuperset(names))
