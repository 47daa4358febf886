"""What was changed on the screen and not kept yet."""

import uuid
from collections.abc import Mapping, Sequence

from pos_companion.i18n import _
from pos_companion.rules import Cap, Period, Rule, RuleState, Scope, Unit
from pos_companion.rules.conditions.celebration import Celebration
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.effects.service import Service
from pos_companion.services.rule_use import RulesHere
from ui.office.money import read_money

_STEP = 10


class Drafts:
    """By rule; a rule that says again what is kept is no draft any more."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule] = {}

    def get(self, rule_id: str) -> Rule | None:
        """The rule as it was left; None when nothing was changed."""
        return self._rules.get(rule_id)

    def has(self, rule_id: str) -> bool:
        """Whether something was changed."""
        return rule_id in self._rules

    def ids(self) -> set[str]:
        """The rules in which something was changed."""
        return set(self._rules)

    def put(self, rule: Rule, kept: Rule | None) -> None:
        """Remember a rule as it is on the screen."""
        if rule == kept:
            self.drop(rule.id)
        else:
            self._rules[rule.id] = rule

    def drop(self, rule_id: str) -> None:
        """Forget what was changed."""
        self._rules.pop(rule_id, None)

    def settle(self, kept: Mapping[str, Rule]) -> None:
        """Follow what happened to the rules otherwise: state and place are not changed here."""
        for rule_id, rule in list(self._rules.items()):
            if rule_id in kept:
                stands = kept[rule_id]
                own = {**vars(rule), "state": stands.state, "priority": stands.priority}
                self.put(Rule(**{**own, "version": stands.version}), stands)


def empty_rule(here: RulesHere | None, ids: Sequence[str]) -> Rule:
    """A rule to begin with: a birthday, something small, once a year, within a small budget."""
    choices = here.choices if here else None
    currency = choices.currency if choices else "EUR"
    gifts = tuple(choices.gifts) if choices else ()
    effect = Gift(gifts[0]) if gifts else Service(_("something kind"))
    fifty = read_money("50", currency).amount
    return Rule(
        id=f"rule-{uuid.uuid4().hex[:8]}",
        name=_("A new rule"),
        when=Celebration(),
        effects=(effect,),
        say="",
        why="",
        state=RuleState.DRAFT,
        kind="celebration",
        priority=(len(ids) + 1) * _STEP,
        caps=(
            Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1),
            Cap(Scope.RULE, Period.MONTH, fifty, Unit.COST),
        ),
    )
