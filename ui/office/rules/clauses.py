"""Parts of a rule as sentences with blanks: conditions, effects, limits, and the rule's own terms.

Conditions and effects bring their sentence along; one without gets its label and its fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import ui.office.rules.blanks
from pos_companion.i18n import N_, _, fill
from pos_companion.registry import discover
from pos_companion.rules import Cap, Condition, Effect, GroupMode, Period, Rule, Scope, Unit
from pos_companion.rules.rule import Among
from pos_companion.rules.unknown import UnknownCondition, UnknownEffect
from pos_companion.services.rule_choices import RuleChoices
from ui.office.rules.blanks import Blank, Spot, lacks_default, spots_of

Part = Condition | Effect | Cap | Rule

BLANKS: Mapping[str, type[Blank]] = discover(ui.office.rules.blanks, Blank)  # type: ignore[type-abstract]

PERIODS = {
    Period.VISIT: N_("on one visit"),
    Period.DAY: N_("a day"),
    Period.WEEK: N_("a week"),
    Period.MONTH: N_("a month"),
    Period.YEAR: N_("a year"),
    Period.ROLLING: N_("within"),
    Period.CELEBRATION: N_("for each year’s celebration"),
    Period.EVER: N_("ever"),
}
SCOPES = {
    Scope.PERSON: N_("for each customer"),
    Scope.HOUSEHOLD: N_("for each household"),
    Scope.BENEFICIARY: N_("for each person or pet"),
    Scope.STAFF: N_("by each colleague"),
    Scope.TILL: N_("at each till"),
    Scope.RULE: N_("in the whole shop"),
    Scope.SHOP: N_("in all of the shop"),
    Scope.GROUP: N_("by all rules of its group"),
    Scope.ALL: N_("by all rules together"),
}
OFFERED = tuple(one for one in SCOPES if one is not Scope.SHOP)
AMONG = {
    Among.RULE: N_("this rule"),
    Among.GROUP: N_("all rules of its group"),
    Among.ALL: N_("all rules together"),
}
UNITS = {
    Unit.COUNT: N_("how often"),
    Unit.COST: N_("what it costs us"),
    Unit.VALUE: N_("what it is worth to them"),
}
MODES = {
    GroupMode.BEST: N_("the one worth most"),
    GroupMode.FIRST: N_("the one asked first"),
    GroupMode.STACK: N_("all that fit"),
}
_CAPS = {
    Unit.COUNT: N_("{limit} {period} {scope}"),
    Unit.COST: N_("{limit} of our money {period} {scope}"),
    Unit.VALUE: N_("{limit} in value {period} {scope}"),
}
_ROLLING_CAPS = {
    Unit.COUNT: N_("{limit} {period} {days} {scope}"),
    Unit.COST: N_("{limit} of our money {period} {days} {scope}"),
    Unit.VALUE: N_("{limit} in value {period} {days} {scope}"),
}
_OF_MORE = N_("{cap}, counted over {among}")
TERMS = {
    "validity": N_("It is good from {valid_from} through {valid_through}."),
    "approval": N_("Does a manager have to agree? {needs_approval}"),
    "reason": N_("Is whoever gives it asked why? {reason_required}"),
    "group": N_("Among the rules of {group} wins {group_mode}."),
    "excludes": N_("Where it is offered it keeps away {excludes}."),
}
_STACKING = N_("Among the rules of {group} wins {group_mode}: {stack}.")
_RULE_SPOTS = (
    Spot("valid_from", date | None, {"label": N_("First day"), "none": N_("now on")}),
    Spot("valid_through", date | None, {"label": N_("Last day"), "none": N_("any day")}),
    Spot("needs_approval", bool, {"label": N_("A manager has to agree")}),
    Spot("reason_required", bool, {"label": N_("Whoever gives it is asked why")}),
    Spot("group", str, {"label": N_("Group"), "none": N_("no group")}),
    Spot(
        "stack", int, {"label": N_("How many"), "least": 0, "none": N_("as many as a visit allows")}
    ),
    Spot(
        "excludes",
        tuple[str, ...],
        {"label": N_("Keeps away"), "form": "rules", "none": N_("no other rule")},
    ),
    Spot("group_mode", GroupMode, {"label": N_("Who wins"), "words": MODES}),
)
_COUNTED = {"label": N_("How often"), "unit": N_("times"), "least": 0}
_SPENT = {"label": N_("How much"), "form": "minor"}
_CAP_SPOTS = (
    Spot("period", Period, {"label": N_("Over which time"), "words": PERIODS}),
    Spot("scope", Scope, {"label": N_("Counted for whom"), "words": SCOPES, "offered": OFFERED}),
    Spot("days", int, {"label": N_("Days"), "unit": N_("days"), "least": 1}),
    Spot("among", Among, {"label": N_("Counted over"), "words": AMONG}),
)


@dataclass(frozen=True)
class Clause:
    """A sentence in the language in use, its blanks still in braces.

    Attributes:
        text: translated.
        spots: its blanks by name.
    """

    text: str
    spots: Mapping[str, Spot] = field(default_factory=dict)


def clause_of(part: Part, term: str = "") -> Clause:
    """The sentence of a part.

    Args:
        term: which of a rule's own terms, one of `TERMS`.
    """
    if isinstance(part, Cap):
        return _cap_clause(part)
    if isinstance(part, Rule):
        stacks = term == "group" and part.group_mode is GroupMode.STACK
        text = _(_STACKING if stacks else TERMS[term])
        return Clause(text, {one.name: one for one in _RULE_SPOTS})
    if isinstance(part, UnknownCondition | UnknownEffect):
        text = _("something this version does not know: “{kind}”")
        return Clause(fill(text, kind=part.kind))
    spots = spots_of(type(part))
    if part.sentence:
        return Clause(_(part.sentence), spots)
    blanks = " ".join(_place(name) for name in spots)
    return Clause(f"{_(part.label)} {blanks}".strip(), spots)


def _cap_clause(cap: Cap) -> Clause:
    texts = _ROLLING_CAPS if cap.period is Period.ROLLING else _CAPS
    limit = Spot("limit", int, _COUNTED if cap.unit is Unit.COUNT else _SPENT)
    text = _(texts[cap.unit])
    if cap.among is not Among.RULE:
        text = _(_OF_MORE).replace("{cap}", text)
    return Clause(text, {one.name: one for one in (limit, *_CAP_SPOTS)})


def blank_for(spot: Spot, choices: RuleChoices) -> Blank:
    """The sort of blank a field needs.

    Raises:
        TypeError: none is known for such a field.
    """
    fitting = [kind for kind in BLANKS.values() if kind.fits(spot)]
    if not fitting:
        raise TypeError(f"no blank for {spot.name}, a {spot.shape}")
    return min(fitting, key=lambda kind: kind.order)(spot, choices)


def in_words(part: Part, choices: RuleChoices, term: str = "") -> str:
    """A part as a plain sentence."""
    clause = clause_of(part, term)
    values = {
        name: blank_for(spot, choices).worded(getattr(part, name))
        for name, spot in clause.spots.items()
        if _place(name) in clause.text
    }
    return fill(clause.text, **values)


def _place(name: str) -> str:
    return "{" + name + "}"


def fresh(kind: type[Condition] | type[Effect], choices: RuleChoices) -> Any:
    """A new part; the fields without a default begin with what there is."""
    spots = spots_of(kind)
    return kind(**{name: blank_for(spots[name], choices).start() for name in lacks_default(kind)})


def settled(part: Part) -> Part:
    """The part with what one blank means for another: days belong to a rolling limit only."""
    if isinstance(part, Cap):
        rolling = part.period is Period.ROLLING
        days = (part.days or 30) if rolling else 0
        return replace(part, days=days)
    return part
