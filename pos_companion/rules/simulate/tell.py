"""Adds up what came of every visit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pos_companion.model.money import Money
from pos_companion.rules.ledger import Redemption
from pos_companion.rules.once import COUPON_USE
from pos_companion.rules.results import Evaluation, Offer, WhyNot
from pos_companion.rules.rule import Rule
from pos_companion.rules.simulate.past import Asked, Options, Past, Taking
from pos_companion.rules.simulate.replay import Lived
from pos_companion.rules.simulate.report import Report, RuleReport, Stopper
from pos_companion.rules.simulate.sieve import Stopped

_TOP, _NEVER = 10, 100
_LOST = frozenset({"beaten_by", "excluded_by"})
_UNKNOWN = "unknown_fact"


@dataclass
class _Sums:
    """One rule, while it is added up.

    Attributes:
        stopped: why it could not fire, by visit; many visits share one and the same reason.
    """

    offered: int = 0
    stopped: list[Stopped] = field(default_factory=list)
    blocked: Counter[str] = field(default_factory=Counter)
    lost_to: Counter[str] = field(default_factory=Counter)
    stoppers: Counter[str] = field(default_factory=Counter)
    unknown: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    reached: set[int] = field(default_factory=set)
    budget_out: date | None = None
    stock_out: date | None = None
    rows: list[Redemption] = field(default_factory=list)

    def count_stopped(self) -> None:
        """Add up why it could not fire; once, when all visits are known."""
        reasons = {id(one): one for one in self.stopped}
        for number, visits in Counter(map(id, self.stopped)).items():
            reason = reasons[number]
            self.blocked[reason.code] += visits
            if reason.path:
                self.stoppers[reason.path] += visits

    def refuse(self, why: WhyNot, day: date) -> None:
        """It could have fired, and something stood against it."""
        self.blocked[why.code] += 1
        values = why.explanation.get("with")
        if why.code in _LOST and isinstance(values, Mapping):
            self.lost_to[str(values.get("rule"))] += 1
        if why.code.startswith("budget_"):
            self.budget_out = self.budget_out or day
        if why.code == "out_of_stock":
            self.stock_out = self.stock_out or day


def tell(past: Past, rules: Sequence[Rule], lived: Iterable[Lived], options: Options) -> Report:
    """The report of a past that was lived through.

    Args:
        past: that was lived through.
        rules: the rulebook it was lived through with, in its order.
        lived: what came of every visit.
        options: how it was lived through.
    """
    sums = {rule.id: _Sums() for rule in rules}
    came: Counter[int] = Counter()
    reproduced = really = 0
    for one in lived:
        came[one.case.facts.customer.id] += 1
        really += sum(row.rule in sums and not row.exception for row in one.case.real)
        reproduced += len(one.given)
        _add(sums, one)
    for total in sums.values():
        total.count_stopped()
    rows = [row for total in sums.values() for row in total.rows]
    reached = {row.customer for row in rows}
    never = sorted(set(came) - reached, key=lambda who: (-came[who], who))
    recorded = options.taking is Taking.AS_RECORDED
    return Report(
        first=past.first,
        last=past.last,
        visits=came.total(),
        people=len(came),
        rules=tuple(_rule(rule.id, sums[rule.id], came.total(), past) for rule in rules),
        given=len(rows),
        cost=_sum((row.cost for row in rows), past),
        value=_sum((row.value for row in rows), past),
        reached=len(reached),
        top=_most(row.customer for row in rows),
        never=tuple((who, came[who]) for who in never[:_NEVER]),
        never_count=len(never),
        reproduced=reproduced if recorded else 0,
        missed=really - reproduced if recorded else 0,
    )


def _add(sums: Mapping[str, _Sums], lived: Lived) -> None:
    """Count one visit."""
    facts, stopped = lived.case.facts, lived.stopped
    for rule, reason in stopped.items():
        sums[rule].stopped.append(reason)
        if reason.code == _UNKNOWN:
            sums[rule].unknown[reason.fact].add(facts.customer.id)
    for row in lived.given:
        if not row.period_key.startswith(COUPON_USE):
            sums[row.rule].rows.append(row)
    if lived.result is not None:
        _add_result(sums, lived.result, stopped, facts.today)


def _add_result(
    sums: Mapping[str, _Sums], result: Evaluation, stopped: Mapping[str, Stopped], day: date
) -> None:
    for rule in {one.rule.id for one in result.offers if not _is_promised(one)}:
        sums[rule].offered += 1
    for why in result.why_not:
        if why.rule.id not in stopped:
            sums[why.rule.id].refuse(why, day)


def _rule(rule: str, sums: _Sums, visits: int, past: Past) -> RuleReport:
    rows, given = sums.rows, len(sums.rows)
    households = {row.household or -row.customer for row in rows}
    asked = past.asked.get(rule, Asked())
    answers = asked.taken + asked.refused
    return RuleReport(
        rule=rule,
        qualified=visits - len(sums.stopped),
        offered=sums.offered,
        given=given,
        accepted=(2 * given * asked.taken + answers) // (2 * answers) if answers else None,
        cost=_sum((row.cost for row in rows), past),
        value=_sum((row.value for row in rows), past),
        people=len({row.customer for row in rows}),
        households=len(households),
        blocked=_sorted(sums.blocked),
        budget_out=sums.budget_out,
        stock_out=sums.stock_out,
        lost_to=_sorted(sums.lost_to),
        unknown=_sorted(Counter({fact: len(who) for fact, who in sums.unknown.items()})),
        stoppers=tuple(Stopper(path, count) for path, count in _sorted(sums.stoppers).items()),
        top=_most(row.customer for row in rows),
    )


def _is_promised(offer: Offer) -> bool:
    return offer.period_key.startswith(COUPON_USE)


def _sum(amounts: Iterable[int], past: Past) -> Money:
    return Money(sum(amounts), past.currency)


def _most(people: Iterable[int]) -> tuple[tuple[int, int], ...]:
    counted = Counter(people)
    return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:_TOP])


def _sorted(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda one: (-one[1], one[0])))
