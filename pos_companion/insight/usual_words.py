"""Why we expect a product, in facts anybody can count; usual.md §4. For the cashier's eyes.

First that fits: the weekday or the self that comes now ("4 of the last 5 Fridays"), the rhythm
("About every 9 days, due"), the last ten visits, the last visit. A thing bought on two of fourteen
visits gets no reason. The rhythm is only told for what is bought clearly more rarely than they
come: that somebody who comes daily has coffee "about every day" tells nothing. It is also dropped
when the thing is long overdue: then the rhythm has ended.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median, quantiles

from pos_companion.i18n import N_, Phrase
from pos_companion.insight.usual_past import Past
from pos_companion.insight.usual_selves import SelfKind, is_weekend

# Translators: why we expect a product; only the cashier reads it. {times} never exceeds {count}.
_VISITS = Phrase("{times} of the last {count} visit", {}, "{times} of the last {count} visits")
_WEEKDAYS = (
    Phrase("{times} of the last {count} Monday", {}, "{times} of the last {count} Mondays"),
    Phrase("{times} of the last {count} Tuesday", {}, "{times} of the last {count} Tuesdays"),
    Phrase("{times} of the last {count} Wednesday", {}, "{times} of the last {count} Wednesdays"),
    Phrase("{times} of the last {count} Thursday", {}, "{times} of the last {count} Thursdays"),
    Phrase("{times} of the last {count} Friday", {}, "{times} of the last {count} Fridays"),
    Phrase("{times} of the last {count} Saturday", {}, "{times} of the last {count} Saturdays"),
    Phrase("{times} of the last {count} Sunday", {}, "{times} of the last {count} Sundays"),
)
_WEEKEND_VISITS = Phrase(
    "{times} of the last {count} weekend visit", {}, "{times} of the last {count} weekend visits"
)
_WEEKDAY_VISITS = Phrase(
    "{times} of the last {count} weekday visit", {}, "{times} of the last {count} weekday visits"
)
_VISITS_NOW = Phrase(
    "At this hour {times} of {count} visit", {}, "At this hour {times} of {count} visits"
)
_RHYTHM = Phrase("About every {count} day, due", {}, "About every {count} days, due")
_LAST_TIME = Phrase(N_("Had it last time"))
POPULAR = Phrase(N_("Popular here"))

_LATEST, _LATEST_SAME_DAY = 10, 5
_FEWEST_TIMES, _FEWEST_SAME_DAY = 3, 4
_SHARE, _MORE_THAN_ELSE = 0.6, 1.3
_FEWEST_PURCHASES, _STEADINESS, _DUE, _OVER = 4, 0.75, 0.8, 2.0
_RARER_THAN_VISITS = 1.5
_WAYS_LOOKED_AT = 5


def instead_of(name: str) -> Phrase:
    """The reason for a product that stands in for one that is out today."""
    return Phrase(N_("{product} is out today"), {"product": name})


def their_way(past: Past, product_id: int) -> str:
    """How they have a product.

    Returns:
        The latest way that was used at least twice in the last five purchases; plain is a way
        too and is empty.
    """
    if product_id not in past.with_ways:
        return ""
    places = past.positions.get(product_id, ())[-_WAYS_LOOKED_AT:]
    ways = [past.visits[place].ways.get(product_id, "") for place in reversed(places)]
    return next((way for way in ways if ways.count(way) > 1), "")


@dataclass(frozen=True)
class _Window:
    """Visits to count in.

    Attributes:
        template: the sentence.
        places: the visits looked at.
        special: only worth telling when it stands out from the other visits.
    """

    template: Phrase
    places: frozenset[int]
    special: bool


class Reasons:
    """Finds the reasons for one customer."""

    def __init__(self, past: Past) -> None:
        self._past = past
        visits = len(past.visits)
        self._lately = _Window(
            _VISITS, frozenset(range(max(0, visits - _LATEST), visits)), special=False
        )
        self._special = _special_windows(past)
        gaps = [late - early for early, late in pairwise(past.days)]
        self._visit_gap = median(gaps) if gaps else 0.0

    def for_product(self, product_id: int) -> Phrase | None:
        """Why we expect a product; None when there is nothing to say."""
        return self._for_places(self._past.positions.get(product_id, ()))

    def for_basket(self, basket: Sequence[int]) -> Phrase | None:
        """Why we expect all of a basket together; None when there is nothing to say."""
        wanted = set(basket)
        return self._for_places(
            [at for at, visit in enumerate(self._past.visits) if wanted.issubset(visit.items)]
        )

    def _for_places(self, places: Sequence[int]) -> Phrase | None:
        if not places:
            return None
        if len(places) >= _FEWEST_TIMES:
            for window in self._special:
                if counted := self._count(window, places):
                    return counted
            if found := self._rhythm(places) or self._count(self._lately, places):
                return found
        return _LAST_TIME if places[-1] == len(self._past.visits) - 1 else None

    def _count(self, window: _Window, places: Sequence[int]) -> Phrase | None:
        times, count = len(window.places.intersection(places)), len(window.places)
        if times < _FEWEST_TIMES:
            return None
        overall = len(places) / len(self._past.visits)
        share = times / count
        if window.special and (share < _SHARE or share < _MORE_THAN_ELSE * overall):
            return None
        return replace(window.template, values={"times": times, "count": count})

    def _rhythm(self, places: Sequence[int]) -> Phrase | None:
        if len(places) < _FEWEST_PURCHASES:
            return None
        days = self._past.days
        moments = [days[place] for place in places]
        gaps = [late - early for early, late in pairwise(moments)][-20:]
        middle = median(gaps)
        if middle < _RARER_THAN_VISITS * max(1.0, self._visit_gap):
            return None
        away = self._past.today - moments[-1]
        if not _DUE * middle <= away <= _OVER * middle:
            return None
        low, _, high = quantiles(gaps, n=4, method="inclusive")
        if high - low > _STEADINESS * middle:
            return None
        return replace(_RHYTHM, values={"count": round(middle)})


def _special_windows(past: Past) -> tuple[_Window, ...]:
    """The self that comes now, then the weekday."""
    windows = []
    for own in reversed(past.selves):
        places = frozenset([at for at, near in enumerate(own.near) if near][-_LATEST:])
        if own.kind is SelfKind.KIND_OF_DAY:
            template = _WEEKEND_VISITS if is_weekend(past.now) else _WEEKDAY_VISITS
            windows.append(_Window(template, places, special=True))
        elif own.kind is SelfKind.TIME:
            windows.append(_Window(_VISITS_NOW, places, special=True))
    same_day = [at for at, same in enumerate(past.same_weekday) if same]
    if len(same_day) >= _FEWEST_SAME_DAY:
        places = frozenset(same_day[-_LATEST_SAME_DAY:])
        same = _Window(_WEEKDAYS[past.now.weekday()], places, special=True)
        by_weekday = any(own.kind is SelfKind.WEEKDAY for own in past.selves)
        windows.insert(0 if by_weekday else len(windows), same)
    return tuple(windows)
