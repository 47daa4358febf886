"""A rule for no day of the week never gives anything."""

from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.lint.walk import everywhere
from pos_companion.rules.rule import Rule


class NoWeekday(Check):
    """Days of the week are at least one."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:  # noqa: ARG002
        """No day is chosen."""
        if any(isinstance(one, Weekday) and not one.days for one in everywhere(rule.when)):
            yield Phrase(N_("No day of the week is chosen. Choose at least one."))
