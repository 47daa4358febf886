"""Once-only: what is to be given to whom, and the keys that no second one may have."""

import re
from dataclasses import dataclass
from datetime import date

from pos_companion.model.money import Money
from pos_companion.rules.facts import Facts
from pos_companion.rules.occasions import SELF, being_key
from pos_companion.rules.periods import first_day
from pos_companion.rules.rule import Among, Cap, Period, Rule, Scope, Unit

COUPON_USE = "coupon:"
_OF_A_PERIOD = re.compile(r"(?:^|:)(day|week|month|year|celebration_year):(\d{4}-\d{2}-\d{2})$")

_ONE_SHOP = frozenset({Scope.RULE, Scope.GROUP, Scope.ALL, Scope.SHOP})
APOLOGY = "apology"


@dataclass(frozen=True)
class Wish:
    """What is to be given, before it is known whether there is room for it.

    Attributes:
        beneficiary: `self` or `being:<id>`.
        milestone: what happens once in a lifetime ("visit:10"); empty else.
        cost, value: in the shop's currency.
    """

    rule: Rule
    beneficiary: str
    cost: Money
    value: Money
    is_discount: bool = False
    celebration_year: int = 0
    milestone: str = ""

    @property
    def is_apology(self) -> bool:
        """Whether it makes good what went wrong."""
        return self.rule.kind == APOLOGY


def same_being(beneficiary: str, customer: int, facts: Facts) -> str:
    """One name for one being, whoever came to the counter for it.

    A customer who is also somebody's household member is the same being on both cards.
    """
    if beneficiary != SELF:
        return beneficiary
    for member in facts.members:
        if member.customer == customer:
            return being_key(member.id)
    return f"customer:{customer}"


def milestone_key(milestone: str, facts: Facts) -> str:
    """The period key of what happens once in a customer's life."""
    return f"customer:{facts.customer.id}:{milestone}"


def period_key(wish: Wish, facts: Facts) -> str:
    """What the ledger's unique index must refuse a second time; empty when nothing is once-only.

    The index holds rule, beneficiary and this key, so the key names the customer or the household
    where the beneficiary alone does not tell them apart.
    """
    if wish.milestone:
        return milestone_key(wish.milestone, facts)
    for cap in wish.rule.caps:
        period = _keyed_period(cap, wish, facts)
        one_of_this = cap.limit == 1 and cap.unit is Unit.COUNT and cap.counted is Among.RULE
        if one_of_this and period:
            return _keyed_scope(cap, wish, facts) + period
    return ""


def on_another_day(key: str, day: date, first_weekday: int) -> str:
    """The period key of what was given on another day than was thought.

    Args:
        key: as `period_key` made it; one that names no calendar period stays.
        first_weekday: as in `periods.first_day`.
    """
    found = _OF_A_PERIOD.search(key)
    if found is None:
        return key
    start = first_day(Cap(Scope.PERSON, Period(found[1]), 1), day, first_weekday)
    return key if start is None else f"{key[: found.start(2)]}{start.isoformat()}"


def _keyed_period(cap: Cap, wish: Wish, facts: Facts) -> str:
    if cap.period in {Period.VISIT, Period.ROLLING}:
        return ""
    if cap.period is Period.CELEBRATION and wish.celebration_year:
        return f"celebration_year:{wish.celebration_year}"
    start = first_day(cap, facts.today, facts.first_weekday)
    return f"{cap.period.value}:{start.isoformat()}" if start else cap.period.value


def _keyed_scope(cap: Cap, wish: Wish, facts: Facts) -> str:
    if cap.scope in _ONE_SHOP:
        return "shop:"
    if cap.scope is Scope.STAFF:
        return f"staff:{facts.staff}:"
    if cap.scope is Scope.TILL:
        return f"till:{facts.till}:"
    if cap.scope is Scope.HOUSEHOLD and facts.customer.household is not None:
        return f"household:{facts.customer.household}:"
    if cap.scope is Scope.BENEFICIARY and wish.beneficiary != SELF:
        return ""
    return f"customer:{facts.customer.id}:"
