"""A rule in which nothing is the matter, to be spoilt by each test in one way."""

from dataclasses import replace
from datetime import date
from typing import Any

from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, Rule, Scope, Unit
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.lint.check import Around
from pos_companion.rules.lint.judge import CHECKS, lint
from tests.pos_companion.rules.cases import SHELF, TODAY

EUROS = Money(500, "EUR")
BUDGET = Cap(Scope.RULE, Period.MONTH, 5000, Unit.COST)
SOUND = Rule(
    id="sound",
    name="For regulars",
    when=VisitsAtLeast(5, 90),
    effects=(Gift(1),),
    say="A little something for you.",
    why="They keep coming.",
    caps=(BUDGET,),
)


def sound(**changes: Any) -> Rule:
    return replace(SOUND, **changes)


def codes(rule: Rule, **changes: Any) -> set[str]:
    """What is the matter with a rule, by the codes of the checks."""
    return {one.code for one in lint(rule, around(rule, **changes))}


def said(rule: Rule, code: str, **changes: Any) -> list[str]:
    """What one check says, before it is translated and filled in."""
    return [phrase.text for phrase in CHECKS[code]().complaints(rule, around(rule, **changes))]


def around(*rules: Rule, **changes: Any) -> Around:
    today: date = changes.pop("today", TODAY)
    return Around(today, "EUR", **{"gifts": SHELF, **changes})
