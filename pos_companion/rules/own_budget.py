"""A cashier's own budget: any gift on the shelf, or a little off the ticket, without a Rule.

It is a Rule all the same, made here from what the shop decided, so that guards, suitability, stock
and limits hold for it as for every other, and the same ledger counts it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pos_companion.i18n import N_
from pos_companion.model.money import Money
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.facts import Facts
from pos_companion.rules.guards import refused_by_approval, refused_firmly
from pos_companion.rules.ledger import Ledger
from pos_companion.rules.limits import Limits, Refusal
from pos_companion.rules.offering import Candidate, choices, make_offers
from pos_companion.rules.once import Wish
from pos_companion.rules.parts import Effect
from pos_companion.rules.results import Offer
from pos_companion.rules.rule import Cap, Period, Rule, Scope, Unit

OWN = "own"
"""The id of the rule; no rule of the shop may have it."""
OWN_NAME = N_("Your own budget")
_SAY = N_("A little something from us.")
_WHY = N_("Whoever stands in front of somebody knows best what would do them good.")


@dataclass(frozen=True)
class OwnChoice:
    """What a cashier may give of their own accord now.

    Attributes:
        left_today: of the cashier's budget of this business day.
        left_for_them: of what this customer may be given in some days.
        offers: what there is room for, the cheapest first; one that `needs` something is beyond
            the budget, or needs a second person.
    """

    left_today: Money
    left_for_them: Money
    offers: tuple[Offer, ...]


def own_rule(facts: Facts, effect: Effect) -> Rule:
    """The rule of the own budget, for one thing to give."""
    own = facts.circumstances.own
    return Rule(
        id=OWN,
        name=OWN_NAME,
        when=AllOf(),
        effects=(effect,),
        say=_SAY,
        why=_WHY,
        version=0,
        caps=(
            Cap(Scope.STAFF, Period.DAY, own.per_day, Unit.COST),
            Cap(Scope.PERSON, Period.ROLLING, own.for_stage(facts.stage), Unit.COST, own.days),
        ),
    )


def own_choice(facts: Facts, ledger: Ledger, off: Sequence[Money] = ()) -> OwnChoice:
    """Everything on the shelf that suits them, and some amounts off the ticket.

    Args:
        off: amounts to take off; more than the shop allows at once is beyond the budget.
    """
    limits = Limits(facts, ledger)
    gifts = [Gift(gift.id) for gift in facts.gifts.values() if gift.free > 0]
    effects: list[Effect] = [*gifts, *(AmountOff(amount) for amount in off)]
    offers = [offer for effect in effects for offer in _offers(effect, facts, limits)]
    nothing = own_rule(facts, AmountOff(Money(0, facts.shop.currency)))
    today, theirs = (limits.left(cap, _wish(nothing, facts)) for cap in nothing.caps)
    return OwnChoice(
        today, theirs, tuple(sorted(offers, key=lambda one: (one.cost.amount, one.id)))
    )


def _offers(effect: Effect, facts: Facts, limits: Limits) -> list[Offer]:
    rule = own_rule(facts, effect)
    if refused_firmly(rule, facts) is not None:
        return []
    answer = rule.when.judge(facts)
    needs = ""
    found = choices(rule, facts, answer, limits)
    if isinstance(found, Refusal):
        needs = found.code
        found = choices(replace(rule, caps=()), facts, answer, Limits(facts, Ledger()))
    if isinstance(found, Refusal):
        return []
    approval = refused_by_approval(rule, facts)
    if approval is not None:
        needs = approval.code
    elif isinstance(effect, AmountOff) and effect.amount.amount > facts.circumstances.own.most_off:
        needs = needs or "budget_visit"
    offers = make_offers(Candidate(rule, facts, answer, tuple(found)), needs)
    return [replace(offer, id=_id_of(effect, offer)) for offer in offers]


def _id_of(effect: Effect, offer: Offer) -> str:
    what = effect.taken_from_shelf
    return f"{offer.id}:gift:{what}" if what else f"{offer.id}:off:{offer.cost.amount}"


def _wish(rule: Rule, facts: Facts) -> Wish:
    nothing = Money(0, facts.shop.currency)
    return Wish(rule, facts.beneficiary, nothing, nothing)
