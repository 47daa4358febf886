"""What can be offered on a visit: by rule, after a second yes, and of the cashier's own budget."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.model.visits import Basket
from pos_companion.rules import Offer
from pos_companion.rules.evaluate import evaluate
from pos_companion.services import Shop, deed
from pos_companion.services.deeds.card import offer_values
from pos_companion.services.finding import resolve
from pos_companion.services.forms import uid_of
from pos_companion.services.giving import own_budget
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.visit_forms import lines_of


@deed
def offers(
    shop: Shop,
    customer: str | int,
    visit: str = "",
    items: Sequence[str | Mapping[str, Any]] = (),
) -> Mapping[str, Any]:
    """Judge every rule for a customer, with what lies on the counter.

    Args:
        customer: see the package.
        visit: uid of a visit already begun; empty begins one.
        items: as in the deed `visit`; none while it is not known what they take.

    Returns:
        `{"visit": uid, "offers": […], "to_approve": […], "own": {"left_today", "left_for_them":
        {"amount", "currency"}, "offers": […]}, "accepted": [id], "why_not": [{"rule", "code",
        "sentence"}]}`. An offer is one of the deed `card` with `needs`, the reason why more than
        their yes is needed or empty, `reason_required`, whether whoever gives it says why,
        `beneficiary` and `budget`, what is left, in a sentence.
    """
    found = with_items(shop, open_card(shop, resolve(shop, customer), uid_of(visit)), items)
    own = own_budget(shop, found)
    return {
        "visit": found.visit_uid,
        "offers": [whole_offer(one) for one in found.offers],
        "to_approve": [whole_offer(one) for one in found.to_approve],
        "own": {
            "left_today": money_values(own.left_today),
            "left_for_them": money_values(own.left_for_them),
            "offers": [whole_offer(one) for one in own.offers],
        },
        "accepted": list(found.accepted),
        "why_not": [
            {"rule": no.rule.id, "code": no.code, "sentence": words(no.sentence)}
            for no in found.why_not
        ],
    }


def with_items(shop: Shop, found: Found, items: object) -> Found:
    """A card judged again with what lies on the counter."""
    lines = lines_of(shop, items)
    if not lines:
        return found
    facts = found.facts.with_basket(Basket(tuple(lines)))
    result = evaluate(facts, found.rules, found.ledger)
    return replace(
        found,
        facts=facts,
        offers=result.offers,
        why_not=result.why_not,
        to_approve=result.to_approve,
    )


def whole_offer(offer: Offer) -> dict[str, Any]:
    """An offer with what a script needs to accept it."""
    return {
        **offer_values(offer),
        "needs": offer.needs,
        "reason_required": offer.rule.reason_required,
        "beneficiary": offer.beneficiary,
        "budget": words(offer.budget) if offer.budget else "",
    }


def money_values(money: Money) -> dict[str, Any]:
    """Money in plain values."""
    return {"amount": money.amount, "currency": money.currency}
