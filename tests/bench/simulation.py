"""How fast a shop's past is lived through again with other rules.

The shop is invented: regulars with families and dogs, a quarter of a year of visits, and as many
different rules as a large rulebook holds. The floor is what the same rules cost on the same facts
one after the other, without a report.
"""

import random
import time
from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.money import Money
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.model.stock import Gift
from pos_companion.model.visits import Basket, BasketLine, Product, Visit
from pos_companion.rules import Cap, Condition, GroupMode, Ledger, Period, Rule, Scope, Unit
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.celebration import Celebration as Celebrates
from pos_companion.rules.conditions.celebration import Who
from pos_companion.rules.conditions.days_since_last import DaysSinceLast
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.item_bought import ItemBought
from pos_companion.rules.conditions.time_of_day import TimeOfDay
from pos_companion.rules.conditions.usual_item import UsualItem
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.gift import Gift as GivesGift
from pos_companion.rules.effects.percent_off import PercentOff
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.simulate.past import Options, Past
from pos_companion.rules.simulate.replay import Simulator
from pos_companion.rules.simulate.tell import tell
from pos_companion.services import FixedClock, Shop, open_shop
from pos_companion.services.catalogue import refresh_habits
from pos_companion.services.past_reading import read_past
from pos_companion.services.simulation import Rehearsal
from pos_companion.settings import Settings
from tests.bench.ratios import Figure

VISITS, RULES, NORMAL_VISITS, NORMAL_RULES = 10_000, 50, 3_000, 8
DAYS = 90
NOW = datetime.fromisoformat("2025-11-21T20:00+01:00")
_SAMPLE = 500
_Result = TypeVar("_Result")


def run(folder: Path) -> list[Figure]:
    """Time reading, living through again, and the preview of an edited draft."""
    preview = _preview(folder)
    shop = make_shop(folder / "simulation", VISITS)
    first = shop.today - timedelta(days=DAYS - 1)
    rules = make_rules(RULES)
    reading, past = _timed(lambda: done(read_past(shop, first, shop.today)))
    simulator = Simulator(past)
    # The usual order of then belongs to the facts.
    filling, _ = _timed(lambda: list(simulator.fill(rules)))
    plain = _plain(past, rules)
    took, _ = _timed(lambda: tell(past, rules, simulator.run(rules), Options()))
    figures = [
        Figure(f"{VISITS} visits are read with their facts", reading + filling,
               reading + filling, "the same facts evaluated one by one", plain),
        Figure(
            f"{VISITS} visits × {RULES} rules with the report", took, took,
            "the same facts evaluated one by one", plain, goal=1.5, most_seconds=5.0,
            count=VISITS, unit="visits",
        ),
    ]  # fmt: skip
    shop.close()
    return [*figures, preview]


