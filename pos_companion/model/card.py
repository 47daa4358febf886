"""The corner-store card: all the counter shows about one customer, read at once."""

from dataclasses import dataclass, field
from datetime import date

from pos_companion.i18n import Phrase
from pos_companion.model.cadence import Cadence
from pos_companion.model.care import Concern
from pos_companion.model.celebrations import Celebration
from pos_companion.model.dates import Span
from pos_companion.model.facts import Fact
from pos_companion.model.glimpse import Glimpse
from pos_companion.model.ideas import Idea
from pos_companion.model.needs import Need
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.model.prompts import Prompt
from pos_companion.model.stages import Standing
from pos_companion.model.stock import Gift
from pos_companion.model.visits import UsualOrder


@dataclass(frozen=True)
class ComingUp:
    """A celebration and when it is next.

    Attributes:
        days: days until it begins; 0 while it lasts.
    """

    celebration: Celebration
    span: Span
    days: int


@dataclass(frozen=True)
class ShownFact:
    """A fact as the card words it today.

    Attributes:
        phrase: the statement; a question once the fact is older than the limit of its kind.
        is_question: it is to be asked, never stated and never said to anybody.
        source: who heard it, and when; None when nobody knows.
        note: what holds until the question is answered; None when nothing does.
    """

    fact: Fact
    phrase: Phrase
    is_question: bool = False
    source: Phrase | None = None
    note: Phrase | None = None


@dataclass(frozen=True)
class CustomerCard:
    """Everything the counter shows about one customer. No Locked Fact is ever in here.

    Attributes:
        today: the business date it was read for.
        greeting: what to say first, from Say facts only.
        pronunciation: how to say the name; empty when it needs no help.
        household: people and pets who are still around, in the order they were added.
        celebrations: those of the next 30 days, soonest first, each being and day once.
        facts: what they told us, Say and Know, in the order of `told`.
        told: the same in words: what is tender, what matters to them, what nobody used yet, then
            what was used, least lately first; what has to be asked again stands last.
        needs: what they are looking for, newest first.
        done: their ideas that are done and that they have to hear of, the first one at the front.
        is_tender: cheer would hurt now: nothing is wished, and no gift is offered.
        concerns: what we owe them, the one due first at the front.
        ask: the one thing worth asking about on this visit.
        cadence: None when there are too few visits to tell.
        standing: where they stand with the shop, this visit included.
        needs_care: they left their last visit low, or lower than they came.
    """

    today: date
    customer: Customer
    greeting: Phrase
    usual: UsualOrder
    pronunciation: str = ""
    household: tuple[HouseholdMember, ...] = ()
    celebrations: tuple[ComingUp, ...] = ()
    facts: tuple[Fact, ...] = ()
    told: tuple[ShownFact, ...] = ()
    needs: tuple[Need, ...] = ()
    done: tuple[Idea, ...] = ()
    is_tender: bool = False
    concerns: tuple[Concern, ...] = ()
    ask: Prompt | None = None
    cadence: Cadence | None = None
    standing: Standing = field(default_factory=Standing)
    needs_care: bool = False


@dataclass(frozen=True)
class Hit:
    """One line of the search.

    Attributes:
        customer: who it is; only a glimpse where nobody has to be told more.
        name: whom it is; never empty (a customer known by number alone gets a wording).
        detail: what tells namesakes apart: visits and the last time, nothing that is not Say.
        why: what matched when it was not the name ("dog Biscuit", "phone …4471"); None else.
    """

    customer: Customer | Glimpse
    name: Phrase
    detail: Phrase
    why: Phrase | None = None


@dataclass(frozen=True)
class BoardRow:
    """One line of the Today board; a tap opens the customer.

    Attributes:
        kind: celebration, owed, mood, not_recorded or missed.
        icon: name of the picture.
    """

    kind: str
    text: Phrase
    detail: str
    customer: int
    icon: str = ""


@dataclass(frozen=True)
class Board:
    """What the shop should know today.

    Attributes:
        visits: how many were recorded today.
        rows: at most seven, in the order of ux.md §6.1.
        more: how many rows there are beyond those.
        low: what runs out on the shelf, the emptiest first; they come last and open no card.
    """

    today: date
    visits: int
    rows: tuple[BoardRow, ...] = ()
    more: int = 0
    low: tuple[Gift, ...] = ()
