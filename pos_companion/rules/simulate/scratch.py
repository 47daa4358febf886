"""A ledger and a shelf that exist only while a simulation runs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from pos_companion.rules.facts import Facts
from pos_companion.rules.ledger import Redemption, Tally
from pos_companion.rules.limits import SHOP_WIDE
from pos_companion.rules.occasions import SELF
from pos_companion.rules.once import COUPON_USE
from pos_companion.rules.periods import first_day
from pos_companion.rules.rule import Among, Period, Rule
from pos_companion.rules.simulate.past import Arrival, Past, Shelf


class Scratch:
    """What was given before the simulation and in it, ready to be counted over."""

    def __init__(self, past: Past) -> None:
        self._at_home = past.at_home
        self._of_customer: dict[int, list[Redemption]] = defaultdict(list)
        self._of_home: dict[int, list[Redemption]] = defaultdict(list)
        self._of_being: dict[str, list[Redemption]] = defaultdict(list)
        self._days: dict[str, dict[tuple[date, str, str], list[int]]] = defaultdict(dict)
        self._counted: Counter[str] = Counter()
        self._starts: dict[tuple[tuple[str, ...], date, int], tuple[date, ...]] = {}
        self._of_all: dict[tuple[str, ...], bool] = {}
        self._sums: dict[tuple[str, tuple[date, ...]], tuple[int, tuple[Tally, ...]]] = {}
        for row in past.before:
            self.add(row)

    def add(self, row: Redemption) -> None:
        """Count one more; it has its number, and the household they live in now."""
        self._of_customer[row.customer].append(row)
        if row.household is not None:
            self._of_home[row.household].append(row)
        if row.beneficiary != SELF:
            self._of_being[row.beneficiary].append(row)
        if not row.period_key.startswith(COUPON_USE):
            sums = self._days[row.rule].setdefault((row.day, row.staff, row.till), [0, 0, 0])
            for at, more in enumerate((1, row.cost, row.value)):
                sums[at] += more
            self._counted[row.rule] += 1

    def own(self, facts: Facts) -> tuple[Redemption, ...]:
        """What the customer and everybody at home were given, in the order it was."""
        home = facts.customer.household
        lists = [self._of_customer.get(facts.customer.id)]
        if home is not None:
            lists.append(self._of_home.get(home))
            lists += map(self._of_being.get, self._at_home.get(home, ()))
        found = {row.id: row for rows in lists if rows for row in rows}
        return tuple(found[number] for number in sorted(found)) if found else ()

    def tallies(self, rules: Sequence[Rule], facts: Facts) -> tuple[Tally, ...]:
        """Sums over the whole shop, as coarse as the periods of these rules' limits allow.

        Args:
            rules: those that are judged; one whose limit counts all rules asks for all sums. An
                id always stands for the same rule.
        """
        ids = tuple(rule.id for rule in rules)
        key = (ids, facts.today, facts.first_weekday)
        if key not in self._starts:
            self._starts[key] = tuple(sorted(_starts(rules, facts)))
        starts = self._starts[key]
        if not starts:
            return ()
        if ids not in self._of_all:
            self._of_all[ids] = any(cap.counted is Among.ALL for rule in rules for cap in rule.caps)
        wanted = self._days if self._of_all[ids] else ids
        return tuple(tally for rule in wanted for tally in self._since(rule, starts))

    def _since(self, rule: str, starts: tuple[date, ...]) -> tuple[Tally, ...]:
        rows = self._counted[rule]
        known = self._sums.get((rule, starts))
        if known is None or known[0] != rows:
            known = self._sums[rule, starts] = (rows, tuple(self._summed(rule, starts)))
        return known[1]

    def _summed(self, rule: str, starts: tuple[date, ...]) -> Iterator[Tally]:
        sums: dict[tuple[date, str, str], list[int]] = {}
        for (day, staff, till), parts in reversed(self._days.get(rule, {}).items()):
            if day < starts[0]:
                break
            began = max(start for start in starts if start <= day)
            found = sums.setdefault((began, staff, till), [0, 0, 0])
            for at, part in enumerate(parts):
                found[at] += part
        for (day, staff, till), (count, cost, value) in sums.items():
            yield Tally(rule, day, staff, count, cost, value, till)


class ScratchShelf:
    """How many of each gift there would be."""

    def __init__(self, past: Past, shelf: Shelf) -> None:
        self._unlimited = shelf is Shelf.UNLIMITED
        self._arrivals: Sequence[Arrival] = past.arrivals
        self._at = 0
        self.gifts = past.plenty if self._unlimited else past.shelf

    def until(self, now: datetime) -> None:
        """Let come what came up to a moment."""
        while self._at < len(self._arrivals) and self._arrivals[self._at].at <= now:
            arrival = self._arrivals[self._at]
            self._at += 1
            if not self._unlimited:
                self._change(arrival.gift, arrival.pieces)

    def take(self, gift: int | None) -> None:
        """One is given."""
        if gift is not None and not self._unlimited:
            self._change(gift, -1)

    def _change(self, number: int, pieces: int) -> None:
        gift = self.gifts.get(number)
        if gift is not None:
            left = max(0, gift.on_hand + pieces)
            self.gifts = {**self.gifts, number: replace(gift, on_hand=left)}


def _starts(rules: Iterable[Rule], facts: Facts) -> set[date]:
    return {
        first_day(cap, facts.today, facts.first_weekday) or date.min
        for rule in rules
        for cap in rule.caps
        if cap.scope in SHOP_WIDE and cap.period is not Period.VISIT
    }
