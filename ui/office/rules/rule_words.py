"""A whole rule as a sentence, its state, and what it did."""

from collections.abc import Iterable

from pos_companion.i18n import N_, _, fill, ngettext, value_in_words
from pos_companion.rules import Condition, Rule, RuleState
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.not_ import Not
from pos_companion.services.rule_choices import RuleChoices
from pos_companion.services.rule_use import RuleLine
from ui.office.rules.clauses import in_words

STATES = {
    RuleState.DRAFT: N_("a draft, not in use"),
    RuleState.ACTIVE: N_("in use"),
    RuleState.PAUSED: N_("paused"),
    RuleState.ENDED: N_("ended"),
}
ICONS = {
    "celebration": "cake",
    "milestone": "star",
    "welcome-back": "coffee",
    "apology": "hand-heart",
    "surprise": "sparkles",
}


def rule_in_words(rule: Rule, choices: RuleChoices) -> str:
    """When and what, without the limits: "When it is a pet’s birthday …: Dog biscuit"."""
    gives = [in_words(effect, choices) for effect in rule.effects]
    text = _("When {conditions}: {gifts}")
    either = _joined(gives, _("{one} or {other}"))
    return fill(text, conditions=condition_in_words(rule.when, choices), gifts=either)


def condition_in_words(condition: Condition, choices: RuleChoices) -> str:
    """A tree of conditions as one clause."""
    if isinstance(condition, AllOf | AnyOf):
        parts = [condition_in_words(part, choices) for part in condition.parts]
        is_any = isinstance(condition, AnyOf)
        if not parts:
            return _("never") if is_any else _("anybody comes")
        return _joined(parts, _("{one} or {other}") if is_any else _("{one} and {other}"))
    if isinstance(condition, Not):
        return fill(_("not ({condition})"), condition=condition_in_words(condition.part, choices))
    return in_words(condition, choices)


def use_in_words(line: RuleLine) -> str:
    """Its state, or how often it gave something, and what its budget has left."""
    parts = []
    if line.rule.state is not RuleState.ACTIVE:
        parts.append(_(STATES[line.rule.state]))
    if line.rule.state is RuleState.ACTIVE or line.this_month:
        text = ngettext("{count} time this month", "{count} times this month", line.this_month)
        said = fill(text, count=line.this_month) if line.this_month else _("not yet this month")
        parts.append(said)
    if line.left is not None and line.rule.state is RuleState.ACTIVE:
        parts.append(fill(_("{money} left"), money=line.left))
    return " · ".join(parts)


def icon_of(rule: Rule) -> str:
    """A picture for its sort of kindness; a paw for animals."""
    return "paw-print" if "{pet}" in rule.say else ICONS.get(rule.kind, "gift")


def _joined(parts: Iterable[str], pair: str) -> str:
    found = list(parts)
    said = found[0] if found else ""
    for part in found[1:]:
        said = fill(pair, one=said, other=part)
    return value_in_words(said)
