"""A small invented past: Rosa and others come, day after day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from pos_companion.model.money import Money
from pos_companion.model.people import Customer
from pos_companion.model.visits import PastVisit
from pos_companion.rules import Cap, Facts, Period, Redemption, RedemptionState, Rule, Scope, Unit
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.simulate.past import Case, Past
from tests.pos_companion.rules.cases import CANDLE, TODAY, facts

FIRST = TODAY - timedelta(days=29)
MONTHLY = Cap(Scope.RULE, Period.MONTH, 10_000, Unit.COST)


def thanks(name: str = "thanks", **changes: Any) -> Rule:
    """Everybody gets a candle on every visit, unless it is changed."""
    base = Rule(
        id=name,
        name=name,
        when=VisitsAtLeast(1, 30),
        effects=(Gift(CANDLE.id),),
        say="A little something.",
        why="Because.",
        caps=(MONTHLY,),
    )
    return replace(base, **changes)


def case(customer: int, day: date, at: int = 9, **changes: Any) -> Case:
    """A visit of somebody without a household on a day, at an hour."""
    wall = datetime.combine(day, time(at))
    base = facts(
        today=day,
        now=wall,
        customer=Customer(customer, f"Customer {customer}"),
        members=(),
        visit_uid=f"{day}-{customer}-{at}",
        **changes,
    )
    return Case(replace(base, gifts={}))


def past(*cases: Case, **changes: Any) -> Past:
    """A past of these visits, with ten candles on the shelf."""
    shelf = {CANDLE.id: replace(CANDLE, on_hand=10)}
    return Past(FIRST, TODAY, "EUR", tuple(cases), **{"shelf": shelf, **changes})


def daily(customers: Sequence[int] = (1, 2), days: int = 5) -> list[Case]:
    """Some people come every day."""
    return [
        case(customer, FIRST + timedelta(days=day), 9 + at, visits=_before(customer, day))
        for day in range(days)
        for at, customer in enumerate(customers)
    ]


def _before(customer: int, days: int) -> tuple[PastVisit, ...]:
    came = [FIRST + timedelta(days=day) for day in range(days)]
    return tuple(
        PastVisit(f"{day}-{customer}", datetime.combine(day, time(9)), day, (1,)) for day in came
    )


def given(visit: Facts, rule: str = "thanks", **changes: Any) -> Redemption:
    """What was really given on a visit."""
    base = Redemption(
        key=f"{visit.visit_uid}/{rule}/self",
        rule=rule,
        version=1,
        customer=visit.customer.id,
        beneficiary="self",
        visit=visit.visit_uid,
        day=visit.today,
        state=RedemptionState.GIVEN,
        cost=90,
        value=90,
        currency="EUR",
        gift=CANDLE.id,
        offer=f"{rule}:self",
        id=1000,
    )
    return replace(base, **changes)


EURO = Money(100, "EUR")
