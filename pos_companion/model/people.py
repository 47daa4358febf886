"""Customers, and the people and animals around them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


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
