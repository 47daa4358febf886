"""A small invented shop for the tests of rules: Rosa, her daughter Ana and the dog Biscuit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from pos_companion.i18n import words
from pos_companion.model.care import Concern
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.money import Money
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.model.shop import ShopProfile
from pos_companion.model.stock import Gift
from pos_companion.model.visits import (
    Basket,
    BasketLine,
    PastVisit,
    Product,
    UsualItem,
    UsualOrder,
    UsualState,
)
from pos_companion.rules import (
    SELF,
    Answer,
    Condition,
    Effect,
    Evaluation,
    Facts,
    Ledger,
    Offer,
    Redemption,
    RedemptionState,
    Rule,
    Verdict,
)
from pos_companion.rules.as_json import read_rule
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects.gift import Gift as GiftEffect
from pos_companion.rules.evaluate import evaluate

PRESETS = Path(__file__).parents[3] / "resources" / "presets" / "rules"
READY_MADE = {
    path.stem: read_rule(path.read_text("utf-8")) for path in sorted(PRESETS.glob("*.json"))
}

TODAY = date(2026, 11, 20)  # a Friday
ROSA = Customer(id=1, name="Rosa Delgado", household=7)
TOMAS = HouseholdMember(id=10, name="Tomás", relation="husband", customer=2)
ANA = HouseholdMember(id=11, name="Ana", relation="daughter", species=Species.CHILD)
BISCUIT = HouseholdMember(id=12, name="Biscuit", relation="dog", species=Species.DOG)
MISO = HouseholdMember(id=13, name="Miso", relation="cat", species=Species.CAT)

DOG_BISCUIT = Gift(1, "Dog biscuit, peanut-free", 23, Money(40, "EUR"), tags=frozenset({"dog"}))
COOKIE = Gift(2, "Cookie", 30, Money(60, "EUR"), tags=frozenset({"nuts", "sweet"}))
CANDLE = Gift(3, "Birthday candle", 12, Money(90, "EUR"))
PEANUT_BONE = Gift(4, "Peanut bone", 9, Money(50, "EUR"), tags=frozenset({"dog", "nuts"}))
SHELF = {gift.id: gift for gift in (DOG_BISCUIT, COOKIE, CANDLE, PEANUT_BONE)}

COFFEE = Product(1, "4001", "Flat white", "coffee", Money(350, "EUR"))
CROISSANT = Product(2, "4002", "Croissant", "bakery", Money(240, "EUR"))


def facts(**changes: Any) -> Facts:
    """Rosa at the counter at half past nine; name only what matters."""
    today = changes.get("today", TODAY)
    base = Facts(
        now=datetime.combine(today, time(9, 30)),
        today=today,
        shop=ShopProfile(),
        customer=ROSA,
        members=(ANA, BISCUIT),
        gifts=SHELF,
        visit_uid="visit-now",
        staff="Mia",
    )
    if "visits" in changes:
        changes.setdefault("visit_count", len(changes["visits"]))
    return replace(base, **changes)


def visits(*days_ago: int, today: date = TODAY) -> tuple[PastVisit, ...]:
    """Visits so many days ago, oldest first."""
    days = [today - timedelta(days=ago) for ago in sorted(days_ago, reverse=True)]
    return tuple(
        PastVisit(f"visit-{at}", datetime.combine(day, time(9)), day, (1,))
        for at, day in enumerate(days)
    )


def birthday(text: str, being: HouseholdMember | None = None, **changes: Any) -> Celebration:
    """A birthday such as "11-21" or "2019-11-21", of Rosa or of somebody at home."""
    base = Celebration(
        customer=1,
        n=being.id if being else 1,
        who=being.name if being else "Rosa",
        kind=CelebrationKind.BIRTHDAY,
        date=PartialDate.parse(text),
        being=being.id if being else None,
        species=being.species if being else Species.PERSON,
    )
    return replace(base, **changes)


def fact(kind: FactKind, subject: str, about: HouseholdMember | None = None, **more: Any) -> Fact:
    """Something they told us."""
    who = about.id if about else None
    return replace(Fact(1, 5, kind, f"{subject}: {kind}", about=who, subject=subject), **more)


def allergy(subject: str, about: HouseholdMember | None = None, **more: Any) -> Fact:
    """An allergy, shown at the counter and never spoken."""
    return fact(FactKind.ALLERGY, subject, about, **{"discretion": Discretion.KNOW, **more})


def concern(**changes: Any) -> Concern:
    """Sour oat milk that Sam looks after."""
    base = Concern(1, 1, "Sour oat milk", "a fresh one on us", "Sam", TODAY, TODAY)
    return replace(base, **changes)


def basket(*lines: tuple[Product, int | None]) -> Basket:
    """Products with what their line cost, in cents."""
    return Basket(
        tuple(
            BasketLine(product, Decimal(1), None if cents is None else Money(cents, "EUR"))
            for product, cents in lines
        )
    )


def usual(*products: Product, state: UsualState = UsualState.ARMED) -> UsualOrder:
    """A usual order we are that sure of."""
    return UsualOrder(state, tuple(UsualItem(product, 1.0, 0.8) for product in products))


def rule(
    when: Condition | None = None, *effects: Effect, rule_id: str = "treat", **changes: Any
) -> Rule:
    """A rule that always holds and gives a candle, unless told otherwise."""
    base = Rule(
        id=rule_id,
        name=rule_id.capitalize(),
        when=when or AllOf(),
        effects=effects or (GiftEffect(CANDLE.id),),
        say="A little something from us.",
        why="Because we like them.",
    )
    return replace(base, **changes)


def row(rule_id: str = "treat", **changes: Any) -> Redemption:
    """Rosa was given something a while ago."""
    base = Redemption(
        key="earlier",
        rule=rule_id,
        version=1,
        customer=1,
        beneficiary=SELF,
        visit="visit-earlier",
        day=TODAY - timedelta(days=3),
        state=RedemptionState.GIVEN,
        cost=90,
        value=90,
        currency="EUR",
        id=1,
        household=7,
    )
    return replace(base, **changes)


def kept(offer: Offer, seen: Facts, **changes: Any) -> Redemption:
    """The line an Offer leaves in the ledger when it is handed over."""
    base = Redemption(
        key=f"{seen.visit_uid}/{offer.id}",
        rule=offer.rule.id,
        version=offer.rule.version,
        customer=seen.customer.id,
        beneficiary=offer.beneficiary,
        visit=seen.visit_uid,
        day=seen.today,
        state=RedemptionState.GIVEN,
        cost=offer.cost.amount,
        value=offer.value.amount,
        currency=offer.cost.currency,
        celebration_year=offer.celebration_year,
        period_key=offer.period_key,
        gift=offer.effect.taken_from_shelf,
        offer=offer.id,
        reason=offer.explanation,
    )
    return replace(base, **changes)


def judged(
    rulebook: Sequence[Rule] | Rule, seen: Facts | None = None, ledger: Ledger | None = None
) -> Evaluation:
    """Evaluate, with nothing given so far unless told otherwise."""
    book = [rulebook] if isinstance(rulebook, Rule) else rulebook
    return evaluate(seen or facts(), book, ledger or Ledger())


def offered(result: Evaluation) -> list[str]:
    """The titles on the card, in order."""
    return [words(offer.title) for offer in result.offers]


def only(result: Evaluation) -> Offer:
    """The one Offer there is."""
    assert len(result.offers) == 1, result
    return result.offers[0]


def refused(result: Evaluation) -> tuple[str, str]:
    """Code and sentence of the one rule that made no Offer."""
    assert len(result.why_not) == 1, result
    return result.why_not[0].code, words(result.why_not[0].sentence)


def says(answer: Answer) -> tuple[Verdict, str]:
    """What an answer says, in words."""
    return answer.verdict, words(answer.phrase)
