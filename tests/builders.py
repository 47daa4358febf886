"""Builders: they name what matters in a test and default the rest.

Every builder works on the shop opened last in this test; `shop=` names another one. Nothing is
faked but the clock: the records are real, encrypted, and lie in a temporary folder.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from pos_companion.model.care import Concern, Thread
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.money import Money
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.model.shop import ShopProfile
from pos_companion.model.stock import Gift
from pos_companion.model.visits import Basket, BasketLine, Product, Visit
from pos_companion.rules import Condition, Effect, Offer, Rule
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects import gift as gift_effect
from pos_companion.services import Shop
from pos_companion.services.catalogue import refresh_habits
from pos_companion.services.look_up import Found
from pos_companion.storage.folding import folded
from tests.shops import (
    FRIDAY_MORNING,
    PASSPHRASE,
    SetClock,
    close_shops,
    current,
    open_sample_shop,
    open_test_shop,
)

__all__ = [
    "FRIDAY_MORNING",
    "PASSPHRASE",
    "SetClock",
    "add_celebration",
    "add_concern",
    "add_customer",
    "add_fact",
    "add_gift",
    "add_member",
    "add_product",
    "add_rule",
    "add_thread",
    "add_visit",
    "add_visits",
    "basket",
    "close_shops",
    "days_from",
    "keep_profile",
    "offer_called",
    "open_sample_shop",
    "open_test_shop",
]

_PETS = {"dog": Species.DOG, "cat": Species.CAT, "pet": Species.PET}
_CHILDREN = {"son", "daughter", "child"}


def keep_profile(shop: Shop, **values: object) -> ShopProfile:
    """Change what the shop decided."""
    shop.profile = replace(shop.profile, **values)
    shop.storage.settings.keep_profile(shop.profile)
    return shop.profile


def add_customer(
    name: str = "Ana Silva",
    phone: str = "",
    celebrates: Sequence[tuple[str, int, int]] | Sequence[tuple[str, int, int, str]] = (),
    family: Sequence[tuple[str, str]] = (),
    shop: Shop | None = None,
    **more: object,
) -> Customer:
    """Add a customer.

    Args:
        celebrates: birthdays, (who, month, day) or (who, month, day, relation): the customer's own
            under their name, else those of a dog unless the relation says otherwise.
        family: (name, relation) of people and pets around them.
        more: fields of `Customer`.
    """
    shop = current(shop)
    with shop.storage.transaction():
        values = {"remember": True, **more}
        customer = shop.storage.people.add(Customer(0, name, phone=phone, **values), _now(shop))
        around = {who: add_member(customer, who, relation, shop) for who, relation in family}
        for who, month, day, *relation in celebrates:
            own = who in {customer.name, customer.called}
            if not own and who not in around:
                around[who] = add_member(customer, who, *(relation or ["dog"]), shop=shop)
            add_celebration(customer, PartialDate(None, month, day), around.get(who), shop=shop)
    return shop.storage.people.get(customer.id) or customer


def add_member(
    customer: Customer, name: str, relation: str = "dog", shop: Shop | None = None
) -> HouseholdMember:
    """Add a person or a pet around a customer; the relation says which."""
    shop = current(shop)
    person = Species.CHILD if relation in _CHILDREN else Species.PERSON
    member = HouseholdMember(0, name, relation, _PETS.get(relation, person))
    fresh = shop.storage.people.get(customer.id) or customer
    return shop.storage.people.add_member(fresh, member, _now(shop))


def add_celebration(
    customer: Customer,
    when: PartialDate,
    member: HouseholdMember | None = None,
    kind: CelebrationKind = CelebrationKind.BIRTHDAY,
    shop: Shop | None = None,
    **more: object,
) -> Celebration:
    """Add a day worth remembering, known from the beginning unless `known_since` says when."""
    shop = current(shop)
    who = member.name if member else customer.called
    being = member.id if member else None
    celebration = Celebration(customer.id, 0, who, kind, when, being, **more)
    return shop.storage.people.add_celebration(celebration)


def add_fact(
    customer: Customer,
    text: str,
    kind: FactKind = FactKind.NOTE,
    discretion: Discretion = Discretion.KNOW,
    shop: Shop | None = None,
    **more: object,
) -> Fact:
    """Keep something a customer told us."""
    return current(shop).storage.care.add_fact(Fact(customer.id, 0, kind, text, discretion, **more))


def add_concern(customer: Customer, title: str = "Sour milk", shop: Shop | None = None) -> Concern:
    """Owe a customer something since yesterday; due today."""
    shop = current(shop)
    due, opened = shop.today, shop.today - timedelta(days=1)
    concern = Concern(customer.id, 0, title, "a fresh one", "Sam", due, opened)
    return shop.storage.concerns.add(concern)


def add_thread(customer: Customer, question: str, shop: Shop | None = None) -> Thread:
    """Have something to ask a customer about from today on."""
    shop = current(shop)
    heard = shop.today - timedelta(days=7)
    shop.storage.care.add_thread(Thread(customer.id, 0, question, "Mia", heard, shop.today))
    return shop.storage.care.open_remarks(customer.id)[1][-1]


def add_product(name: str, price: int = 300, shop: Shop | None = None, **more: object) -> Product:
    """Sell something; the price in cents. The same name is the same product."""
    shop = current(shop)
    currency = shop.profile.currency
    known = shop.storage.catalogue.named(name, currency)
    values = {"ref": name, "price": Money(price, currency), **more}
    product = Product(0, name=name, **values)
    return known or shop.storage.catalogue.add(product)


def basket(*names: str, shop: Shop | None = None) -> Basket:
    """What lies on the counter, one of each, at its price."""
    products = [add_product(name, shop=shop) for name in names]
    return Basket(tuple(BasketLine(product, amount=product.price) for product in products))


def add_visit(
    customer: Customer,
    days_ago: int = 7,
    items: Sequence[str] = ("Coffee",),
    at: str = "09:00",
    shop: Shop | None = None,
) -> Visit:
    """Add a visit gone by."""
    shop = current(shop)
    day = shop.today - timedelta(days=days_ago)
    instant = shop.time.instant(datetime.combine(day, time.fromisoformat(at)))
    uid = f"past-{customer.id}-{day}-{at}"
    visit = Visit(
        uid, customer.id, instant, shop.time.business_day(instant), basket(*items, shop=shop)
    )
    with shop.storage.transaction():
        shop.storage.visits.record(visit)
    return visit


def add_visits(
    customer: Customer, count: int, every: int = 7, items: Sequence[str] = ("Coffee",)
) -> None:
    """Add visits gone by, `every` so many days, the latest so many days ago."""
    for back in range(count, 0, -1):
        add_visit(customer, days_ago=back * every, items=items)
    refresh_habits(current())


def add_gift(name: str, left: int = 10, shop: Shop | None = None, **more: object) -> Gift:
    """Put a gift on the shelf; the same name is the same gift. It costs 50 cents."""
    shop = current(shop)
    for known in shop.storage.stock.gifts(shop.profile.currency).values():
        if known.name == name:
            return known
    cost = Money(50, shop.profile.currency)
    return shop.storage.stock.add(Gift(0, name, left, cost, **more))


def add_rule(
    name: str,
    *when: Condition,
    gives: Effect | Sequence[Effect] = (),
    shop: Shop | None = None,
    **more: object,
) -> Rule:
    """Add a rule; unless it `gives` something else, it gives a gift of its own name."""
    shop = current(shop)
    effects = (gives,) if isinstance(gives, Effect) else tuple(gives)
    if not effects:
        effects = (gift_effect.Gift(add_gift(name, shop=shop).id),)
    values = {"say": "A little something for you.", "why": "We like them.", **more}
    condition = when[0] if len(when) == 1 else AllOf(when)
    rule = Rule(folded(name).replace(" ", "-"), name, condition, effects, **values)
    with shop.storage.transaction():
        return shop.storage.rulebook.save(rule, _now(shop))


def offer_called(found: Found, title: str) -> Offer:
    """The offer with this gift or this rule."""
    for offer in found.offers:
        if title in {offer.rule.name, offer.rule.id, offer.title.values.get("what")}:
            return offer
    raise LookupError(f"{title} is not offered; there are {[one.id for one in found.offers]}")


def days_from(shop: Shop, days: int) -> tuple[int, int]:
    """Month and day so many days from today."""
    day: date = shop.today + timedelta(days=days)
    return day.month, day.day


def _now(shop: Shop) -> datetime:
    return shop.clock.now()
