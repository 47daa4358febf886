"""One step ahead: what they may need today beside the usual, each with its reason; never a sale.

Only things they buy anyway, and only from countable facts:

- *together*: with what lies on the counter they had it on 6 of the last 10 visits (at least 4), and
  clearly more often than without it;
- *due*: they buy it in a rhythm of its own, rarer than they come, and it is time again;
- *season*: they had it on two visits of these weeks a year ago, and hardly ever else.

The usual order tells the rest, so nothing that is in it, or was, is guessed here.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median, quantiles

from pos_companion.i18n import NearDay, Phrase
from pos_companion.model.guesses import Guess, GuessKind
from pos_companion.model.stages import NotNeeded
from pos_companion.model.visits import PastVisit, Product

QUIET_DAYS = 60
"""For so long nothing is guessed again that was not needed, unless they buy it meanwhile."""
_FEWEST_PURCHASES, _LATEST_PURCHASES = 4, 13
_STEADINESS, _DUE, _OVER, _RARER_THAN_VISITS, _SOONEST = 0.75, 0.9, 2.0, 1.5, 4
_LAST_TIMES, _FEWEST_TIMES, _SHARE, _MORE_THAN_ELSE = 10, 4, 0.6, 1.5
_SAME_WEEKS, _YEAR, _SEASON_VISITS, _SEASON_SHARE = timedelta(days=17), timedelta(364), 2, 0.6


@dataclass(frozen=True)
class Around:
    """What a guess is made from.

    Attributes:
        visits: those that count, oldest first; the last 100 and those of a year ago are enough.
        today: business date.
        products: what the shop sells, by id; what is not in here is never guessed.
        passed_over: products never to be guessed for them now: in the usual order, not for them,
            or said to be wrong.
        not_needed: guesses they did not need.
    """

    visits: Sequence[PastVisit]
    today: date
    products: Mapping[int, Product]
    passed_over: Collection[int] = ()
    not_needed: Sequence[NotNeeded] = ()


def guess(around: Around, basket: Sequence[int] = ()) -> Guess | None:
    """The one thing worth a thought; None on most days.

    Args:
        basket: the products on the counter now.
    """
    bought = _purchases(around, basket)
    for find in (_together, _due, _season):
        found = next(find(around, bought, basket), None)
        if found is not None:
            return found
    return None


def _purchases(around: Around, basket: Sequence[int]) -> dict[int, list[date]]:
    """The days of each product that may be guessed, oldest first."""
    bought: dict[int, list[date]] = {}
    for visit in around.visits:
        for item in visit.items:
            bought.setdefault(item, []).append(visit.day)
    left_out = {*basket, *around.passed_over, *_silenced(around, bought)}
    return {
        item: days
        for item, days in bought.items()
        if item not in left_out and item in around.products and around.products[item].available
    }


def _silenced(around: Around, bought: Mapping[int, Sequence[date]]) -> Iterator[int]:
    for one in around.not_needed:
        days = bought.get(one.product, ())
        if (around.today - one.on).days <= QUIET_DAYS and not (days and days[-1] > one.on):
            yield one.product


def _together(
    around: Around, bought: Mapping[int, Sequence[date]], basket: Sequence[int]
) -> Iterator[Guess]:
    """What goes with something on the counter, the surest first."""
    found = []
    for item in basket:
        if item not in around.products:
            continue
        holding = [visit for visit in around.visits if item in visit.items]
        latest = holding[-_LAST_TIMES:]
        elsewhere = len(around.visits) - len(holding)
        for other in bought:
            times = sum(other in visit.items for visit in latest)
            if times < _FEWEST_TIMES or times < _SHARE * len(latest):
                continue
            with_it = sum(other in visit.items for visit in holding)
            without = (len(bought[other]) - with_it) / elsewhere if elsewhere else 1.0
            if with_it / len(holding) >= _MORE_THAN_ELSE * without and elsewhere:
                found.append((-times / len(latest), other, item, times, len(latest)))
    for _order, other, item, times, count in sorted(found):
        values = {"times": times, "count": count, "product": around.products[item].name}
        because = Phrase(
            "because it came along {times} of the last {count} time with {product}",
            values,
            "because it came along {times} of the last {count} times with {product}",
        )
        yield Guess(around.products[other], GuessKind.TOGETHER, because)


def _due(
    around: Around, bought: Mapping[int, Sequence[date]], _basket: Sequence[int]
) -> Iterator[Guess]:
    """What they buy in a rhythm of its own, the steadiest first."""
    days = sorted({visit.day for visit in around.visits})
    visit_gap = median([(late - early).days for early, late in pairwise(days)] or [0])
    found = []
    for item, each in bought.items():
        rhythm = _rhythm(each, max(_SOONEST, _RARER_THAN_VISITS * visit_gap))
        if rhythm is None:
            continue
        middle, spread = rhythm
        if _DUE * middle <= (around.today - each[-1]).days <= _OVER * middle:
            found.append((spread / middle, item, middle))
    for _order, item, middle in sorted(found):
        values = {"count": round(middle), "day": NearDay(bought[item][-1], around.today)}
        because = Phrase(
            "because they have it about every {count} day, the last time {day}",
            values,
            "because they have it about every {count} days, the last time {day}",
        )
        yield Guess(around.products[item], GuessKind.DUE, because)


def _rhythm(days: Sequence[date], rarest: float) -> tuple[float, float] | None:
    """Median and quartile spread of the gaps; None where there is no rhythm of its own."""
    latest = sorted(set(days))[-_LATEST_PURCHASES:]
    if len(latest) < _FEWEST_PURCHASES:
        return None
    gaps = [(late - early).days for early, late in pairwise(latest)]
    middle = float(median(gaps))
    low, _, high = quantiles(gaps, n=4, method="inclusive")
    if middle < rarest or high - low > _STEADINESS * middle:
        return None
    return middle, high - low


def _season(
    around: Around, bought: Mapping[int, Sequence[date]], _basket: Sequence[int]
) -> Iterator[Guess]:
    """What belongs to these weeks of the year, the most frequent first."""
    then = around.today - _YEAR
    found = []
    for item, days in bought.items():
        times = sum(abs(day - then) <= _SAME_WEEKS for day in days)
        had_it_already = days[-1] >= around.today - _SAME_WEEKS
        if times >= _SEASON_VISITS and times >= _SEASON_SHARE * len(days) and not had_it_already:
            found.append((-times, item))
    for minus, item in sorted(found):
        because = Phrase(
            "because they had it {count} time in these weeks a year ago",
            {"count": -minus},
            "because they had it {count} times in these weeks a year ago",
        )
        yield Guess(around.products[item], GuessKind.SEASON, because)
