"""The shop's rules, with what keeps each from being used."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.rules import RuleState
from pos_companion.rules.as_json import rule_to_json
from pos_companion.services import Shop, deed
from pos_companion.services.forms import choice_of
from pos_companion.services.rule_lint import lint_rule
from pos_companion.services.rulebook import KeptRule, rules_kept


@deed
def rules_list(shop: Shop, state: str = "") -> Mapping[str, Any]:
    """Every rule in the order in which they are asked, ended ones last.

    Args:
        state: draft, active, paused or ended; empty lists all.

    Returns:
        `{"rules": [{"id", "version", "name", "state", "priority", "given": how often in 90 days,
        "complaints": [{"code", "sentence"}], "rule": the rule itself, as `rule_save` takes it}]}`.
    """
    wanted = choice_of(state, "state", RuleState) if state else None
    kept = [one for one in rules_kept(shop) if wanted in {None, one.rule.state}]
    return {"rules": [rule_values(shop, one) for one in kept]}


def rule_values(shop: Shop, kept: KeptRule) -> dict[str, Any]:
    """A rule in plain values."""
    rule = kept.rule
    return {
        "id": rule.id,
        "version": rule.version,
        "name": rule.name,
        "state": rule.state.value,
        "priority": rule.priority,
        "given": kept.given,
        "complaints": [
            {"code": one.code, "sentence": words(one.phrase)} for one in lint_rule(shop, rule)
        ],
        "rule": rule_to_json(rule),
    }
