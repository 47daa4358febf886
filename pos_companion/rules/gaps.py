"""What would have to be known so that a rule could answer yes or no."""

from collections.abc import Iterable

from pos_companion.model.prompts import MissingDay
from pos_companion.rules.facts import Facts
from pos_companion.rules.results import WhyNot

_UNKNOWN_FACT = "unknown_fact"


def missing_days(facts: Facts, why_not: Iterable[WhyNot]) -> tuple[MissingDay, ...]:
    """The days that keep rules from answering, and nothing else does.

    Args:
        facts: what was judged.
        why_not: what the evaluation answered.

    Returns:
        Those of the rule that is asked first in front, each day once.
    """
    blocked = [why.rule for why in why_not if why.code == _UNKNOWN_FACT]
    found: dict[MissingDay, None] = {}
    for rule in sorted(blocked, key=lambda rule: (rule.priority, rule.id)):
        found.update(dict.fromkeys(rule.when.missing_days(facts)))
    return tuple(found)
