"""Whether two records may be of one person, with the evidence for it.

Nothing here decides: namesakes are common, a couple shares a telephone. The evidence is shown and
somebody who knows the people looks at it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz.distance import OSA

from pos_companion.i18n import N_, Phrase
from pos_companion.model.dates import PartialDate


class Sign(StrEnum):
    """What two records have in common; the strongest first."""

    CARD = "card"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"
    NEARLY = "nearly"
    BIRTHDAY = "birthday"
    PET = "pet"
    MEMBER = "member"


WEIGHTS: Mapping[Sign, int] = {
    Sign.CARD: 9,
    Sign.PHONE: 6,
    Sign.EMAIL: 6,
    Sign.NAME: 4,
    Sign.NEARLY: 3,
    Sign.BIRTHDAY: 2,
    Sign.PET: 2,
    Sign.MEMBER: 2,
}
ENOUGH = 3
"""From this weight on somebody should look; a pet of the same name alone is no sign."""

_SHORTEST = 3  # letters: a nickname begins the whole name with at least so many
_LONG = 4  # letters: in a shorter word another letter makes another name: Tim is not Tom


@dataclass(frozen=True)
class Sketch:
    """What is known of somebody, as far as it tells people apart.

    Attributes:
        name: the words of the whole name, folded.
        called: the words of what they like to be called, folded.
        phone: digits, with the code of the country where it is known.
        email, card: folded.
        birthday: their own.
        pets, members: those at home, folded name to the name as written.
    """

    name: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    card: str = ""
    birthday: PartialDate | None = None
    pets: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Evidence:
    """What speaks for two records being one person's.

    Attributes:
        reasons: one line for each sign, the strongest first.
    """

    signs: tuple[Sign, ...] = ()
    reasons: tuple[Phrase, ...] = ()

    @property
    def weight(self) -> int:
        """How much it is; for putting candidates in order, never shown."""
        return sum(WEIGHTS[sign] for sign in self.signs)

    @property
    def is_enough(self) -> bool:
        """Whether somebody should look at it."""
        return self.weight >= ENOUGH

    @property
    def names_agree(self) -> bool:
        """Whether the names speak for it as well."""
        return Sign.NAME in self.signs or Sign.NEARLY in self.signs


def evidence(one: Sketch, other: Sketch) -> Evidence:
    """What two records have in common; the same whichever comes first, but for the wording."""
    found = {
        sign: reason
        for sign, reason in (*_by_number(one, other), *_by_name(one, other), *_by_home(one, other))
        if reason is not None
    }
    signs = sorted(found, key=lambda sign: -WEIGHTS[sign])
    return Evidence(tuple(signs), tuple(found[sign] for sign in signs))


_Found = Iterator[tuple[Sign, Phrase | None]]


def _by_number(one: Sketch, other: Sketch) -> _Found:
    same_card = one.card != "" and one.card == other.card
    same_email = one.email != "" and one.email == other.email
    same_phone = _same_phone(one.phone, other.phone)
    yield Sign.CARD, Phrase(N_("same card")) if same_card else None
    end = {"end": other.phone[-4:]}
    yield Sign.PHONE, Phrase(N_("same phone …{end}"), end) if same_phone else None
    yield Sign.EMAIL, Phrase(N_("same e-mail")) if same_email else None


def _by_name(one: Sketch, other: Sketch) -> _Found:
    if is_same_name(one, other):
        yield Sign.NAME, Phrase(N_("same name"))
    elif is_similar_name(one, other):
        yield Sign.NEARLY, Phrase(N_("similar name"))


def _by_home(one: Sketch, other: Sketch) -> _Found:
    same_day = _same_birthday(one.birthday, other.birthday)
    yield Sign.BIRTHDAY, Phrase(N_("same birthday")) if same_day else None
    if pet := _shared(one.pets, other.pets):
        yield Sign.PET, Phrase(N_("same pet {name}"), {"name": pet})
    if member := _shared(one.members, other.members):
        yield Sign.MEMBER, Phrase(N_("{name} in both families"), {"name": member})


def is_same_name(one: Sketch, other: Sketch) -> bool:
    """Whether both whole names are the same, in any order; a first name alone is none."""
    return len(one.name) > 1 and sorted(one.name) == sorted(other.name)


def is_similar_name(one: Sketch, other: Sketch) -> bool:
    """Whether the names are the same but for one typing mistake, a short form, or a call name.

    A first name alone is too little: half a town is called Ana.
    """
    if len(one.name) < 2 or len(other.name) < 2:
        return False
    return any(_alike(mine, theirs) for mine in _namings(one) for theirs in _namings(other))


def _namings(sketch: Sketch) -> list[tuple[str, ...]]:
    """The name as written, and with what they are called in place of the first word."""
    called = (*sketch.called[:1], *sketch.name[1:])
    return [sketch.name, called] if sketch.called else [sketch.name]


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter, longer = map(Counter, sorted((one, other), key=len))
    left, rest = list((shorter - longer).elements()), longer - shorter
    if not left:
        # A second name or surname that only one of them gave.
        return shorter.total() > 1
    return len(left) == 1 and any(_one_slip(left[0], word) for word in rest)


def _one_slip(one: str, other: str) -> bool:
    """Whether one word is the other with one wrong letter, two changed places, or its beginning."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _SHORTEST and longer.startswith(shorter):
        return True
    enough = _LONG if len(shorter) == len(longer) else _SHORTEST
    return len(shorter) >= enough and OSA.distance(one, other, score_cutoff=1) <= 1


def _same_phone(one: str, other: str) -> bool:
    """Whether two numbers are one; without the code of a country the last digits have to do."""
    shorter, longer = sorted((one.lstrip("0"), other.lstrip("0")), key=len)
    return len(shorter) >= 7 and longer.endswith(shorter)


def _same_birthday(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None or one.day is None or one.month is None:
        return False
    years = {one.year, other.year} - {None}
    return (one.month, one.day) == (other.month, other.day) and len(years) < 2


def _shared(one: Mapping[str, str], other: Mapping[str, str]) -> str:
    return next((other[name] for name in one if name in other), "")
