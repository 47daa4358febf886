"""One person who gets much more from one colleague than chance would give.

For each pair it is asked: of all visits this colleague recorded, some had a gesture; had they
fallen on any visits alike, how likely would it be that so many fell on this person's (Fisher's
exact test, one-sided)? Rules give more to some people than to others, so two more things have to
hold: this colleague gives to this person at least three times as often as to everybody else, and
where colleagues served this person too, these gave to them clearly less. Somebody no colleague
has served is asked about with what the colleague chose alone: own gifts, and a yes against a rule.

So that small numbers accuse nobody: a pair has at least five visits and four gestures, and all
pairs of the shop are corrected for together (`odds.beyond_chance`), so that chance alone names
anybody at all in one look out of a hundred.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pos_companion.insight.odds import at_least, beyond_chance
from pos_companion.model.gestures import Came, Gesture

LEAST_VISITS, LEAST_GESTURES = 5, 4
_LEVEL, _LESS_LEVEL = 0.01, 0.05
_TIMES_MORE = 3
_ENOUGH_ELSEWHERE = 3

_Pair = tuple[str, int]


@dataclass(frozen=True)
class Favourite:
    """A pair that is worth a look.

    Attributes:
        together: visits of this person that this colleague recorded.
        gifted: on so many of them something was given.
        elsewhere, gifted_elsewhere: the same with all the other colleagues.
        others, gifted_others: the same of this colleague, with everybody else.
        odds: how likely that is by chance, 0 to 1.
    """

    customer: int
    staff: str
    together: int
    gifted: int
    elsewhere: int
    gifted_elsewhere: int
    others: int
    gifted_others: int
    odds: float


@dataclass(frozen=True)
class _Counts:
    """Visits, those with a gesture, and those with one that was chosen.

    Each is counted by pair; under nobody by customer, and under no customer by colleague.
    """

    visits: Counter[_Pair]
    gifted: Counter[_Pair]
    chosen: Counter[_Pair]


_NOBODY, _NO_CUSTOMER = "", 0


def favourites(visits: Iterable[Came], gestures: Iterable[Gesture]) -> tuple[Favourite, ...]:
    """The pairs that are worth a look, the least likely first.

    Args:
        gestures: those that count, of the same days.
    """
    counts = _counted(visits, gestures)
    asked = [
        (staff, customer)
        for (staff, customer), times in counts.visits.items()
        if staff and customer and times >= LEAST_VISITS
    ]
    looked_at = [one for pair in asked if (one := _looked_at(pair, counts)) is not None]
    beyond = beyond_chance([one.odds for one in looked_at], len(asked), _LEVEL)
    found = (looked_at[place] for place in beyond)
    return tuple(sorted(found, key=lambda one: (one.odds, -one.gifted, one.staff, one.customer)))


def _counted(visits: Iterable[Came], gestures: Iterable[Gesture]) -> _Counts:
    given: dict[str, list[Gesture]] = {}
    for one in gestures:
        given.setdefault(one.visit, []).append(one)
    counts = _Counts(Counter(), Counter(), Counter())
    for visit in visits:
        here = given.get(visit.visit, [])
        staff = next((one.staff for one in here if one.staff), visit.staff)
        if not staff:
            continue
        who = visit.customer
        for pair in ((staff, who), (staff, _NO_CUSTOMER), (_NOBODY, who)):
            counts.visits[pair] += 1
            counts.gifted[pair] += bool(here)
            counts.chosen[pair] += any(one.chosen for one in here)
    return counts


def _looked_at(pair: _Pair, counts: _Counts) -> Favourite | None:
    """The pair with its odds; None where there is nothing to look at."""
    staff, customer = pair
    theirs, all_theirs = (staff, _NO_CUSTOMER), (_NOBODY, customer)
    together, gifted = counts.visits[pair], counts.gifted[pair]
    everything, met = counts.visits[theirs], counts.visits[all_theirs]
    elsewhere, gifted_at_all = met - together, counts.gifted[all_theirs]
    is_known_elsewhere = elsewhere >= _ENOUGH_ELSEWHERE
    given = counts.gifted if is_known_elsewhere else counts.chosen
    hits, all_hits = given[pair], given[theirs]
    if hits < LEAST_GESTURES or not _is_much_more(hits, together, all_hits, everything):
        return None
    if is_known_elsewhere and at_least(gifted, together, gifted_at_all, met) > _LESS_LEVEL:
        return None
    return Favourite(
        customer, staff, together, gifted, elsewhere, gifted_at_all - gifted,
        everything - together, counts.gifted[theirs] - gifted,
        at_least(hits, together, all_hits, everything),
    )  # fmt: skip


def _is_much_more(hits: int, drawn: int, all_hits: int, everything: int) -> bool:
    return hits * (everything - drawn) >= _TIMES_MORE * (all_hits - hits) * drawn
