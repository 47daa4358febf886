"""Tells without wording it why a rule cannot fire, so that only what might fire is evaluated.

What a rule asks for does not depend on what was given to others, so one look lasts for as long as
the rule and the visit stay the same. A test holds it to what `evaluate` says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

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


# A member of an enum is looked up slowly, and these are asked for a million times.
_NO, _UNKNOWN = Verdict.NO, Verdict.UNKNOWN
_UNGUARDED: dict[str, Any] = {
    "id": "", "version": 0, "name": "", "when": AllOf(), "effects": (), "say": "", "why": "",
    "priority": 0, "group": "", "caps": (), "excludes": (),
}  # fmt: skip


@dataclass(frozen=True)
class _Needed:
    """One condition that must hold.

    Attributes:
        place: among all conditions of the sieve.
        path: what leads to it, without its own kind at the end.
        brings: its yes brings a celebration with it.
        no, unknown: what was said of it already, by the code of the answer.
    """

    place: int
    path: str
    brings: bool
    no: dict[str, Stopped] = field(default_factory=dict)
    unknown: dict[str, Stopped] = field(default_factory=dict)


@dataclass(frozen=True)
class _Ready:
    """A rule taken apart: what must all hold together, in its order.

    Attributes:
        guarded: rules with the same number are guarded in the same way.
        hidden: a condition that brings celebrations lies deeper, where nobody sees it here.
    """

    rule: Rule
    needed: tuple[_Needed, ...]
    guarded: int
    hidden: bool


class Sieve:
    """Looks at many visits with the same rules; what several rules ask for is judged once."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._places: dict[Condition, int] = {}
        self._guards: dict[Rule, int] = {}
        self._rules = [self._taken_apart(rule) for rule in rules]
        self._conditions = list(self._places)

    def look(self, facts: Facts, resting: frozenset[str]) -> list[Stopped | None]:
        """Why each rule cannot fire on a visit, in their order; None for those that might.

        Args:
            resting: rules the customer had said no to twice in a row.
        """
        looking = _Look(self._conditions, len(self._guards), facts, resting)
        return [
            sieve(ready.rule, facts, resting)
            if ready.hidden or ready.rule.id in resting
            else looking.at(ready)
            for ready in self._rules
        ]

    def _taken_apart(self, rule: Rule) -> _Ready:
        needed = [
            _Needed(self._place(condition), path, _brings(condition))
            for condition, path in _needed(rule.when, "")
        ]
        deep = sum(_brings(condition) for condition in everywhere(rule.when))
        hidden = deep > sum(one.brings for one in needed)
        # What no guard looks at is made alike, so that one look serves many rules.
        alike = replace(rule, **_UNGUARDED)
        number = self._guards.setdefault(alike, len(self._guards))
        return _Ready(rule, tuple(needed), number, hidden)

    def _place(self, condition: Condition) -> int:
        return self._places.setdefault(condition, len(self._places))


class _Look:
    """One visit, looked at for every rule."""

    def __init__(
        self,
        conditions: Sequence[Condition],
        guards: int,
        facts: Facts,
        resting: frozenset[str],
    ) -> None:
        self._conditions = conditions
        self._facts = facts
        self._resting = resting
        self._answers: list[Answer | None] = [None] * len(conditions)
        self._refused: list[Stopped | bool] = [False] * guards

    def at(self, ready: _Ready) -> Stopped | None:
        """Why a rule cannot fire."""
        refused = self._refused[ready.guarded]
        if refused is not True:
            refused = refused or self._guarded(ready)
            if isinstance(refused, Stopped):
                return refused
        unknown: Stopped | None = None
        answers = self._answers
        for need in ready.needed:
            answer = answers[need.place] or self._glance(need.place)
            verdict = answer.verdict
            if verdict is _NO:
                return need.no.get(answer.code) or self._say(need, answer, need.no)
            if verdict is _UNKNOWN:
                # One no is a no, wherever it stands.
                unknown = (
                    unknown
                    or need.unknown.get(answer.code)
                    or self._say(need, answer, need.unknown)
                )
            elif need.brings:
                return sieve(ready.rule, self._facts, self._resting)
        return unknown

    def _guarded(self, ready: _Ready) -> Stopped | bool:
        refusal = refused_by_guards(ready.rule, self._facts, Ledger())
        found = True if refusal is None else Stopped(refusal.code)
        self._refused[ready.guarded] = found
        return found

    def _glance(self, place: int) -> Answer:
        answer = self._answers[place] = self._conditions[place].glance(self._facts)
        return answer

    def _say(self, need: _Needed, answer: Answer, said: dict[str, Stopped]) -> Stopped:
        condition = self._conditions[need.place]
        stopped = _as_stopped(condition, answer, need.path)
        if not condition.branches:
            said[answer.code] = stopped
        return stopped


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