def _preview(folder: Path) -> Figure:
    shop = make_shop(folder / "preview", NORMAL_VISITS)
    past = done(read_past(shop, shop.today - timedelta(days=DAYS - 1), shop.today))
    rules = make_rules(NORMAL_RULES)
    floor = _plain(past, rules)
    rehearsal = Rehearsal(past, rules)
    done(rehearsal.warm())
    drafts = [
        replace(rule, when=AllOf((rule.when, VisitsAtLeast(1 + edit, 60))))
        for rule in rules
        for edit in range(4)
    ]
    took = sorted(_timed(lambda one=draft: rehearsal.preview(one))[0] for draft in drafts)
    shop.close()
    name = f"preview of a draft over {NORMAL_VISITS} visits and {NORMAL_RULES} rules"
    typical, slow = took[len(took) // 2], took[-1]
    return Figure(name, typical, slow, "the same facts evaluated one by one", floor,
                  most_seconds=0.2)  # fmt: skip


def _plain(past: Past, rules: tuple[Rule, ...]) -> float:
    """Seconds that all cases would take one by one, from a part of them."""
    facts = [
        replace(case.facts, gifts=past.shelf) for case in past.cases[:: len(past.cases) // _SAMPLE]
    ]
    took, _ = _timed(lambda: [evaluate(one, rules, Ledger()) for one in facts])
    return took * len(past.cases) / len(facts)


def _timed(work: Callable[[], _Result]) -> tuple[float, _Result]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def done(steps: Generator[Any, None, _Result]) -> _Result:
    """The result of work that is done in steps."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result


def make_shop(folder: Path, visits: int) -> Shop:
    """A shop of regulars, each with a dog, who came so often in the last 90 days."""
    folder.mkdir()
    shop = open_shop(Settings(data_dir=folder), "for the bench only", FixedClock(NOW))
    chance, currency = random.Random(20), shop.profile.currency
    with shop.storage.transaction():
        products = [
            shop.storage.catalogue.add(Product(0, str(n), f"Item {n}", f"group {n % 5}",
                                               Money(200 + 20 * n, currency)))
            for n in range(40)
        ]  # fmt: skip
        for n in range(6):
            shop.storage.stock.add(Gift(0, f"Gift {n}", 400, Money(40 + n, currency)))
        people = [_person(shop, n, chance) for n in range(visits // 6)]
        moments = sorted(
            (NOW - timedelta(days=chance.uniform(0, DAYS), minutes=30), n) for n in range(visits)
        )
        for at, n in moments:
            _record(shop, at, people[chance.randrange(len(people))], n,
                    chance.sample(products, 3))  # fmt: skip
    refresh_habits(shop)
    return shop


def _person(shop: Shop, n: int, chance: random.Random) -> Customer:
    people = shop.storage.people
    customer = people.add(Customer(0, f"Person {n}", remember=True), NOW)
    rex = people.add_member(customer, HouseholdMember(0, f"Rex {n}", "dog", Species.DOG), NOW)
    for being in (None, rex.id):
        if being or chance.random() < 0.6:
            day = PartialDate(None, chance.randint(1, 12), chance.randint(1, 28))
            kind = CelebrationKind.BIRTHDAY
            people.add_celebration(Celebration(customer.id, 0, "", kind, day, being))
    return customer


def _record(shop: Shop, at: datetime, customer: Customer, n: int, products: list[Product]) -> None:
    lines = tuple(BasketLine(product, amount=product.price) for product in products)
    day = shop.time.business_day(at)
    visit = Visit(f"bench-{n}", customer.id, at, day, Basket(lines), staff="Mia", till="1")
    shop.storage.visits.record(visit)


def make_rules(count: int) -> tuple[Rule, ...]:
    """So many rules, each asking for something else."""
    return tuple(_rule(n) for n in range(count))


def _rule(n: int) -> Rule:
    euro = Money(300, "EUR")
    month = Cap(Scope.RULE, Period.MONTH, 8_000, Unit.COST)
    who = Cap((Scope.PERSON, Scope.HOUSEHOLD)[n % 2], Period.ROLLING, 1, days=7 + n)
    effects = (PercentOff(euro, 500 + n),) if n % 4 == 3 else (GivesGift(1 + n % 6),)
    return Rule(
        id=f"rule-{n}",
        name=f"Rule {n}",
        when=AllOf((_asks(n), VisitsAtLeast(1 + n % 7, 30 + n))),
        effects=effects,
        say="A little something for you.",
        why="They keep coming.",
        priority=n,
        group="thanks" if n % 3 == 0 else "",
        group_mode=GroupMode.FIRST,
        caps=(who, month),
    )


def _asks(n: int) -> Condition:
    clock = datetime.fromisoformat("2025-11-21T07:00").time()
    kinds: tuple[Condition, ...] = (
        Celebrates(who=Who.PET, before=n % 10),
        Celebrates(who=Who.SELF, before=n % 7),
        VisitsNth(3 + n),
        DaysSinceLast(10 + n),
        Weekday((n % 7,)),
        TimeOfDay(clock, clock.replace(hour=8 + n % 12)),
        ItemBought(product=f"Item {n}"),
        FirstVisit(),
        UsualItem(group=f"group {n % 5}"),
    )
    return kinds[n % len(kinds)]
