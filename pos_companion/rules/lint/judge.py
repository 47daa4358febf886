"""Looks through a rule with every check."""

from collections.abc import Mapping

from pos_companion.registry import discover
from pos_companion.rules.lint import checks
from pos_companion.rules.lint.check import Around, Check, Complaint
from pos_companion.rules.rule import Rule

CHECKS: Mapping[str, type[Check]] = discover(checks, Check)  # type: ignore[type-abstract]


def lint(rule: Rule, around: Around) -> tuple[Complaint, ...]:
    """All that keeps a rule from being put into use; empty when nothing does."""
    return tuple(
        Complaint(code, phrase)
        for code, check in CHECKS.items()
        for phrase in check().complaints(rule, around)
    )
