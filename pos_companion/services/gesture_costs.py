"""What gifts and discounts cost in some days, against what was budgeted and what was sold."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pos_companion.insight.gesture_costs import Costs, costs
from pos_companion.model.gestures import Gesture
from pos_companion.model.money import Money
from pos_companion.model.staff import Right
from pos_companion.rules import Among, Cap, Period, Rule, RuleState, Scope, Unit
from pos_companion.rules.ledger import Tally
from pos_companion.rules.own_budget import OWN, OWN_NAME
from pos_companion.rules.periods import first_day
from pos_companion.services import Shop
from pos_companion.services.report_days import Days
from pos_companion.services.sign_in import require
from pos_companion.services.weeks import first_weekday

_OF_THE_SHOP = frozenset({Scope.RULE, Scope.SHOP, Scope.GROUP, Scope.ALL})
_NO_TIME = frozenset({Period.VISIT})


@dataclass(frozen=True)
class BudgetUse:
    """One budget of a rule, in its own period that holds today.

    Attributes:
        rule: its id.
        cap: the limit itself.
        spent: of it so far, promised gifts included.
    """

    rule: str
    cap: Cap
    spent: Money
    limit: Money


@dataclass(frozen=True)
class OwnUse:
    """What one colleague gave of their own accord in the days looked at.

    Attributes:
        staff: empty when nobody was signed in.
        times, spent: in all those days.
        days: on how many days anything was given.
        most: what was given on the day on which it was most.
    """

    staff: str
    times: int
    spent: Money
    days: int
    most: Money


@dataclass(frozen=True)
class CostReport:
    """What was given in some days.

    Attributes:
        rules: what the rules are called, by id.
        budgets: of the rules in force, by rule.
        own: of each colleague, by name.
        per_day: what each colleague may give on a day of their own accord.
        other_money: so many lines are in another currency, and in none of the sums.
    """

    days: Days
    currency: str
    costs: Costs
    rules: Mapping[str, str]
    budgets: tuple[BudgetUse, ...]
    own: tuple[OwnUse, ...]
    per_day: Money
    other_money: int = 0


def gesture_costs(shop: Shop, days: Days) -> CostReport:
    """Sum what was given in some days, and see what the budgets have left today.

    Raises:
        NotAllowedError: only who may agree to exceptions sees it.
    """
    require(shop, Right.APPROVE)
    drawer, currency = shop.storage.gestures, shop.profile.currency
    given = drawer.given(days.both, currency)
    came = drawer.came(days.both, shop.clock.now(), shop.time, currency)
    kept = shop.storage.rulebook.rules()
    per_day = shop.storage.circumstances.now().own.per_day
    return CostReport(
        days=days,
        currency=currency,
        costs=costs(given, came),
        rules={**{rule.id: rule.name for rule in kept}, OWN: OWN_NAME},
        budgets=_budgets(shop, kept),
        own=_own(shop, given),
        per_day=Money(per_day, currency),
        other_money=drawer.in_other_money(days.both, currency),
    )


def _budgets(shop: Shop, rules: Sequence[Rule]) -> tuple[BudgetUse, ...]:
    """What is left today of the budgets of the rules in force."""
    caps = [
        (rule, cap)
        for rule in rules
        if rule.state is RuleState.ACTIVE
        for cap in rule.caps
        if cap.unit is not Unit.COUNT and cap.scope in _OF_THE_SHOP and cap.period not in _NO_TIME
    ]
    if not caps:
        return ()
    begins = {cap: _begins(shop, cap) for _, cap in caps}
    ids = [rule.id for rule in rules] + [OWN]
    tallies = shop.storage.ledger.tallies(ids, min(begins.values()))
    groups = {rule.id: rule.group for rule in rules}
    return tuple(_budget(shop, (rule, cap), begins[cap], tallies, groups) for rule, cap in caps)


def _budget(
    shop: Shop,
    of: tuple[Rule, Cap],
    since: date,
    tallies: Sequence[Tally],
    groups: Mapping[str, str],
) -> BudgetUse:
    rule, cap = of
    counted = [
        one for one in tallies if one.day >= since and _counts(one.rule, rule, cap.counted, groups)
    ]
    spent = sum(one.cost if cap.unit is Unit.COST else one.value for one in counted)
    currency = shop.profile.currency
    return BudgetUse(rule.id, cap, Money(spent, currency), Money(cap.limit, currency))


def _counts(other: str, rule: Rule, among: Among, groups: Mapping[str, str]) -> bool:
    if among is Among.ALL or other == rule.id:
        return True
    return among is Among.GROUP and bool(rule.group) and groups.get(other) == rule.group


def _begins(shop: Shop, cap: Cap) -> date:
    return first_day(cap, shop.today, first_weekday(shop.profile.country)) or date.min


def _own(shop: Shop, given: Sequence[Gesture]) -> tuple[OwnUse, ...]:
    """What colleagues gave of their own accord, by name: it is no ranking."""
    days: dict[str, Counter[date]] = defaultdict(Counter)
    for one in given:
        if one.rule == OWN:
            days[one.staff][one.day] += one.cost
    times = Counter(one.staff for one in given if one.rule == OWN)
    currency = shop.profile.currency
    return tuple(
        OwnUse(
            staff,
            times[staff],
            Money(spent.total(), currency),
            len(spent),
            Money(max(spent.values()), currency),
        )
        for staff, spent in sorted(days.items())
    )
