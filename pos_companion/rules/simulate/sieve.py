"""Tells without wording it why a rule cannot fire, so that only what might fire is evaluated.

What a rule asks for does not depend on what was given to others, so one look lasts for as long as
the rule and the visit stay the same. A test holds it to what `evaluate` says.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

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
_NOTHING_GIVEN = Ledger()
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
class Ready:
    """A rule taken apart: what must all hold together, in its order.

    Attributes:
        refused: why its guards stop it, by visit; True where they do not, None where nobody asked
            yet. Rules that are guarded in the same way share it.
        hidden: a condition that brings celebrations lies deeper, where nobody sees it here.
    """

    rule: Rule
    needed: tuple[_Needed, ...]
    refused: list[Stopped | Literal[True] | None]
    hidden: bool


class Sieve:
    """Looks at visits; what several rules ask for, at once or later, is judged once.

    Args:
        facts: of the visits; the same list is looked at as long as the sieve is used.
        resting: for each of them the rules the customer had said no to twice in a row.
    """

    def __init__(self, facts: Sequence[Facts], resting: Sequence[frozenset[str]]) -> None:
        self._facts = facts
        self._resting = resting
        self._places: dict[Condition, int] = {}
        self._conditions: list[Condition] = []
        self._answers: list[list[Answer | None]] = []
        self._guards: dict[Rule, list[Stopped | Literal[True] | None]] = {}

    def take_apart(self, rule: Rule) -> Ready:
        """Make a rule ready to be looked at."""
        needed = [
            _Needed(self._place(condition), path, _brings(condition))
            for condition, path in _needed(rule.when, "")
        ]
        deep = sum(_brings(condition) for condition in everywhere(rule.when))
        hidden = deep > sum(one.brings for one in needed)
        # What no guard looks at is made alike, so that one look serves many rules.
        alike = replace(rule, **_UNGUARDED)
        refused = self._guards.setdefault(alike, [None] * len(self._facts))
        return Ready(rule, tuple(needed), refused, hidden)

    def look(self, ready: Ready, places: Iterable[int]) -> Iterator[Stopped | None]:
        """Why a rule cannot fire on some visits; None for those on which it might."""
        rule, refused = ready.rule, ready.refused
        pairs = [(need, self._answers[need.place]) for need in ready.needed]
        for at in places:
            if ready.hidden or rule.id in self._resting[at]:
                yield sieve(rule, self._facts[at], self._resting[at])
                continue
            stopped = refused[at] or self._guarded(ready, at)
            yield self._asked(ready, at, pairs) if stopped is True else stopped

    def _asked(
        self, ready: Ready, at: int, pairs: Sequence[tuple[_Needed, list[Answer | None]]]
    ) -> Stopped | None:
        unknown: Stopped | None = None
        for need, answers in pairs:
            answer = answers[at]
            if answer is None:
                answer = answers[at] = self._conditions[need.place].glance(self._facts[at])
            verdict = answer.verdict
            if verdict is _NO:
                return need.no.get(answer.code) or self._say(need, answer, need.no)
            if verdict is _UNKNOWN:
                # One no is a no, wherever it stands.
                said = need.unknown.get(answer.code) or self._say(need, answer, need.unknown)
                unknown = unknown or said
            elif need.brings:
                return sieve(ready.rule, self._facts[at], self._resting[at])
        return unknown

    def _guarded(self, ready: Ready, at: int) -> Stopped | Literal[True]:
        refusal = refused_by_guards(ready.rule, self._facts[at], _NOTHING_GIVEN)
        found: Stopped | Literal[True] = True if refusal is None else Stopped(refusal.code)
        ready.refused[at] = found
        return found

    def _say(self, need: _Needed, answer: Answer, said: dict[str, Stopped]) -> Stopped:
        condition = self._conditions[need.place]
        stopped = _as_stopped(condition, answer, need.path)
        if not condition.branches:
            said[answer.code] = stopped
        return stopped

    def _place(self, condition: Condition) -> int:
        if condition not in self._places:
            self._places[condition] = len(self._conditions)
            self._conditions.append(condition)
            self._answers.append([None] * len(self._facts))
        return self._places[condition]


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
