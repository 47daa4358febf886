"""What was promised and given: the only thing caps and budgets are counted over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class RedemptionState(StrEnum):
    """Accepted is promised, given is handed over; both count."""

    ACCEPTED = "accepted"
    GIVEN = "given"
    RELEASED = "released"
    VOIDED = "voided"
    DECLINED = "declined"

    @property
    def counts(self) -> bool:
        """Whether caps and budgets count it."""
        return self in {RedemptionState.ACCEPTED, RedemptionState.GIVEN}


@dataclass(frozen=True)
class Slip:
    """The coupon a line made.

    Attributes:
        state: `open`, `used` or `void`.
        first, last: business dates on which it is good, both included; the last may have been put
            off when a use of it was taken back.
        is_bearer: good for whoever brings it, so it stands on nobody's card.
    """

    code: str
    state: str
    first: date
    last: date
    is_bearer: bool = False


@dataclass(frozen=True)
class Redemption:
    """One line of the ledger.

    Attributes:
        id: the ledger's number; 0 before it is written.
        key: idempotency key: visit, rule and beneficiary; the same key is the same deed.
        beneficiary: `self` or `being:<id>`.
        day: business date.
        period_key: closes a once-only cap by a unique index; empty when there is none.
        cost, value: minor units of `currency`.
        gift: the gift taken from the shelf, None when there is none.
        offer: `Offer.id` of what was taken.
        reason: `Offer.explanation` as it was: plain JSON values, codes and parameters.
        till: where it was promised.
        approver: the name of the second person who agreed; empty when nobody had to.
        exception: why it went beyond what was planned, for a manager's eyes; empty else.
        slip: the coupon it made; None when it made none, or it was not read along.
    """

    key: str
    rule: str
    version: int
    customer: int
    beneficiary: str
    visit: str
    day: date
    state: RedemptionState
    cost: int
    value: int
    currency: str
    id: int = 0
    household: int | None = None
    celebration_year: int = 0
    period_key: str = ""
    gift: int | None = None
    coupon: str = ""
    staff: str = ""
    offer: str = ""
    reason: Mapping[str, object] = field(default_factory=dict)
    till: str = ""
    approver: str = ""
    exception: str = ""
    slip: Slip | None = None

    @property
    def is_discount(self) -> bool:
        """Whether it was a Discount, as its explanation says."""
        return bool(self.reason.get("discount"))


@dataclass(frozen=True)
class Tally:
    """Redemptions of the whole shop that count, summed per rule, day, colleague and till."""

    rule: str
    day: date
    staff: str
    count: int
    cost: int
    value: int
    till: str = ""


@dataclass(frozen=True)
class Ledger:
    """What one evaluation may count over.

    Attributes:
        own: Redemptions of the customer and of everybody in the household now, accepted or given;
            their `household` is the one they live in now.
        shop: sums over the whole shop, as far back as the longest budget.
        declined: rule ids the customer said no to on this visit.
        resting: rule ids they said no to twice in a row, on visits before.
    """

    own: tuple[Redemption, ...] = ()
    shop: tuple[Tally, ...] = ()
    declined: frozenset[str] = field(default_factory=frozenset)
    resting: frozenset[str] = field(default_factory=frozenset)
