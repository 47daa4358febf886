"""Conditions that can never hold together."""

from collections.abc import Iterator, Sequence
from datetime import time
from itertools import combinations

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.conditions.days_since_last import DaysSinceLast
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.time_of_day import TimeOfDay
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.lint.walk import needed, opposite
from pos_companion.rules.parts import Condition
from pos_companion.rules.rule import Rule

_DAY = 24 * 60


class Contradiction(Check):
    """What must all hold together can hold together on some day, for somebody."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:  # noqa: ARG002
        """Each sort of contradiction once."""
        parts = needed(rule.when)
        if any(opposite(part) in parts for part in parts):
            yield Phrase(N_("It asks for something and its opposite. Take one of them out."))
        if _no_common_day(parts):
            yield Phrase(N_("Its days of the week never fall together. Keep one set of days."))
        if any(_apart(one, other) for one, other in combinations(_hours(parts), 2)):
            yield Phrase(N_("Its hours never fall together. Keep one set of hours."))
        if FirstVisit() in parts and any(map(_needs_a_past, parts)):
            yield Phrase(N_("A first visit has no visits before it. Keep one of these conditions."))


def _no_common_day(parts: Sequence[Condition]) -> bool:
    sets = [set(part.days) for part in parts if isinstance(part, Weekday) and part.days]
    # Hours past midnight belong to the day they start on, as the business day does.
    sets += [set(part.weekdays) for part in _hours(parts) if part.weekdays]
    return bool(sets) and not set.intersection(*sets)


def _hours(parts: Sequence[Condition]) -> list[TimeOfDay]:
    return [part for part in parts if isinstance(part, TimeOfDay)]


def _apart(one: TimeOfDay, other: TimeOfDay) -> bool:
    return not _minutes(one) & _minutes(other)


def _minutes(part: TimeOfDay) -> set[int]:
    first, last = _minute(part.start), _minute(part.end)
    return {at % _DAY for at in range(first, last if last > first else last + _DAY)}


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _needs_a_past(part: Condition) -> bool:
    return isinstance(part, DaysSinceLast | VisitsNth) or (
        isinstance(part, VisitsAtLeast) and part.count > 1
    )
