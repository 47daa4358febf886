"""The rules as the office lists them: what each gave this month, and what its budget has left."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from pos_companion.model.money import Money
from pos_companion.rules import Cap, Rule, Scope, Unit
from pos_companion.rules.ledger import Tally
from pos_companion.rules.periods import first_day
from pos_companion.services import Shop
from pos_companion.services.rule_choices import RuleChoices, rule_choices
from pos_companion.services.rulebook import KeptRule, rules_kept

_AS_FAR_BACK = timedelta(days=400)
_MONDAY = 0
_OWN_BUDGETS = frozenset({Scope.RULE, Scope.SHOP})


@dataclass(frozen=True)
class RuleLine:
    """A rule on the list.

    Attributes:
        given: how often in the last 90 days.
        this_month: how often since the first of the month, promised ones included.
        left: what is left of its tightest own budget; None when it has none.
    """

    rule: Rule
    given: int = 0
    this_month: int = 0
    left: Money | None = None


@dataclass(frozen=True)
class RulesHere:
    """All that the page of rules shows."""

    lines: tuple[RuleLine, ...]
    choices: RuleChoices


def rules_here(shop: Shop) -> RulesHere:
    """Read the rules, how they were used, and what their parts can be chosen from."""
    kept = rules_kept(shop)
    since = shop.today - _AS_FAR_BACK
    tallies = shop.storage.ledger.tallies([one.rule.id for one in kept], since)
    by_rule: dict[str, list[Tally]] = {}
    for tally in tallies:
        by_rule.setdefault(tally.rule, []).append(tally)
    return RulesHere(tuple(_line(shop, one, by_rule) for one in kept), rule_choices(shop))


def _line(shop: Shop, kept: KeptRule, tallies: Mapping[str, list[Tally]]) -> RuleLine:
    own = tallies.get(kept.rule.id, [])
    month = shop.today.replace(day=1)
    given = sum(one.count for one in own if one.day >= month)
    lefts = [_left(shop, cap, own) for cap in kept.rule.caps if _is_budget(cap)]
    return RuleLine(kept.rule, kept.given, given, min(lefts, default=None))


def _is_budget(cap: Cap) -> bool:
    return cap.unit is not Unit.COUNT and cap.scope in _OWN_BUDGETS


def _left(shop: Shop, cap: Cap, tallies: list[Tally]) -> Money:
    begins = first_day(cap, shop.today, _MONDAY)
    counted = [one for one in tallies if begins is None or one.day >= begins]
    by_cost = cap.unit is Unit.COST
    spent = sum(one.cost if by_cost else one.value for one in counted)
    return Money(max(0, cap.limit - spent), shop.profile.currency)
