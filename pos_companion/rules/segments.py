"""Segments: people the shop has given a name, by what they are and by nothing that is hidden.

A segment is a name and a tree of the conditions of rules; a rule asks for it by its id, and gets
its meaning with the rulebook.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, Phrase
from pos_companion.rules.conditions.segment import InSegment
from pos_companion.rules.lint.walk import everywhere
from pos_companion.rules.parts import Condition
from pos_companion.rules.rule import Rule
from pos_companion.rules.unknown import UnknownCondition


@dataclass(frozen=True)
class Segment:
    """Some people with a name.

    Attributes:
        id: a short word that stays the same when the name changes ("saturday-families").
        name: in the shop's words.
        when: who belongs to it; as for a rule, but only about what somebody is.
    """

    id: str
    name: str
    when: Condition


Segments = Mapping[str, Segment]
"""By id."""


def bound(rule: Rule, segments: Segments) -> Rule:
    """The rule with the meaning of every segment it asks for, the very same where it asks for none.

    One that is not there any more has no meaning: the rule neither fires nor says no.
    """
    when = _bound(rule.when, segments)
    return rule if when is rule.when else replace(rule, when=when)


def asked_for(condition: Condition) -> frozenset[str]:
    """The ids of the segments that a condition asks for, however deep."""
    return frozenset(one.segment for one in everywhere(condition) if isinstance(one, InSegment))


def require_people(when: Condition) -> None:
    """Let only pass what can be the meaning of a segment.

    Raises:
        BadInputError: nothing is asked for, or something that is not about a person.
    """
    parts = list(everywhere(when))
    for part in parts:
        if isinstance(part, InSegment):
            raise BadInputError(N_("A segment cannot be made of other segments."))
        if isinstance(part, UnknownCondition):
            text = N_("This segment needs a newer version of the program: “{kind}”.")
            raise BadInputError(text, kind=part.kind)
        if not part.of_person:
            text = N_("A segment says who somebody is. “{condition}” is about a day or a purchase.")
            raise BadInputError(text, condition=Phrase(part.label))
    if not any(_says_something(part) for part in parts):
        raise BadInputError(N_("Say who belongs to it: choose at least one condition."))


def _says_something(part: Condition) -> bool:
    return not part.branches and part.kind not in {"all_of", "any_of"}


def _bound(condition: Condition, segments: Segments) -> Condition:
    if isinstance(condition, InSegment):
        return _meant(condition, segments.get(condition.segment))
    if not condition.branches:
        return condition
    changed = dict(_changed(condition, segments))
    return replace(condition, **changed) if changed else condition


def _meant(condition: InSegment, segment: Segment | None) -> InSegment:
    if segment is None:
        is_bare = condition.means is None
        return condition if is_bare else replace(condition, means=None)
    if condition.means is segment.when and condition.name == segment.name:
        return condition
    return replace(condition, name=segment.name, means=segment.when)


def _changed(condition: Condition, segments: Segments) -> Iterator[tuple[str, Any]]:
    """The fields of a group that hold a segment whose meaning is another one now."""
    for field in fields(condition) if is_dataclass(condition) else ():
        value = getattr(condition, field.name)
        if isinstance(value, Condition):
            inner: Any = _bound(value, segments)
        elif isinstance(value, tuple) and any(isinstance(one, Condition) for one in value):
            inner = tuple(_bound(one, segments) for one in value)
            if all(one is other for one, other in zip(inner, value, strict=True)):
                inner = value
        else:
            continue
        if inner is not value:
            yield field.name, inner
