"""A rule that never comes first gives nothing."""

from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.lint.walk import needed
from pos_companion.rules.rule import GroupMode, Rule, Unit


class AlwaysBeaten(Check):
    """No other rule fits whenever this one does and comes before it."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:
        """The first rule that always does; for as long as its budget lasts."""
        for other in around.others:
            if other.id != rule.id and _fits_whenever(other, rule) and _wins(other, rule, around):
                values: dict[str, object] = {"rule": Phrase(other.name)}
                text = N_(
                    "“{rule}” fits whenever this one does and comes first. "
                    "Move this one up, or part the two."
                )
                yield Phrase(text, values)
                return


def _fits_whenever(other: Rule, rule: Rule) -> bool:
    conditions = needed(rule.when)
    less = all(part in conditions for part in needed(other.when))
    counted = [cap for cap in other.caps if cap.unit is Unit.COUNT]
    longer = _opens(other, rule) and not other.needs_approval
    return less and longer and all(cap in rule.caps for cap in counted)


def _opens(other: Rule, rule: Rule) -> bool:
    starts = other.valid_from is None or (
        rule.valid_from is not None and other.valid_from <= rule.valid_from
    )
    ends = other.valid_through is None or (
        rule.valid_through is not None and other.valid_through >= rule.valid_through
    )
    return starts and ends


def _wins(other: Rule, rule: Rule, around: Around) -> bool:
    first = (other.priority, other.id) < (rule.priority, rule.id)
    if rule.id in other.excludes and (first or other.id not in rule.excludes):
        return True
    if not rule.group or other.group != rule.group:
        return False
    mode = (other if first else rule).group_mode
    if mode is GroupMode.STACK:
        return False
    if mode is GroupMode.FIRST:
        return first
    ours, theirs = around.worth.get(rule.id, ()), around.worth.get(other.id, ())
    if not ours or not theirs:
        return False
    least, most = min(theirs).amount, max(ours).amount
    return least > most or (least == most and first)
