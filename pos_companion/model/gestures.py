"""Gifts and discounts as a manager looks back on them: what was given, and on which visits."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Gesture:
    """One line of the ledger that counts: promised, or handed over.

    Attributes:
        rule: its id; `own` for what a cashier gave of their own accord.
        visit: uid of the visit it went with.
        day: business date.
        cost, value: minor units of the shop's currency.
        staff: who gave it; empty when nobody was signed in.
        exception: in which way it went beyond what was planned; empty else.
        reason: why, as one of `OwnReason`; empty when none was asked for.
        chosen: the cashier chose it: a gift of their own, or a yes against what a rule said.
    """

    rule: str
    customer: int
    visit: str
    day: date
    cost: int
    value: int
    staff: str = ""
    exception: str = ""
    reason: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class Came:
    """One visit that counts.

    Attributes:
        at: what the shop's clock showed, without zone.
        day: business date.
        staff: who recorded it; empty when nobody was signed in.
        sales: what was bought, in minor units; None when it is not known.
    """

    visit: str
    customer: int
    at: datetime
    day: date
    staff: str = ""
    sales: int | None = None


@dataclass(frozen=True)
class TakenBack:
    """A gift whose visit was taken back after it had been recorded.

    Attributes:
        staff: who had given it.
        minutes: how long after the visit it was taken back, in whole minutes.
    """

    customer: int
    day: date
    minutes: int
    staff: str = ""


@dataclass(frozen=True)
class OwnCards:
    """A colleague who is a customer, too.

    Attributes:
        cards: the numbers of their own card, those of before a merge too.
    """

    staff: str
    cards: frozenset[int]
