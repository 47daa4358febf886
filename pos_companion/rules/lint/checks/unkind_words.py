"""The words are a neighbour's, not those of a policy."""

from collections.abc import Iterator

from pos_companion.i18n import Phrase
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.rule import Rule


class UnkindWords(Check):
    """What may not be said aloud at a counter; `insight/tone.py` finds it."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:
        """What the manners say, as they say it."""
        yield from around.unkind(rule.say)
