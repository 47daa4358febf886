"""Cards that are used in a way worth a look: the same one again and again, or one's own.

Each signal is a count with its days and nothing else; a good reason for it may well exist.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from pos_companion.model.gestures import Came, Gesture, OwnCards
from pos_companion.model.signals import Signal, SignalKind

_WINDOW = timedelta(hours=2)
_IN_A_ROW, _ON_ONE_DAY = 4, 5
"""So many visits in the window on two days, or so many on one, are worth a look."""
_MANY, _A_DAY = 20, 3
"""So many visits, on average so many on a day on which the card was used."""
_VERY_MANY, _TIMES_THE_NEXT = 30, 3
"""So many visits, so many times as many as the next card, more than once on every open day."""
_OWN_VISITS = 5


def same_card(visits: Iterable[Came]) -> list[Signal]:
    """One card on many visits of one colleague within two hours."""
    by_pair: dict[tuple[str, int], dict[date, list[datetime]]] = {}
    for one in visits:
        if one.staff:
            days = by_pair.setdefault((one.staff, one.customer), defaultdict(list))
            days[one.day].append(one.at)
    found = []
    for (staff, customer), days in by_pair.items():
        rows = {
            day: in_a_row for day, at in days.items() if (in_a_row := _in_a_row(at)) >= _IN_A_ROW
        }
        most = max(rows.values(), default=0)
        if most >= _ON_ONE_DAY or len(rows) > 1:
            times = sum(rows.values())
            kind = SignalKind.SAME_CARD
            found.append(
                Signal(kind, staff, customer, times, of=most, days=tuple(sorted(rows)))
            )  # fmt: skip
    return found


def many_visits(visits: Sequence[Came]) -> list[Signal]:
    """A card on far more visits than anybody's; the colleague who was there most often."""
    often = Counter(one.customer for one in visits)
    used: dict[int, set[date]] = defaultdict(set)
    for one in visits:
        if often[one.customer] >= _MANY:
            used[one.customer].add(one.day)
    open_days = len({one.day for one in visits})
    ranked = sorted(often.values(), reverse=True)
    found = []
    for who, days in used.items():
        times = often[who]
        following = next((one for one in ranked if one < times), 0)
        is_alone = ranked.count(times) == 1 and times >= _TIMES_THE_NEXT * following
        far_more = is_alone and times >= _VERY_MANY and 2 * times > 3 * open_days
        if times >= _A_DAY * len(days) or far_more:
            staff, there = _there_most(visits, who)
            kind = SignalKind.MANY_VISITS
            found.append(
                Signal(
                    kind, staff, who, times, of=there, beside=following, days=tuple(sorted(days))
                )
            )
    return found


def own_cards(
    visits: Iterable[Came],
    gestures: Iterable[Gesture],
    colleagues: Sequence[OwnCards],
    homes: Mapping[int, int],
) -> list[Signal]:
    """What colleagues recorded and gave on their own card, and gave to their own household.

    Args:
        homes: the household customers live in, by customer.
    """
    came, given = tuple(visits), tuple(gestures)
    found = []
    for one in colleagues:
        own = [it for it in given if it.staff == one.staff and it.customer in one.cards]
        if own:
            found.append(_signal(SignalKind.OWN_GIFTS, one.staff, own))
        recorded = [it for it in came if it.staff == one.staff and it.customer in one.cards]
        if len(recorded) >= _OWN_VISITS:
            found.append(_signal(SignalKind.OWN_CARD, one.staff, recorded))
        at_home = {homes[card] for card in one.cards if card in homes}
        theirs: dict[int, list[Gesture]] = defaultdict(list)
        for it in given:
            lives_there = homes.get(it.customer) in at_home and it.customer not in one.cards
            if it.staff == one.staff and lives_there:
                theirs[it.customer].append(it)
        found += [_signal(SignalKind.FAMILY, one.staff, part) for part in theirs.values()]
    return found


def _signal(kind: SignalKind, staff: str, about: Sequence[Came] | Sequence[Gesture]) -> Signal:
    days = tuple(sorted({one.day for one in about}))
    return Signal(kind, staff, about[0].customer, len(about), days=days)


def _in_a_row(moments: Iterable[datetime]) -> int:
    """The most visits of one day that lie within the window."""
    at = sorted(moments)
    most = first = 0
    for last, moment in enumerate(at):
        while moment - at[first] > _WINDOW:
            first += 1
        most = max(most, last - first + 1)
    return most


def _there_most(visits: Iterable[Came], customer: int) -> tuple[str, int]:
    there = Counter(one.staff for one in visits if one.customer == customer)
    return min(there.items(), key=lambda one: (-one[1], one[0]))
