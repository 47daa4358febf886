"""Customers, the people and animals around them, and what they told us."""

import datetime as dt
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pos_companion.model.dates import LeapPolicy, PartialDate


class Discretion(StrEnum):
    """Who may learn a thing we know.

    Say may be spoken; Know is shown at the counter and never spoken; Locked is not on the card
    and can only keep something from being offered.
    """

    SAY = "say"
    KNOW = "know"
    LOCKED = "locked"


class Species(StrEnum):
    """What kind of being a household member is."""

    PERSON = "person"
    CHILD = "child"
    DOG = "dog"
    CAT = "cat"
    PET = "pet"

    @property
    def is_pet(self) -> bool:
        """Whether it is an animal."""
        return self in {Species.DOG, Species.CAT, Species.PET}


class CelebrationKind(StrEnum):
    """What is celebrated."""

    BIRTHDAY = "birthday"
    NAME_DAY = "name_day"
    ANNIVERSARY = "anniversary"
    MOVING_IN = "moving_in"
    GRADUATION = "graduation"
    OTHER = "other"


class FactKind(StrEnum):
    """What sort of thing somebody told us."""

    NOTE = "note"
    LIKE = "like"
    DISLIKE = "dislike"
    ALLERGY = "allergy"
    DIET = "diet"


@dataclass(frozen=True)
class Customer:
    """Somebody the shop serves.

    Attributes:
        id: the shop's own number; never shown at the counter.
        name: the whole name as given; empty when only an outside number is known.
        call_name: what they like to be called; empty means the first word of the name.
        say_as: how to say the name ("SHI-von"); empty when it needs no help.
        formal: greet with `call_name` and the day's greeting in its formal wording.
        phone: E.164 where it could be read, else as given; empty when unknown.
        email: lower case; empty when unknown.
        card: the code on their card; empty when they have none.
        description: how to tell them when there is no name ("lady, red pram").
        language: tag of the language they speak; empty means the shop's.
        source: the program the customer came from; empty for people added here.
        source_id: their id in that program.
        first_visit: business date of the first visit, None before it.
        last_visit: instant of the latest visit, None before the first.
        visits: how many visits count (void ones do not).
        no_celebrations: they do not celebrate: no wishes, no celebration gifts.
        no_offers: they do not want gifts or discounts.
        remember: whether they said yes to us remembering; None when nobody has asked.
    """

    id: int
    name: str = ""
    call_name: str = ""
    say_as: str = ""
    formal: bool = False
    phone: str = ""
    email: str = ""
    card: str = ""
    description: str = ""
    language: str = ""
    household: int | None = None
    source: str = ""
    source_id: str = ""
    first_visit: date | None = None
    last_visit: datetime | None = None
    visits: int = 0
    no_celebrations: bool = False
    no_offers: bool = False
    remember: bool | None = None

    @property
    def called(self) -> str:
        """The name to use when speaking to them; empty when nothing fits."""
        return self.call_name or next(iter(self.name.split()), "")


@dataclass(frozen=True)
class HouseholdMember:
    """A person or a pet around a customer.

    Attributes:
        id: the being's own number, the same in every household it belongs to.
        relation: in the shop's words ("husband", "daughter", "dog"); may be empty.
        say_as: how to say the name; empty when it needs no help.
        customer: set when this member is a customer too.
        gone: no longer with us, or not part of the family any more: never mentioned again.
    """

    id: int
    name: str
    relation: str = ""
    species: Species = Species.PERSON
    say_as: str = ""
    customer: int | None = None
    gone: bool = False


@dataclass(frozen=True)
class Celebration:
    """A day worth remembering of a customer, a member or the whole household.

    Attributes:
        customer: whose record it was written on.
        n: counts the celebrations of that customer.
        who: the name to wish; the customer's own call name when `being` is None.
        being: the member it belongs to; None for the customer.
        title: words for kind `other` ("starts at university"); else empty.
        yearly: comes back every year; else only in `date.year`.
        known_since: business date on which we learned it; None when it came with the first data.
    """

    customer: int
    n: int
    who: str
    kind: CelebrationKind
    date: PartialDate
    being: int | None = None
    species: Species = Species.PERSON
    title: str = ""
    leap: LeapPolicy | None = None
    yearly: bool = True
    known_since: dt.date | None = None


@dataclass(frozen=True)
class Fact:
    """One thing somebody told us about a customer or somebody in the household.

    Attributes:
        n: counts the facts of that customer.
        text: readable for the customer too.
        about: the member it is about; None for the customer.
        subject: for likes, allergies and diets the thing itself, folded ("peanut"); else empty.
        heard_by: the name of the cashier; empty when it came from a file.
    """

    customer: int
    n: int
    kind: FactKind
    text: str
    discretion: Discretion = Discretion.KNOW
    about: int | None = None
    subject: str = ""
    heard_by: str = ""
    heard_on: date | None = None
    confirmed_on: date | None = None
