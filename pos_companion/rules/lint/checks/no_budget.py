"""Whatever costs money has a budget, and one that is more than nothing."""

from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.effects.service import Service
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.rule import Rule, Scope, Unit

_WHOLE_SHOP = frozenset({Scope.RULE, Scope.GROUP, Scope.ALL, Scope.SHOP})


class NoBudget(Check):
    """A budget in money over the whole shop; kindness that costs nothing needs none."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:  # noqa: ARG002
        """No budget, or a limit of nothing."""
        budgets = [cap for cap in rule.caps if cap.unit is not Unit.COUNT]
        costs = any(not isinstance(effect, Service) for effect in rule.effects)
        if costs and not any(cap.scope in _WHOLE_SHOP for cap in budgets):
            yield Phrase(N_("It has no budget. Say how much it may cost at most, say in a month."))
        if any(cap.limit <= 0 for cap in rule.caps):
            yield Phrase(N_("One of its limits is nothing, so it never gives anything. Raise it."))
