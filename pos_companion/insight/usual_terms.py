"""What speaks for a product on this visit, term by term; usual.md §3."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from math import log
from typing import NamedTuple

from pos_companion.insight.usual_past import Past
from pos_companion.insight.usual_wrong import DOUBT
from pos_companion.model.visits import ShopHabits

BEST_SELLERS = 60
"""How many of the shop's best sellers are considered for somebody who has not had them."""

_SHOPS_PART = 0.3
_AGAIN_VISITS = 4


class Terms(NamedTuple):
    """What speaks for a product, and what each of these counts; all in natural logarithms.

    Attributes:
        mix: share of the visits like this one that hold it, drawn towards the shop's share.
        sure: how near that share comes to all of them.
        known: 1 when they have had it.
        visits: for what they have had, the number of visits we know.
        curiosity: for what they never had, how much new they take lately.
        rebuy: how often people come back for it.
        again: how often they came back for it themselves, since the first time.
        lately: its share in the last few visits.
        hour, weekday: how much more at this time of the day, on this weekday; -2 to 2.
        due, overdue: days since over their own gap: -3 to 0 until it is reached, 0 to 2.5 beyond.
        size: how many things people take along with it.
        size_now: the same, times how much more than usual is expected now.
        size_early: the same, over the number of visits we know.
        own_size: how much more than usual they take themselves when they take it.
        expected: how many things are expected now.
        always: 1.
    """

    mix: float
    sure: float
    known: float
    visits: float
    curiosity: float
    rebuy: float
    again: float
    lately: float
    hour: float
    weekday: float
    due: float
    overdue: float
    size: float
    size_now: float
    size_early: float
    own_size: float
    expected: float
    always: float


class _Row(NamedTuple):
    """What a visit adds to each product it holds."""

    weight: float
    big: bool
    hour: float
    weekday: float
    lately: float
    kept: float
    times: float
    size: float


def _rows(past: Past) -> list[_Row]:
    columns = (
        past.weights, past.big, past.hours, past.same_weekday, past.lately, past.kept,
        [1.0] * len(past.visits), past.sizes,
    )  # fmt: skip
    return list(map(_Row._make, zip(*columns, strict=True)))


def _halved(row: _Row) -> _Row:
    return _Row(
        row.weight * DOUBT, row.big, row.hour * DOUBT, row.weekday * DOUBT, row.lately * DOUBT,
        row.kept * DOUBT, row.times * DOUBT, row.size,
    )  # fmt: skip


def known_terms(past: Past, habits: ShopHabits) -> Iterator[tuple[int, Terms]]:
    """Products the customer had; one long sum, because it is read by every look-up."""
    rows = _rows(past)
    doubtful = {
        item: [_halved(row) for row in rows[:before]] + rows[before:]
        for item, before in past.doubted.items()
    }
    count = len(past.visits)
    all_big = sum(weight for weight, big in zip(past.weights, past.big, strict=True) if big)
    all_small = sum(past.weights) - all_big
    all_hours, all_weekdays = sum(past.hours) + 2, sum(past.same_weekday) + 4
    after = list(accumulate(reversed(past.kept)))[::-1]
    half, chance_small = past.recency / 2, past.small_chance
    visits, expected = log(count), past.expected_size + past.mean_size
    for item, places in past.positions.items():
        table = doubtful.get(item, rows)
        small = large = hours = sizes = lately = kept = times = weekdays = 0.0
        for place in places:
            weight, big, hour, weekday, late, keep, once, size = table[place]
            if big:
                large += weight
            else:
                small += weight
            hours += hour
            weekdays += weekday
            lately += late
            kept += keep
            times += once
            sizes += size
        share, first = times / count, places[0]
        evenly = 2 * (small + large) / (all_small + all_big)
        mix = chance_small * (small + evenly) / (all_small + 2)
        mix += (1 - chance_small) * (large + evenly) / (all_big + 2)
        mix = (mix * half + _SHOPS_PART * habits.popularity.get(item, 0.0)) / (half + 1)
        rebuy = habits.rebuy.get(item, habits.mean_rebuy)
        again = kept - table[first].kept + _AGAIN_VISITS * rebuy
        later = after[first] - past.kept[first] + _AGAIN_VISITS
        usual = max(share, 0.001) + 0.01
        due, overdue = _due(past, places, habits.gap.get(item, habits.mean_gap))
        size_of = habits.size.get(item, habits.mean_size)
        yield (
            item,
            Terms(
                mix=log(max(1e-5, mix)),
                sure=-log(1.02 - min(1.0, mix)),
                known=1.0,
                visits=visits,
                curiosity=0.0,
                rebuy=log(rebuy),
                again=log(again / later),
                lately=log(lately + 0.01),
                hour=_clip(log(((hours + 2 * share) / all_hours + 0.01) / usual)),
                weekday=_clip(log(((weekdays + 4 * share) / all_weekdays + 0.01) / usual)),
                due=due,
                overdue=overdue,
                size=size_of,
                size_now=size_of * past.expected_size,
                size_early=size_of / count,
                own_size=sizes / len(places) - past.mean_size,
                expected=expected,
                always=1.0,
            ),
        )


def _clip(value: float) -> float:
    return max(-2.0, min(2.0, value))


def _due(past: Past, places: Sequence[int], shop_gap: float) -> tuple[float, float]:
    first, last = past.days[places[0]], past.days[places[-1]]
    gap = max(0.5, (last - first + shop_gap) / len(places))
    due = log(max(0.0, past.today - last) / gap + 0.05)
    # One purchase tells no gap of their own.
    return max(-3.0, min(0.0, due)) if len(places) > 1 else 0.0, max(0.0, min(2.5, due))


def new_terms(past: Past, habits: ShopHabits) -> Iterator[tuple[int, Terms]]:
    """Best sellers the customer never had."""
    new = (item for item in habits.best if item not in past.positions and item not in past.out)
    half, curiosity = past.recency / 2, log(past.curiosity + 0.05)
    for item in islice(new, BEST_SELLERS):
        size = habits.size.get(item, habits.mean_size)
        mix = _SHOPS_PART * habits.popularity.get(item, 0.0) / (half + 1)
        yield (
            item,
            Terms(
                mix=log(max(1e-5, mix)),
                sure=-log(1.02 - mix),
                known=0.0,
                visits=0.0,
                curiosity=curiosity,
                rebuy=log(habits.rebuy.get(item, habits.mean_rebuy)),
                again=0.0,
                lately=0.0,
                hour=0.0,
                weekday=0.0,
                due=0.0,
                overdue=0.0,
                size=size,
                size_now=size * past.expected_size,
                size_early=size / len(past.visits),
                own_size=size - past.mean_size,
                expected=past.expected_size + past.mean_size,
                always=1.0,
            ),
        )
