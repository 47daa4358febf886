"""A rule whose days are over gives nothing."""

from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.rule import Rule


class PastDates(Check):
    """Its last day lies ahead, and not before its first."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:
        """A window that is past, or closes before it opens."""
        last = rule.valid_through
        if last is None:
            return
        if rule.valid_from is not None and last < rule.valid_from:
            yield Phrase(N_("It ends before it begins. Change one of the two days."))
        elif last < around.today:
            text = N_("Its last day was {day}. Give it a later one, or none.")
            yield Phrase(text, {"day": last})
