"""What a simulation tells: numbers, people by their ids, and no sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pos_companion.model.money import Money


@dataclass(frozen=True)
class Stopper:
    """A condition that kept a rule from firing.

    Attributes:
        path: which one, by kinds and places, as `sieve.condition_at` reads it.
        visits: on how many visits it was the first to say no.
    """

    path: str
    visits: int


@dataclass(frozen=True)
class RuleReport:
    """What one rule would have done.

    Attributes:
        qualified: visits on which all its conditions held.
        offered: visits on which it was among the offers.
        given: how often its offer was taken; everybody is taken to say yes.
        accepted: the same by how often people said yes so far; None when nobody was asked yet.
        blocked: visits on which it was not offered, by the first reason.
        people, households: how many different ones got something.
        budget_out, stock_out: the first day on which a budget or the shelf had no room; None when
            there was always room.
        lost_to: visits on which another rule came first, by that rule.
        unknown: how many people it never reached for want of one thing known, by that thing.
        stoppers: the conditions that said no, the one that did most often in front.
        top: who got most, with how often, most in front; at most ten.
    """

    rule: str
    qualified: int
    offered: int
    given: int
    accepted: int | None
    cost: Money
    value: Money
    people: int
    households: int
    blocked: Mapping[str, int] = field(default_factory=dict)
    budget_out: date | None = None
    stock_out: date | None = None
    lost_to: Mapping[str, int] = field(default_factory=dict)
    unknown: Mapping[str, int] = field(default_factory=dict)
    stoppers: tuple[Stopper, ...] = ()
    top: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Report:
    """What a whole rulebook would have done.

    Attributes:
        first, last: business dates, both included.
        visits, people: that came.
        rules: in the order of the rulebook.
        given, cost, value: of all rules together.
        reached: how many different people got something.
        top: who got most, with how often, most in front; at most ten.
        never: who never got anything, with how often they came, the most frequent in front; at
            most a hundred.
        never_count: how many never got anything.
        reproduced, missed: of what was really given, how many lines came out again, and how many
            did not; both 0 unless what was really given is what is taken.
    """

    first: date
    last: date
    visits: int
    people: int
    rules: tuple[RuleReport, ...]
    given: int
    cost: Money
    value: Money
    reached: int
    top: tuple[tuple[int, int], ...] = ()
    never: tuple[tuple[int, int], ...] = ()
    never_count: int = 0
    reproduced: int = 0
    missed: int = 0

    def of(self, rule: str) -> RuleReport | None:
        """What one rule would have done; None when it was not in the rulebook."""
        return next((one for one in self.rules if one.rule == rule), None)


@dataclass(frozen=True)
class Difference:
    """What one rule would do more, or less, than another rulebook's rule of the same id.

    Attributes:
        given, people: more, or fewer when negative.
        cost, value: likewise.
    """

    rule: str
    given: int
    people: int
    cost: Money
    value: Money


def differences(before: Report, after: Report) -> tuple[Difference, ...]:
    """What every rule of both rulebooks would do more or less; what stays the same is left out."""
    rules = dict.fromkeys([one.rule for one in (*before.rules, *after.rules)])
    found = (_difference(rule, before.of(rule), after.of(rule), after.cost) for rule in rules)
    return tuple(one for one in found if one.given or one.people or one.cost or one.value)


def _difference(
    rule: str, before: RuleReport | None, after: RuleReport | None, any_money: Money
) -> Difference:
    zero = Money(0, any_money.currency)
    was = before or RuleReport(rule, 0, 0, 0, None, zero, zero, 0, 0)
    now = after or RuleReport(rule, 0, 0, 0, None, zero, zero, 0, 0)
    return Difference(
        rule, now.given - was.given, now.people - was.people, now.cost - was.cost,
        now.value - was.value,
    )  # fmt: skip
