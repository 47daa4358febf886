"""What went beyond the rules: a manager looks at it the day after, and nobody had to wait."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pos_companion.i18n import Phrase
from pos_companion.model.giving import BEYOND, Beyond
from pos_companion.model.money import Money
from pos_companion.model.people import Customer
from pos_companion.model.staff import Right
from pos_companion.rules import Redemption
from pos_companion.rules.own_budget import OWN, OWN_NAME
from pos_companion.services import Shop
from pos_companion.services.explaining import WhyLine, why_was
from pos_companion.services.sign_in import require


@dataclass(frozen=True)
class Exceptional:
    """One thing that was given beyond what was planned.

    Attributes:
        customer: None when they are not in the records any more.
        rule: its name.
        how: in which way it went beyond.
        why: everything that was known and chosen then.
    """

    line: Redemption
    customer: Customer | None
    rule: str
    how: Phrase
    cost: Money
    why: tuple[WhyLine, ...]


@dataclass(frozen=True)
class Together:
    """What one customer was given beyond what was planned, more than once.

    Attributes:
        customer: None when they are not in the records any more.
    """

    customer: Customer | None
    times: int
    cost: Money


@dataclass(frozen=True)
class Total:
    """All that was given beyond what was planned, in one currency.

    Attributes:
        by_how: how often in which way, by the code of the way.
        by_staff: how often by whom; nobody signed in is an empty name.
    """

    times: int
    cost: Money
    by_how: Mapping[str, int]
    by_staff: Mapping[str, int]


def exceptions(
    shop: Shop, first: date | None = None, last: date | None = None
) -> tuple[Exceptional, ...]:
    """What went beyond on some business days, both included; yesterday and today by default.

    Raises:
        NotAllowedError: only who may agree to such things sees them.
    """
    require(shop, Right.APPROVE)
    first = first or shop.today - timedelta(days=1)
    lines = shop.storage.ledger.exceptions(first, last or shop.today)
    names = {rule.id: rule.name for rule in shop.storage.rulebook.rules()} | {OWN: OWN_NAME}
    people = {one.id: one for one in shop.storage.people.some([row.customer for row in lines])}
    return tuple(
        Exceptional(
            line,
            people.get(line.customer),
            names.get(line.rule, line.rule),
            Phrase(BEYOND[Beyond(line.exception)]),
            Money(line.cost, line.currency),
            why_was(line),
        )
        for line in lines
    )


def totals(found: Sequence[Exceptional]) -> tuple[Total, ...]:
    """All of it summed up, one for each currency."""
    by_currency: dict[str, list[Exceptional]] = defaultdict(list)
    for one in found:
        by_currency[one.cost.currency].append(one)
    return tuple(
        Total(
            len(each),
            Money(sum(one.cost.amount for one in each), currency),
            Counter(one.line.exception for one in each),
            Counter(one.line.staff for one in each),
        )
        for currency, each in sorted(by_currency.items())
    )


def together(found: Sequence[Exceptional]) -> tuple[Together, ...]:
    """Those who were given something more than once, who cost the most in front."""
    theirs: dict[tuple[int, str], list[Exceptional]] = defaultdict(list)
    for one in found:
        theirs[one.line.customer, one.cost.currency].append(one)
    sums = [
        Together(each[0].customer, len(each), Money(sum(one.cost.amount for one in each), currency))
        for (_customer, currency), each in theirs.items()
        if len(each) > 1
    ]
    return tuple(sorted(sums, key=lambda one: (-one.cost.amount, -one.times)))
