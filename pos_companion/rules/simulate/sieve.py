"""Tells without wording it why a rule cannot fire, so that only what might fire is evaluated.

What a rule asks for does not depend on what was given to others, so one look lasts for as long as
the rule and the visit stay the same. A test holds it to what `evaluate` says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.explain import deciding
from pos_companion.rules.facts import Answer, Facts, Verdict
from pos_companion.rules.guards import refused_by_conditions, refused_by_guards
from pos_companion.rules.ledger import Ledger
from pos_companion.rules.lint.walk import everywhere
from pos_companion.rules.parts import Condition
from pos_companion.rules.rule import Rule
from pos_companion.rules.unknown import UNKNOWN_KIND


@dataclass(frozen=True)
class Stopped:
    """Why a rule does not fire, whatever was given before.

    Attributes:
        code: a reason code of `evaluate`.
        fact: of `unknown_fact`: what is not known ("birthday"); else empty.
        path: which condition says so, by kinds and places; empty for what stands before them.
    """

    code: str
    fact: str = ""
    path: str = ""


@dataclass(frozen=True)
class _Ready:
    """A rule taken apart: what must all hold together, each with its path and its place."""

    rule: Rule
    needed: tuple[tuple[int, str], ...]
    brings: bool


class Sieve:
    """Looks at many visits with the same rules; what several rules ask for is judged once."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._places: dict[Condition, int] = {}
        self._rules = [self._taken_apart(rule) for rule in rules]
        self._conditions = list(self._places)
        self._same: dict[Stopped, Stopped] = {}

    def look(self, facts: Facts, resting: frozenset[str]) -> list[Stopped | None]:
        """Why each rule cannot fire on a visit, in their order; None for those that might.

        Args:
            resting: rules the customer had said no to twice in a row.
        """
        ledger = Ledger(resting=resting)
        answers: list[Answer | None] = [None] * len(self._conditions)
        found = []
        for ready in self._rules:
            if ready.brings and ready.rule.when.occasions(facts):
                stopped = sieve(ready.rule, facts, resting)
            else:
                stopped = self._stopped(ready, facts, ledger, answers)
            found.append(self._same.setdefault(stopped, stopped) if stopped else None)
        return found

    def _stopped(
        self, ready: _Ready, facts: Facts, ledger: Ledger, answers: list[Answer | None]
    ) -> Stopped | None:
        refusal = refused_by_guards(ready.rule, facts, ledger)
        if refusal is not None:
            return Stopped(refusal.code)
        unknown: Stopped | None = None
        for place, path in ready.needed:
            answer = answers[place]
            if answer is None:
                answer = answers[place] = self._conditions[place].glance(facts)
            if answer.verdict is Verdict.YES:
                continue
            if answer.verdict is Verdict.NO:
                return _as_stopped(self._conditions[place], answer, path)
            # One no is a no, wherever it stands.
            unknown = unknown or _as_stopped(self._conditions[place], answer, path)
        return unknown

    def _taken_apart(self, rule: Rule) -> _Ready:
        needed = [
            (self._places.setdefault(condition, len(self._places)), path)
            for condition, path in _needed(rule.when, "")
        ]
        brings = any(_brings(condition) for condition in everywhere(rule.when))
        return _Ready(rule, tuple(needed), brings)


def sieve(rule: Rule, facts: Facts, resting: frozenset[str]) -> Stopped | None:
    """Why one rule cannot fire on a visit, looked at for each celebration; None when it might."""
    ledger = Ledger(resting=resting)
    first: Stopped | None = None
    views = [facts.for_celebration(one) for one in rule.when.occasions(facts)]
    for view in views or [facts]:
        stopped = _judged(rule, view, ledger)
        if stopped is None:
            return None
        first = first or stopped
    return first


def condition_at(condition: Condition, path: str) -> Condition:
    """The condition a path leads to."""
    for place in path.split("."):
        if place.isdigit():
            condition = condition.branches[int(place)]
    return condition


def _judged(rule: Rule, facts: Facts, ledger: Ledger) -> Stopped | None:
    refusal = refused_by_guards(rule, facts, ledger)
    if refusal is not None:
        return Stopped(refusal.code)
    refusal = refused_by_conditions(rule, rule.when.judge(facts))
    if refusal is None:
        return None
    fact = refusal.values.get("fact") if refusal.code == "unknown_fact" else ""
    return Stopped(refusal.code, str(fact or ""), str(refusal.values.get("path", "")))


def _as_stopped(condition: Condition, answer: Answer, path: str) -> Stopped:
    below, leaf = deciding(condition, answer)
    if answer.verdict is Verdict.NO:
        return Stopped(answer.code or "condition_false", path=path + below)
    if leaf.code == UNKNOWN_KIND:
        return Stopped(UNKNOWN_KIND, path=path + below)
    return Stopped("unknown_fact", leaf.code, path + below)


def _needed(condition: Condition, path: str) -> Iterator[tuple[Condition, str]]:
    """What must all hold together, with the path that leads there, in their order."""
    if not isinstance(condition, AllOf):
        yield condition, path
        return
    for at, part in enumerate(condition.branches):
        yield from _needed(part, f"{path}{condition.kind}.{at}.")


def _brings(condition: Condition) -> bool:
    own = type(condition).occasions is not Condition.occasions
    return own and not isinstance(condition, Not)
