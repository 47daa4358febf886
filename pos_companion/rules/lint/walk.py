"""Finds the parts of a rule, however deep."""

from collections.abc import Iterator

from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.parts import Condition


def everywhere(condition: Condition) -> Iterator[Condition]:
    """A condition and all it is made of."""
    yield condition
    for part in condition.branches:
        yield from everywhere(part)


def needed(condition: Condition) -> list[Condition]:
    """The conditions that must all hold together: those of nested "all of" in one list."""
    if isinstance(condition, AllOf):
        return [found for part in condition.branches for found in needed(part)]
    return [condition]


def opposite(condition: Condition) -> Condition:
    """What holds exactly when it does not."""
    return condition.branches[0] if isinstance(condition, Not) else Not(condition)
