"""Two hundred rules for one customer, and a gift that is promised and given with its visit.

Both are timed in turns with their floor: half as many rules, and the least a deed can write.
"""

import os
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from pos_companion.model.money import Money
from pos_companion.model.stock import Gift as OnShelf
from pos_companion.rules import Cap, Period, Rule, RuleState, Scope, Unit
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.evaluate import evaluate
from pos_companion.services import Shop
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.offers import accept_offer
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.storage import PAGE
from tests.bench.counter import one_row
from tests.bench.ratios import Figure, in_turns

RULES = 200
SAMPLES = 420
MOST_SECONDS = 0.020
LINEAR = 2.2
TWICE = 2.0
MEMORY_SECONDS = 0.0001
"""A page that is on the disk sooner than this has not been waited for."""
_EVERY_DAY = Weekday(tuple(range(7)))


def run(shop: Shop) -> list[Figure]:
    """Time the evaluation of many rules, and a gift given."""
    rows = shop.storage.rows("SELECT id FROM customer WHERE visits >= 10 ORDER BY id LIMIT 500")
    regulars = [row[0] for row in rows]
    return [judging(shop, regulars), giving(shop, regulars)]


def judging(shop: Shop, regulars: list[int]) -> Figure:
    """Many rules of all the kinds a shop starts with, for one customer after the other."""
    ready = list(shop.storage.rulebook.rules())
    many = [replace(ready[n % len(ready)], id=f"rule-{n}", group="") for n in range(RULES)]
    cards = [open_card(shop, customer) for customer in regulars[:60]]
    work = []
    for n in range(SAMPLES):
        card = cards[n % len(cards)]
        work.append((_judge(card, many[: RULES // 2]), _judge(card, many)))
    return in_turns(
        f"{RULES} rules for one customer", f"{RULES // 2} rules", work,
        goal=LINEAR, most_seconds=MOST_SECONDS,
    )  # fmt: skip


def giving(shop: Shop, regulars: list[int]) -> Figure:
    """A gift is promised and given with the visit: two transactions on the disk."""
    offers_one_rule(shop)
    chance = random.Random(3)
    counters = [_Counter(shop, chance.choice(regulars)) for _ in range(SAMPLES)]
    work = [(lambda: two_rows(shop), one.give, one.open_card) for one in counters]
    before = _given(shop)
    waits = disk_waits(shop.settings.folder)
    figure = in_turns(
        "accept a gift and record the visit",
        f"two one-row transactions, {'fsynced' if waits else 'on a disk that does not wait'}",
        work, clock=time.perf_counter, goal=TWICE if waits else None,
    )  # fmt: skip
    if _given(shop) != before + len(work):
        raise RuntimeError(f"{_given(shop) - before} gifts were given instead of {len(work)}")
    return figure


def offers_one_rule(shop: Shop) -> None:
    """One rule that always gives, and enough on the shelf."""
    with shop.storage.transaction():
        for rule in shop.storage.rulebook.rules():
            shop.storage.rulebook.stand(replace(rule, state=RuleState.PAUSED))
        gift = shop.storage.stock.add(
            OnShelf(0, "Candle", 10_000, Money(50, shop.profile.currency))
        )
        budget = Cap(Scope.RULE, Period.DAY, 10_000_000, Unit.COST)
        given = Rule("always", "Always", _EVERY_DAY, (Gift(gift.id),), "For you.", "Why not.",
                     caps=(budget,))  # fmt: skip
        shop.storage.rulebook.save(given, shop.clock.now())


def give(shop: Shop, found: Found) -> None:
    """What the counter does: Space, then Enter."""
    accept_offer(shop, found, found.offers[0])
    deed = VisitDeed(found.visit_uid, found.card.customer.id, take=found.offers[:1])
    record_visit(shop, deed)


class _Counter:
    """Somebody stands there: the card is opened, then what it offers is given."""

    def __init__(self, shop: Shop, customer: int) -> None:
        self._shop = shop
        self._customer = customer

    def open_card(self) -> None:
        """Not timed here: the card has a figure of its own."""
        self._found = open_card(self._shop, self._customer)

    def give(self) -> None:
        """As it was shown a moment ago."""
        give(self._shop, self._found)


def disk_waits(folder: Path) -> bool:
    """Whether a page that is to be on the disk takes longer than one in memory would."""
    path, page, taken = folder / "disk.test", os.urandom(PAGE), []
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        for at in range(50):
            start = time.perf_counter()
            os.pwrite(handle, page, at * PAGE)
            os.fdatasync(handle)
            taken.append(time.perf_counter() - start)
    finally:
        os.close(handle)
        path.unlink()
    return median(taken) > MEMORY_SECONDS


def two_rows(shop: Shop) -> None:
    """The least two deeds can write."""
    one_row(shop)
    one_row(shop)


def _judge(card: Found, rules: list[Rule]) -> Callable[[], object]:
    return lambda: evaluate(card.facts, rules, card.ledger)


def _given(shop: Shop) -> int:
    return int(shop.storage.rows("SELECT count(*) FROM redemption WHERE state = 'given'")[0][0])
