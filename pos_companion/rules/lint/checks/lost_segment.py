"""A rule for a segment that is not there never gives anything."""

from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.conditions.segment import InSegment
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.lint.walk import everywhere
from pos_companion.rules.rule import Rule


class LostSegment(Check):
    """Every segment a rule asks for is there."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:  # noqa: ARG002
        """Each that is not there any more, once."""
        lost = {
            one.name or one.segment: None
            for one in everywhere(rule.when)
            if isinstance(one, InSegment) and one.means is None
        }
        for name in lost:
            text = N_(
                "There is no segment “{segment}” any more. "
                "Choose another one, or take this condition out."
            )
            yield Phrase(text, {"segment": name})
