"""Products, baskets, visits, and the usual order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from pos_companion.i18n import Phrase
from pos_companion.model.money import Money


@dataclass(frozen=True)
class Product:
    """Something the shop sells.

    Attributes:
        id: the shop's own number.
        ref: what the till calls it (article number); the name when it came without one.
        group: the kind of product ("coffee"); empty when unknown.
        price: what one costs now; None when unknown.
        available: can be sold today.
        icon: name of the picture on the card; empty for the plain one.
    """

    id: int
    ref: str
    name: str
    group: str = ""
    price: Money | None = None
    available: bool = True
    icon: str = ""


@dataclass(frozen=True)
class BasketLine:
    """One line of a basket.

    Attributes:
        quantity: pieces, kilograms, …; negative for something brought back.
        amount: what the whole line cost, tax included; None when unknown.
        their_way: how they have it ("extra hot"); empty for the plain product.
    """

    product: Product
    quantity: Decimal = Decimal(1)
    amount: Money | None = None
    their_way: str = ""


@dataclass(frozen=True)
class Basket:
    """What somebody takes on one visit; may be empty."""

    lines: tuple[BasketLine, ...] = ()

    def total(self, currency: str) -> Money:
        """The sum of all lines whose amount is known."""
        return sum(
            (line.amount for line in self.lines if line.amount is not None), Money(0, currency)
        )

    @property
    def products(self) -> tuple[int, ...]:
        """The product ids, in order, each once."""
        return tuple(dict.fromkeys(line.product.id for line in self.lines))


class VisitKind(StrEnum):
    """What a visit was."""

    BOUGHT = "bought"
    LOOKED = "looked"
    CHATTED = "chatted"
    PHONED = "phoned"


class Mood(StrEnum):
    """How somebody seemed to be, as far as a glance can tell."""

    GOOD = "good"
    FINE = "fine"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Impression:
    """Who came along, and how they seemed; nothing of it has to be said.

    Attributes:
        company: the numbers of the people and pets who were with them.
        mood_in, mood_out: as they came, and as they left; None when nobody said.
    """

    company: tuple[int, ...] = ()
    mood_in: Mood | None = None
    mood_out: Mood | None = None


NOTHING_SAID = Impression()


@dataclass(frozen=True)
class Visit:
    """One visit of one customer.

    Attributes:
        uid: made by the till when the card opens; the same uid is the same visit.
        at: instant in UTC.
        day: business date.
        source: the program a sale came from, empty for visits recorded here.
        sale: the sale's number in that program.
        voided_at: instant at which it was taken back; None while it counts.
        total: what it came to when that is not the sum of its lines; None when it is.
        corrected_at: instant at which it was last put right by hand; None for most.
    """

    uid: str
    customer: int
    at: datetime
    day: date
    basket: Basket = Basket()
    kind: VisitKind = VisitKind.BOUGHT
    till: str = ""
    staff: str = ""
    source: str = ""
    sale: str = ""
    voided_at: datetime | None = None
    impression: Impression = NOTHING_SAID
    total: Money | None = None
    corrected_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A visit as the usual order and the rules look at it.

    Attributes:
        uid: the visit's id.
        at: the shop's wall clock, without zone.
        day: business date.
        items: product ids, each once.
        ways: how they had an item, for items that were not plain.
        total: minor units of the shop's currency, 0 when unknown.
        mood_in, mood_out: how they seemed as they came and left; None when nobody said.
    """

    uid: str
    at: datetime
    day: date
    items: tuple[int, ...]
    ways: Mapping[int, str] = field(default_factory=dict)
    total: int = 0
    mood_in: Mood | None = None
    mood_out: Mood | None = None


@dataclass(frozen=True)
class ShopHabits:
    """What the shop as a whole buys; usual.md §2. A shop without visits has empty tables.

    Attributes:
        popularity: share of visits with the item, by product id.
        rebuy: chance per later visit that a past buyer buys it again, already smoothed.
        gap: mean days between two purchases by one customer, already smoothed.
        size: mean ln(distinct items) over visits with the item, already smoothed.
        mean_rebuy, mean_gap, mean_size: the shop's means, for items not in the tables.
        best: product ids by popularity, best first, at most 400.
        slope, shift: fit the chances of the usual order to this shop: log-odds times the slope,
            plus the shift.
    """

    popularity: Mapping[int, float] = field(default_factory=dict)
    rebuy: Mapping[int, float] = field(default_factory=dict)
    gap: Mapping[int, float] = field(default_factory=dict)
    size: Mapping[int, float] = field(default_factory=dict)
    mean_rebuy: float = 0.1
    mean_gap: float = 14.0
    mean_size: float = 0.7
    best: tuple[int, ...] = ()
    slope: float = 1.0
    shift: float = 0.0


class UsualState(StrEnum):
    """How sure we are of the usual order; usual.md §1."""

    ARMED = "armed"
    OFTEN = "often"
    MAYBE = "maybe"
    SILENT = "silent"


@dataclass(frozen=True)
class UsualItem:
    """One product of the usual order.

    Attributes:
        score: log-odds; only for sorting.
        confidence: calibrated chance that it is bought on this visit, 0 to 1.
        reason: why we think so, in countable facts; None when there is nothing to say.
        their_way: how they have it; empty for the plain product.
    """

    product: Product
    score: float
    confidence: float
    reason: Phrase | None = None
    their_way: str = ""


@dataclass(frozen=True)
class UsualOrder:
    """What we expect a customer to take.

    Attributes:
        state: how sure we are.
        basket: what Enter records when armed; else empty.
        often: what "Often has" shows when nothing is armed; best first.
        ranked: every product the customer knows, best first, then best sellers new to them.
        confidence: calibrated chance that the armed basket is right; 0 when nothing is armed.
        reason: the line beside "The usual"; None when there is nothing to say.
    """

    state: UsualState = UsualState.SILENT
    basket: tuple[UsualItem, ...] = ()
    often: tuple[UsualItem, ...] = ()
    ranked: tuple[UsualItem, ...] = ()
    confidence: float = 0.0
    reason: Phrase | None = None

    @property
    def shown(self) -> tuple[UsualItem, ...]:
        """The items on the card: the armed basket, or what they often have."""
        return self.basket or self.often

    def called(self, wanted: str) -> Product | None:
        """The product that the till calls so, or whose name this is; None when there is none."""
        products = [item.product for item in self.ranked]
        by_ref = (one for one in products if one.ref == wanted)
        by_name = (one for one in products if one.name.casefold() == wanted.casefold())
        return next(by_ref, None) or next(by_name, None)


@dataclass(frozen=True)
class NotUsual:
    """Somebody said that a product is not the customer's usual any more.

    Attributes:
        n: counts such words of that customer.
        product: its id.
        at: instant in UTC.
        on: business date.
    """

    customer: int
    n: int
    product: int
    at: datetime
    on: date
