"""A shop with some weeks of gifts behind it."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from pos_companion.model.money import Money
from pos_companion.model.people import Customer, Source, SourceTouch
from pos_companion.model.staff import Role, Staff
from pos_companion.model.visits import Basket, BasketLine, Visit
from pos_companion.rules import Cap, Period, Redemption, RedemptionState, Scope, Unit
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.own_budget import OWN
from pos_companion.services import Shop
from pos_companion.services.households import join_households
from tests.builders import add_customer, add_product, add_rule

BUDGET = Cap(Scope.RULE, Period.MONTH, 2000, Unit.COST)


def came(
    shop: Shop, customer: Customer, days_ago: int, staff: str = "Mia", hour: int = 10,
    cents: int | None = 750,
) -> Visit:  # fmt: skip
    """A visit some days ago; None for what a till that tells no amounts leaves."""
    day = shop.today - timedelta(days=days_ago)
    at = shop.time.instant(datetime.combine(day, time(hour, customer.id % 60)))
    amount = None if cents is None else Money(cents, shop.profile.currency)
    basket = Basket((BasketLine(add_product("Coffee", shop=shop), Decimal(1), amount),))
    uid = f"{customer.id}-{days_ago}-{hour}"
    visit = Visit(uid, customer.id, at, shop.time.business_day(at), basket, staff=staff)
    shop.storage.visits.record(visit)
    return visit


def give(shop: Shop, visit: Visit, rule: str = "thanks", **about: object) -> Redemption:
    """Something given on a visit; 60 cents unless it says otherwise."""
    values: dict[str, object] = {
        "version": 1, "beneficiary": "self", "state": RedemptionState.GIVEN, "cost": 60,
        "value": 120, "currency": shop.profile.currency, "staff": visit.staff, **about,
    }  # fmt: skip
    key = f"{visit.uid}/{rule}"
    line = Redemption(key, rule, customer=visit.customer, visit=visit.uid, day=visit.day, **values)  # type: ignore[arg-type]
    return shop.storage.ledger.add(line, visit.at)


def weeks_of_gifts(shop: Shop) -> dict[str, Customer]:
    """Eight weeks: Leo never gets anything, Kim always from Sam, and Sam has a card of his own.

    Mia, who is at the counter now and a manager, and Ines serve everybody else, and give a little
    now and then; once against a rule.
    """
    names = ("Ana Silva", "Leo Brandt", "Kim Okafor", "Sam Roe", "Ida Roe", "Priya Nair")
    people = {name.split()[0]: add_customer(name, shop=shop) for name in names}
    add_rule("Thanks", AllOf(()), caps=(BUDGET,), shop=shop)
    join_households(shop, people["Sam"].id, people["Ida"].id)
    others = [add_customer(f"Guest {number}", shop=shop) for number in range(30)]
    with shop.storage.transaction():
        shop.storage.staff.add(Staff(0, "Sam", Role.COUNTER, customer=people["Sam"].id), "")
        mia = shop.storage.staff.add(Staff(0, "Mia", Role.MANAGER), "")
        for day in range(1, 57):
            for number, guest in enumerate(others):
                if (day + number) % 5 == 0:
                    staff = ("Mia", "Ines", "Sam")[(day + number) % 3]
                    visit = came(shop, guest, day, staff, 8 + number % 9)
                    if (day * number) % 23 == 1:
                        give(shop, visit)
        for day in range(1, 57, 4):
            came(shop, people["Leo"], day)
            came(shop, people["Ana"], day, "Ines", cents=None)
            give(shop, came(shop, people["Kim"], day, "Sam"), OWN, reason={"own": "thank_you"})
            came(shop, people["Kim"], day + 1, "Mia")
        give(shop, came(shop, people["Ana"], 2, hour=11), OWN, reason={"own": "rough_day"})
        give(shop, came(shop, people["Priya"], 3), exception="yes_anyway", cost=150)
        give(shop, came(shop, people["Sam"], 5, "Sam", 14), cost=90)
        for day in (1, 8):
            give(shop, came(shop, people["Ida"], day, "Sam", 15), cost=90)
        for who, source, effort in (
            ("Ana", Source.FRIEND, ""),
            ("Leo", Source.SEARCH, "two buses, and it rained"),
            ("Priya", Source.FRIEND, "asked at three other bakeries first"),
        ):
            touch = SourceTouch(people[who].id, 0, shop.today, source, effort=effort)
            shop.storage.touches.add(touch)
    shop.person, shop.staff = mia.id, mia.name
    return people
