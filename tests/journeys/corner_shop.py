"""The corner shop of the journeys and the pictures: invented people on a Friday in November."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pos_companion.model.care import Concern, Thread
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.money import Money
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.model.shop import ShopProfile
from pos_companion.model.stock import Gift
from pos_companion.model.visits import Basket, BasketLine, Product, Visit
from pos_companion.rules import Cap, Period, Rule, Scope
from pos_companion.rules.conditions.celebration import Celebration as CelebrationNear
from pos_companion.rules.conditions.celebration import Who
from pos_companion.rules.conditions.days_since_last import DaysSinceLast
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.effects.gift import Gift as GiveGift
from pos_companion.services import FixedClock, Shop, open_shop
from pos_companion.services.catalogue import refresh_habits
from pos_companion.settings import Settings

PASSPHRASE = "for journeys only"
TODAY = date(2025, 11, 21)
ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2025, 11, 21, 9, 30, tzinfo=ZONE)

Way = tuple[str, str]

PRODUCTS = {
    "Flat white": "coffee",
    "Almond croissant": "croissant",
    "Croissant": "croissant",
    "Filter coffee": "coffee",
    "Still water": "glass-water",
    "Rye loaf": "wheat",
    "Tea": "cup-soda",
    "Smoked cheese 200 g": "pizza",
}


@dataclass
class CornerShop:
    """Fills an empty shop; what it made is found by name."""

    shop: Shop
    products: dict[str, Product]
    people: dict[str, Customer]
    gifts: dict[str, Gift]

    def customer(self, name: str, visits: Sequence[tuple[date, Sequence[Way]]], **more) -> Customer:
        storage = self.shop.storage
        added = storage.people.add(Customer(0, name, **more), NOW)
        for day, items in visits:
            lines = tuple(BasketLine(self.products[item], their_way=way) for item, way in items)
            at = datetime(day.year, day.month, day.day, 9, len(self.people), tzinfo=ZONE)
            uid = f"{added.id}-{day}-{added.card}"
            storage.visits.record(Visit(uid, added.id, at.astimezone(UTC), day, Basket(lines)))
        self.people[name] = storage.people.get(added.id) or added
        return self.people[name]

    def member(self, customer: Customer, name: str, relation: str, species: Species) -> int:
        people = self.shop.storage.people
        whose = people.get(customer.id) or customer
        return people.add_member(whose, HouseholdMember(0, name, relation, species), NOW).id


def corner_shop(folder: Path) -> None:
    """Make the shop in an empty folder, and close it."""
    shop = open_corner_shop(folder)
    with shop.storage.transaction():
        shop.storage.settings.keep_profile(
            ShopProfile(name="Corner Coffee", currency="EUR", country="DE", zone="Europe/Berlin")
        )
    shop.close()
    shop = open_corner_shop(folder)
    with shop.storage.transaction():
        made = CornerShop(shop, {}, {}, {})
        _shelves(made)
        _rosa(made)
        _others(made)
        _rules(made)
    refresh_habits(shop)
    shop.close()


def open_corner_shop(folder: Path, alone: bool = False, passphrase: str = PASSPHRASE) -> Shop:
    """Open it on the Friday of the pictures."""
    return open_shop(Settings(data_dir=folder), passphrase, FixedClock(NOW), alone)


def _shelves(made: CornerShop) -> None:
    storage = made.shop.storage
    for number, (name, icon) in enumerate(PRODUCTS.items(), start=1):
        price = Money(250 + 10 * number, "EUR")
        product = Product(0, f"P{number}", name, price=price, icon=icon)
        made.products[name] = storage.catalogue.add(product)
    for gift in (
        Gift(0, "Dog biscuit, peanut-free", 23, Money(40, "EUR"), icon="paw-print"),
        Gift(0, "Nut cookie", 9, Money(60, "EUR"), tags=frozenset({"nuts"}), icon="cookie"),
        Gift(0, "Cookie", 4, Money(60, "EUR"), reorder_at=5, icon="cookie"),
        Gift(0, "Candle", 11, Money(80, "EUR"), icon="cake-slice"),
    ):
        made.gifts[gift.name] = storage.stock.add(gift)


def _rosa(made: CornerShop) -> None:
    usual: tuple[Way, ...] = (("Flat white", "oat milk"), ("Almond croissant", ""))
    days = [date(2025, 11, 18) - timedelta(days=gap) for gap in _twice_a_week(60)]
    visits = [(day, usual if at != 3 else usual[:1]) for at, day in enumerate(days)]
    rosa = made.customer(
        "Rosa Delgado",
        list(reversed(visits)),
        call_name="Rosa",
        phone="+4915123454471",
        card="20471100",
        remember=True,
    )
    made.member(rosa, "Tomás", "husband", Species.PERSON)
    ana = made.member(rosa, "Ana", "daughter", Species.CHILD)
    biscuit = made.member(rosa, "Biscuit", "dog", Species.DOG)
    people, care = made.shop.storage.people, made.shop.storage.care
    birthday, wedding = CelebrationKind.BIRTHDAY, CelebrationKind.ANNIVERSARY
    for being, kind, month, day in (
        (biscuit, birthday, 11, 22),
        (ana, birthday, 11, 29),
        (None, wedding, 12, 14),
    ):
        when = PartialDate(None, month, day)
        people.add_celebration(Celebration(rosa.id, 0, "", kind, when, being))
    allergy = "Ana has a peanut allergy"
    care.add_fact(
        Fact(rosa.id, 0, FactKind.ALLERGY, allergy, Discretion.KNOW, ana, "nuts", "Mia", TODAY)
    )
    for text in ("Teaches piano on Thursdays", "Likes the window table", "Saving for a camper van"):
        care.add_fact(Fact(rosa.id, 0, FactKind.NOTE, text, Discretion.SAY, heard_on=TODAY))
    made.shop.storage.concerns.add(
        Concern(
            rosa.id,
            0,
            "Sour oat milk on Tuesday",
            "a fresh one on us",
            "Sam",
            TODAY,
            date(2025, 11, 18),
            "Sorry about the oat milk on Tuesday. Today’s is on us.",
        )
    )
    care.add_thread(
        Thread(
            rosa.id,
            0,
            "How was the half marathon in Lisbon?",
            "Mia",
            date(2025, 11, 6),
            date(2025, 11, 14),
        )
    )


def _others(made: CornerShop) -> None:
    loaf: tuple[Way, ...] = (("Rye loaf", "sliced"), ("Smoked cheese 200 g", ""))
    fridays = [date(2025, 11, 14) - timedelta(weeks=week) for week in range(9)]
    oleg = made.customer(
        "Oleg Marchenko",
        [(day, loaf) for day in reversed(fridays)],
        call_name="Mr Marchenko",
        formal=True,
        card="20471117",
        remember=True,
    )
    made.member(oleg, "Iryna", "wife", Species.PERSON)
    made.shop.storage.care.add_fact(
        Fact(oleg.id, 0, FactKind.NOTE, "Prefers a bag without handles", Discretion.SAY)
    )
    for at, name in enumerate(("Sven Rossi", "Paula Rossi", "Marta Rossi", "Anna Rossi")):
        days = [date(2025, 11, 17) - timedelta(days=5 * week + at) for week in range(12 - at)]
        made.customer(name, [(day, loaf[:1]) for day in reversed(days)], phone=f"+49301234560{at}")
    quinn = [date(2025, 10, 3) - timedelta(days=9 * week) for week in range(7)]
    made.customer("Quinn Rossi", [(day, loaf) for day in reversed(quinn)])
    wei = made.customer("Wei Ito", [(date(2025, 11, 10), loaf[:1])], card="20471124")
    starts = PartialDate(2025, 11, 22)
    made.shop.storage.people.add_celebration(
        Celebration(wei.id, 0, "Wei", CelebrationKind.GRADUATION, starts, yearly=False)
    )
    greta = [date(2025, 10, 17) - timedelta(weeks=week) for week in range(14)]
    made.customer("Greta Novak", [(day, loaf) for day in reversed(greta)])


def _rules(made: CornerShop) -> None:
    gifts = made.gifts
    once_a_year = (Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1),)
    for rule in (
        Rule(
            "pet-birthday",
            "Pet birthday biscuit",
            CelebrationNear(who=Who.PET),
            (GiveGift(gifts["Dog biscuit, peanut-free"].id),),
            "A little something for {pet}’s birthday.",
            "Pets are family.",
            kind="celebration",
            priority=10,
            caps=once_a_year,
        ),
        Rule(
            "regulars",
            "Thank you for coming",
            VisitsAtLeast(5, 60),
            (GiveGift(gifts["Cookie"].id),),
            "A little something with your coffee.",
            "They come rain or shine.",
            priority=50,
            caps=(Cap(Scope.PERSON, Period.MONTH, 1),),
        ),
        Rule(
            "back-again",
            "Back after a long time",
            DaysSinceLast(42),
            (GiveGift(gifts["Candle"].id),),
            "Good to see you, {name}.",
            "It is good to be missed.",
            kind="welcome-back",
            priority=60,
        ),
    ):
        made.shop.storage.rulebook.save(rule, NOW)


def _twice_a_week(count: int) -> list[int]:
    """Days back from a Tuesday: Tuesdays and Fridays."""
    return [7 * (at // 2) + (4 if at % 2 else 0) for at in range(count)]
