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


class Gone(StrEnum):
    """Whether somebody is still around; false while they are."""

    NO = ""
    DIED = "died"
    LEFT = "left"


class PreferredChannel(StrEnum):
    """How a customer likes to hear from us; false when they never said."""

    UNKNOWN = ""
    COUNTER = "counter"
    PHONE = "phone"
    SMS = "sms"
    MESSENGER = "messenger"
    MAIL = "mail"
    POST = "post"


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
        street: street and number, as they say it; tells namesakes apart.
        tags: words of the shop's own about them, with commas between ("choir, market").
        language: tag of the language they speak; empty means the shop's.
        source: the program the customer came from; empty for people added here.
        source_id: their id in that program.
        first_visit: business date of the first visit, None before it.
        last_visit: instant of the latest visit, None before the first.
        visits: how many visits count (void ones do not).
        no_celebrations: they do not celebrate: no wishes, no celebration gifts.
        no_offers: they do not want gifts or discounts.
        remember: whether they said yes to us remembering; None when nobody has asked.
        channel: how they like to hear from us.
        best_time: when they are best reached, in their words; may be empty.
        gone: they died; their card says nothing cheerful any more.
        gone_on: the business date on which we heard of it.
        refused: the kinds of things they do not want kept, as in `ConsentKind`.
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
    channel: PreferredChannel = PreferredChannel.UNKNOWN
    best_time: str = ""
    street: str = ""
    tags: str = ""
    gone: Gone = Gone.NO
    gone_on: date | None = None
    refused: frozenset[str] = frozenset()

    @property
    def tagged(self) -> frozenset[str]:
        """Each of `tags`, in small letters."""
        each = (tag.strip().casefold() for tag in self.tags.split(","))
        return frozenset(tag for tag in each if tag)

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
        gone_on: the business date on which we heard of it.
    """

    id: int
    name: str
    relation: str = ""
    species: Species = Species.PERSON
    say_as: str = ""
    customer: int | None = None
    gone: Gone = Gone.NO
    gone_on: date | None = None


class Source(StrEnum):
    """How somebody found the shop."""

    PASSING = "passing"
    FRIEND = "friend"
    SEARCH = "search"
    SOCIAL = "social"
    REVIEW = "review"
    PAPER = "paper"
    EVENT = "event"
    OTHER = "other"


@dataclass(frozen=True)
class SourceTouch:
    """One way in which a customer came across the shop; the first is never changed.

    Attributes:
        n: counts the touches of that customer; 1 is how they first found us.
        day: the business date on which they told us.
        detail: in their words ("the poster at the school"); may be empty.
        effort: to what lengths they went ("two buses"), or what was in the way; may be empty.
        referred_by: the customer who sent them; None when nobody did.
        heard_by: the name of the cashier; empty when nobody was signed in.
    """

    customer: int
    n: int
    day: date
    source: Source
    detail: str = ""
    effort: str = ""
    referred_by: int | None = None
    heard_by: str = ""


@dataclass(frozen=True)
class HouseholdMove:
    """Two households that became one, or one that was parted; kept so that it can be undone.

    Attributes:
        customer: on whose record it is kept: who joined, or who left.
        n: counts the moves of that customer.
        deed: `join` or `split`.
        day: its business date.
        household: the household they came to, or founded.
    """

    customer: int
    n: int
    deed: str
    day: date
    household: int


@dataclass(frozen=True)
class SadNews:
    """Somebody is gone; kept so that it can be undone.

    Attributes:
        customer: who told us, or whose card it was told on.
        n: counts the sad news of that customer.
        being: the household member; None when the customer themself died.
        move: the parting that went with it, when another customer left the family.
    """

    customer: int
    n: int
    being: int | None
    how: Gone
    day: date
    move: HouseholdMove | None = None
