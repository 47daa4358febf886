"""From a customer to the corner-store card, its Facts and its Offers, read once."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_, Phrase
from pos_companion.insight.anticipation import Around
from pos_companion.insight.cadence import cadence_of
from pos_companion.insight.celebrations import coming_up
from pos_companion.insight.facts import facts_shown
from pos_companion.insight.greeting import greetings
from pos_companion.insight.moods import worry
from pos_companion.insight.stages import standing
from pos_companion.insight.usual import usual_order
from pos_companion.model.card import ComingUp, CustomerCard
from pos_companion.model.care import Concern, Thread
from pos_companion.model.celebrations import Wished
from pos_companion.model.facts import Fact
from pos_companion.model.needs import Need
from pos_companion.model.people import Customer
from pos_companion.model.prompts import Asked
from pos_companion.model.visits import PastVisit, Product, ShopHabits, UsualOrder
from pos_companion.rules import Facts, Ledger, Offer, RedemptionState, Rule, WhyNot
from pos_companion.rules.evaluate import evaluate
from pos_companion.services import Shop
from pos_companion.services.circumstances import at_the_shop
from pos_companion.services.counting import ledger_for
from pos_companion.services.finding import LookedUp, find, look_up, resolve, whoever
from pos_companion.services.guesses import around_of
from pos_companion.services.not_usual import wrong_of
from pos_companion.services.prompts import hushed_keys, prompt_for, without_hushed
from pos_companion.services.standings import beginnings_of, seen_of
from pos_companion.services.weeks import first_weekday
from pos_companion.services.withheld import (
    around_for,
    celebrations_for,
    facts_for,
    is_forgetful,
    members_for,
    threads_for,
)
from pos_companion.storage.care import Remarks

BEST_SELLERS_IN_MIND = 60
_SHOWN_BEST_SELLERS = 5

__all__ = ["Found", "LookedUp", "find", "look_up", "open_card", "resolve", "usual_of"]


@dataclass(frozen=True)
class Found:
    """A customer at the counter.

    Attributes:
        card: what the counter shows.
        facts: what the rules judged; a changed basket is judged again without the database.
        offers: what fits now, the one to show first at the front.
        why_not: a reason for every other rule.
        rules, ledger: what was judged by, for judging again.
        visit_uid: the id this visit will have; a retry is the same visit.
        accepted: ids of offers already promised on this visit.
        best_sellers: for the chips when there is no usual, best first.
        greetings: other ways to greet, the one on the card first.
        wishes: what they were wished well for, newest first.
        around: what a guess is made from; None where nothing is to be guessed.
        to_approve: offers that a second person has to agree to first.
        as_read: what the records were when they were read, and the facts made of them.
    """

    card: CustomerCard
    facts: Facts
    offers: tuple[Offer, ...]
    why_not: tuple[WhyNot, ...]
    rules: tuple[Rule, ...]
    ledger: Ledger
    visit_uid: str
    accepted: tuple[str, ...] = ()
    best_sellers: tuple[Product, ...] = ()
    greetings: tuple[Phrase, ...] = ()
    wishes: tuple[Wished, ...] = ()
    around: Around | None = None
    to_approve: tuple[Offer, ...] = ()
    as_read: tuple[object, Facts] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class _About:
    visit_uid: str
    facts: tuple[Fact, ...]
    threads: tuple[Thread, ...]
    concerns: tuple[Concern, ...]
    asked: tuple[Asked, ...]
    needs: tuple[Need, ...] = ()
    around: tuple[Fact, ...] = ()
    wishes: tuple[Wished, ...] = ()


def open_card(shop: Shop, customer_id: int, visit_uid: str = "") -> Found:
    """Read the card of a customer and judge every rule.

    Args:
        visit_uid: of a visit already begun; empty begins a new one.

    Raises:
        NotFoundError: there is no such customer.
    """
    version = shop.storage.ledger.version()
    customer = whoever(shop, customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    visit_uid = visit_uid or new_visit_uid()
    past = shop.storage.visits.look_back(
        customer.id, shop.clock.now(), shop.time, beginnings_of(customer)
    )
    history = past.lately
    customer = _as_of_now(shop, customer)
    products, habits = _catalogue(shop, (*past.last_year, *history))
    remarks = shop.storage.care.open_remarks(customer.id)
    wrong = wrong_of(shop, remarks.not_usual)
    usual = usual_order(history, shop.wall, habits, products, wrong)
    about = _allowed(customer, _about(visit_uid, remarks))
    seen = seen_of(customer, past, about.facts, remarks)
    facts = replace(
        _facts(shop, customer, history, usual, about),
        standing=standing(seen, shop.today, here=True),
        touches=() if is_forgetful(customer) else remarks.touches,
        referred=len(remarks.sent),
        ideas=() if is_forgetful(customer) else remarks.ideas,
    )
    rules, around = shop.storage.circumstances.with_rules()
    facts = at_the_shop(shop, facts, around)
    ledger = ledger_for(shop, customer, rules, visit_uid)
    result = evaluate(facts, rules, ledger)
    card = _card(facts, about, result.why_not)
    return Found(
        card=card,
        facts=facts,
        offers=result.offers,
        why_not=result.why_not,
        to_approve=result.to_approve,
        rules=rules,
        ledger=ledger,
        visit_uid=visit_uid,
        accepted=_accepted(ledger, visit_uid),
        best_sellers=_best_sellers(habits, products),
        greetings=greetings(customer, facts.now, card.celebrations),
        wishes=about.wishes,
        around=around_of(facts, past, products, remarks),
        as_read=(version, facts),
    )


def usual_of(shop: Shop, customer_id: int) -> UsualOrder:
    """The usual order alone; every product the customer knows is in `ranked`."""
    history = shop.storage.visits.history(customer_id, shop.clock.now(), shop.time)
    products, habits = _catalogue(shop, history)
    said = shop.storage.care.open_remarks(customer_id).not_usual
    return usual_order(history, shop.wall, habits, products, wrong_of(shop, said))


def new_visit_uid() -> str:
    """A fresh id for a visit: 122 random bits."""
    return uuid.uuid4().hex


def _about(visit_uid: str, told: Remarks) -> _About:
    return _About(
        visit_uid, told.facts, told.threads, told.concerns, told.asked, told.needs, told.around,
        told.wishes,
    )  # fmt: skip


def _allowed(customer: Customer, about: _About) -> _About:
    return replace(
        about,
        facts=facts_for(customer, about.facts),
        threads=threads_for(customer, about.threads),
        needs=() if is_forgetful(customer) else about.needs,
        around=around_for(customer, about.around),
    )


def _facts(
    shop: Shop, customer: Customer, history: tuple[PastVisit, ...], usual: UsualOrder, about: _About
) -> Facts:
    people = shop.storage.people
    members = people.members(customer.household)
    celebrations = people.celebrations(customer, members)
    return Facts(
        now=shop.wall,
        today=shop.today,
        shop=shop.profile,
        customer=customer,
        members=members_for(customer, members),
        celebrations=celebrations_for(customer, celebrations),
        known=about.facts + about.around,
        visits=history,
        visit_count=customer.visits,
        usual=usual,
        concerns=about.concerns,
        gifts=shop.storage.stock.gifts(shop.profile.currency),
        visit_uid=about.visit_uid,
        staff=shop.staff,
        till=shop.settings.till,
        first_weekday=first_weekday(shop.profile.country),
        hushed=hushed_keys(about.asked, customer, members, shop.today),
    )


def _card(facts: Facts, about: _About, why_not: Sequence[WhyNot]) -> CustomerCard:
    coming = celebrations_ahead(facts)
    shown = facts_shown(about.facts, facts.members, facts.today)
    return CustomerCard(
        today=facts.today,
        customer=facts.customer,
        greeting=greetings(facts.customer, facts.now, coming)[0],
        usual=facts.usual,
        pronunciation=facts.customer.say_as,
        household=tuple(
            member
            for member in facts.members
            if not member.gone and member.customer != facts.customer.id
        ),
        celebrations=coming,
        facts=tuple(one.fact for one in shown),
        told=shown,
        needs=about.needs,
        done=tuple(one for one in reversed(facts.ideas) if one.is_to_tell),
        is_tender=facts.tender is not None,
        concerns=facts.open_concerns,
        ask=None
        if facts.customer.gone
        else prompt_for(facts, about.facts, about.threads, about.asked, why_not),
        cadence=cadence_of(facts.visits, facts.today),
        standing=facts.standing,
        needs_care=worry(facts.visits) is not None,
    )


def celebrations_ahead(facts: Facts) -> tuple[ComingUp, ...]:
    """The celebrations of the next 30 days, soonest first.

    None for those who do not celebrate, and none in a time in which cheer would hurt.
    """
    if facts.customer.no_celebrations or facts.tender is not None:
        return ()
    told = without_hushed(facts.celebrations, facts.hushed, facts.customer, facts.members)
    return coming_up(told, facts.members, facts.today, facts.shop.leap)


def _as_of_now(shop: Shop, customer: Customer) -> Customer:
    """The counters as they were at the shop's clock, when it is set to a time gone by."""
    now = shop.clock.now()
    if customer.last_visit is None or customer.last_visit <= now:
        return customer
    visits, last = shop.storage.visits.standing(customer.id, now)
    return replace(
        customer,
        visits=visits,
        last_visit=last,
        first_visit=customer.first_visit if visits else None,
    )


def _catalogue(shop: Shop, history: Sequence[PastVisit]) -> tuple[dict[int, Product], ShopHabits]:
    known = {item for visit in history for item in visit.items}
    return shop.storage.catalogue.with_habits(known, shop.profile.currency, BEST_SELLERS_IN_MIND)


def _accepted(ledger: Ledger, visit_uid: str) -> tuple[str, ...]:
    return tuple(
        row.offer
        for row in ledger.own
        if row.visit == visit_uid and row.state is RedemptionState.ACCEPTED
    )


def _best_sellers(habits: ShopHabits, products: dict[int, Product]) -> tuple[Product, ...]:
    best = (products[product] for product in habits.best if product in products)
    return tuple(product for product in best if product.available)[:_SHOWN_BEST_SELLERS]
