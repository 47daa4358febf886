"""Rules that compete: excludes first, then groups."""

from collections.abc import Iterable, Sequence

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.limits import Refusal
from pos_companion.rules.offering import Candidate
from pos_companion.rules.rule import GroupMode, Rule

Losers = list[tuple[Candidate, Refusal]]


def contest(candidates: Iterable[Candidate], most: int) -> tuple[list[Candidate], Losers]:
    """Let candidates compete.

    Args:
        candidates: all that fit.
        most: how many rules of a stacking group may stay when the group does not say.

    Returns:
        The winners in the order in which they are shown, and the others with who beat them.
    """
    ordered = sorted(candidates, key=lambda candidate: candidate.order)
    staying, losers = _without_excluded(ordered)
    winners = []
    for candidate in staying:
        beaten_by = _beaten_by(candidate, staying, most)
        if beaten_by is None:
            winners.append(candidate)
        else:
            losers.append((candidate, _refusal("beaten_by", beaten_by)))
    return winners, losers


def _without_excluded(ordered: Sequence[Candidate]) -> tuple[list[Candidate], Losers]:
    excluded: dict[str, Rule] = {}
    staying: list[Candidate] = []
    losers: Losers = []
    for candidate in ordered:
        if candidate.rule.id not in excluded:
            for other in candidate.rule.excludes:
                excluded.setdefault(other, candidate.rule)
    for candidate in ordered:
        by = excluded.get(candidate.rule.id)
        if by is None or by.id == candidate.rule.id:
            staying.append(candidate)
        else:
            losers.append((candidate, _refusal("excluded_by", by)))
    return staying, losers


def _beaten_by(candidate: Candidate, staying: Sequence[Candidate], most: int) -> Rule | None:
    group = candidate.rule.group
    if not group:
        return None
    rivals = [one for one in staying if one.rule.group == group]
    mode = rivals[0].rule.group_mode
    if mode is GroupMode.BEST:
        # The first of equals wins: `max` keeps it.
        kept = [max(rivals, key=lambda one: one.value.amount).rule]
    else:
        most = 1 if mode is GroupMode.FIRST else rivals[0].rule.stack or most
        kept = list({one.rule.id: one.rule for one in rivals}.values())[:most]
    return None if candidate.rule.id in {rule.id for rule in kept} else kept[0]


def _refusal(code: str, rule: Rule) -> Refusal:
    text = N_("“{rule}” comes first for them today.")
    return Refusal(code, Phrase(text, {"rule": Phrase(rule.name)}), {"rule": rule.id})
