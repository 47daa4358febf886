"""Open the card of a customer."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.insight.anticipation import guess
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.insight.rhythm import rhythm
from pos_companion.model.cadence import Cadence
from pos_companion.model.card import ComingUp, ShownFact
from pos_companion.model.celebrations import keep_secret
from pos_companion.model.needs import Need
from pos_companion.model.people import HouseholdMember
from pos_companion.model.prompts import Outcome
from pos_companion.model.visits import UsualItem
from pos_companion.rules import Offer
from pos_companion.services import Shop, deed
from pos_companion.services.finding import display_name, resolve
from pos_companion.services.look_up import Found, open_card


@deed
def card(shop: Shop, customer: str | int) -> Mapping[str, Any]:
    """Open the card of one customer, with the offers and a reason for every other rule.

    Args:
        customer: see the package.

    Returns:
        - `customer`: `id`, `name`, `say`, `greeting` (to be said as it stands), `visits`,
          `first_visit`.
        - `usual`: `[{"product", "name", "reason", "confidence", "their_way"}]`, with `usual_state`,
          `usual_reason`, `usual_confidence`; `rhythm` in sentences; `cadence` or null:
          `typical_days`, `quick_days`, `slow_days`, `late_days`, `weekdays` (0 is Monday),
          `hours`: [from, to] or null, `timing`: early, due, late or lapsed, and `steady`: whether
          it may be said.
        - `stage`: as in the deed `stage`, this visit counted; `stage_since`: day or null.
        - `guess`: the one thing they may need beside the usual, or null: `{"product", "name",
          "kind": together, due or season, "because"}`.
        - `household`: `[{"id", "customer": id or "", "name", "relation", "species", "say"}]`.
        - `celebrations` of 30 days: `[{"customer", "n", "who", "kind", "title", "what", "date",
          "through", "days", "private"}]`; `private` is for the cashier's eyes alone.
        - `told`: `[{"n", "text", "kind", "stale", "discretion", "about": member's id or "",
          "heard_by", "source", "note"}]`; what is stale is worded as a question. Nothing locked.
        - `tell_them`: ideas of theirs that are done and that they have to hear of, `[{"n", "text",
          "answer"}]`; `needs`: `[{"n", "text", "heard_by", "heard_on"}]`; `owe`: `[{"n", "title",
          "promise", "owner", "due", "severity": small or serious}]`.
        - `ask`: the one question of this visit or "", with `ask_key` and `ask_outcomes`.
        - `offers`: `[{"id", "rule", "title", "reason", "say", "cost": {"amount": minor units,
          "currency"}, "till", "private"}]`; `why_not`: `[{"rule", "code", "sentence"}]`.
    """
    return card_values(open_card(shop, resolve(shop, customer)))


def card_values(found: Found) -> dict[str, Any]:
    """A card in plain values."""
    shown = found.card
    customer = shown.customer
    entered = shown.standing.entered(shown.standing.stage)
    return {
        "customer": {
            "id": str(customer.id),
            "name": words(display_name(customer)),
            "say": shown.pronunciation or customer.called,
            "greeting": words(shown.greeting),
            "visits": customer.visits,
            "first_visit": customer.first_visit.isoformat() if customer.first_visit else None,
        },
        "usual": [_usual_values(item) for item in shown.usual.shown],
        "usual_state": shown.usual.state.value,
        "usual_reason": words(shown.usual.reason) if shown.usual.reason else "",
        "usual_confidence": round(shown.usual.confidence, 3),
        "rhythm": [words(line) for line in rhythm(customer, shown.cadence, shown.today)],
        "cadence": _cadence_values(shown.cadence),
        "stage": shown.standing.stage.value,
        "stage_since": entered.isoformat() if entered else None,
        "guess": _guess_values(found),
        "household": [_member_values(member) for member in shown.household],
        "celebrations": [_celebration_values(coming) for coming in shown.celebrations],
        "told": [_told_values(one) for one in shown.told],
        "tell_them": [{"n": one.n, "text": one.text, "answer": one.answer} for one in shown.done],
        "needs": [_need_values(need) for need in shown.needs],
        "owe": [
            {
                "n": concern.n,
                "title": concern.title,
                "promise": concern.promise,
                "owner": concern.owner,
                "due": concern.due.isoformat(),
                "severity": concern.severity.value,
            }
            for concern in shown.concerns
        ],
        "ask": words(shown.ask.question) if shown.ask else "",
        "ask_key": shown.ask.key if shown.ask else "",
        "ask_outcomes": [one.value for one in Outcome if shown.ask and one in shown.ask.outcomes],
        "offers": [offer_values(offer) for offer in found.offers],
        "why_not": [
            {"rule": no.rule.id, "code": no.code, "sentence": words(no.sentence)}
            for no in found.why_not
        ],
    }


def _cadence_values(cadence: Cadence | None) -> dict[str, Any] | None:
    if cadence is None:
        return None
    return {
        "typical_days": cadence.typical_gap,
        "quick_days": cadence.quick_gap,
        "slow_days": cadence.slow_gap,
        "late_days": cadence.late_gap,
        "weekdays": list(cadence.weekdays),
        "hours": [f"{one:%H:%M}" for one in cadence.hours] if cadence.hours else None,
        "timing": cadence.timing.value,
        "steady": cadence.is_steady,
    }


def _guess_values(found: Found) -> dict[str, Any] | None:
    basket = [item.product.id for item in found.card.usual.basket]
    guessed = guess(found.around, basket) if found.around else None
    if guessed is None:
        return None
    return {
        "product": guessed.product.ref,
        "name": guessed.product.name,
        "kind": guessed.kind.value,
        "because": words(guessed.because),
    }


def _usual_values(item: UsualItem) -> dict[str, Any]:
    return {
        "product": item.product.ref,
        "name": item.product.name,
        "reason": words(item.reason) if item.reason else "",
        "confidence": round(item.confidence, 3),
        "their_way": item.their_way,
    }


def _member_values(member: HouseholdMember) -> dict[str, Any]:
    return {
        "id": str(member.id),
        "customer": "" if member.customer is None else str(member.customer),
        "name": member.name,
        "relation": member.relation,
        "species": member.species.value,
        "say": member.say_as,
    }


def _celebration_values(coming: ComingUp) -> dict[str, Any]:
    celebration = coming.celebration
    secret = keep_secret(celebration)
    return {
        "customer": str(celebration.customer),
        "n": celebration.n,
        "who": celebration.who,
        "kind": celebration.kind.value,
        "title": celebration.title,
        "what": words(celebration_title(celebration)),
        "date": coming.span.first.isoformat(),
        "through": coming.span.last.isoformat(),
        "days": coming.days,
        "private": words(secret) if secret else "",
    }


def _told_values(shown: ShownFact) -> dict[str, Any]:
    fact = shown.fact
    return {
        "n": fact.n,
        "text": words(shown.phrase),
        "kind": fact.kind.value,
        "stale": shown.is_question,
        "discretion": fact.discretion.value,
        "about": "" if fact.about is None else str(fact.about),
        "heard_by": fact.heard_by,
        "source": words(shown.source) if shown.source else "",
        "note": words(shown.note) if shown.note else "",
    }


def _need_values(need: Need) -> dict[str, Any]:
    return {
        "n": need.n,
        "text": need.text,
        "heard_by": need.heard_by,
        "heard_on": need.heard_on.isoformat() if need.heard_on else "",
    }


def offer_values(offer: Offer) -> dict[str, Any]:
    """An offer in plain values, as the card answers it."""
    return {
        "id": offer.id,
        "rule": offer.rule.id,
        "title": words(offer.title),
        "reason": words(offer.reason),
        "say": words(offer.say),
        "cost": {"amount": offer.cost.amount, "currency": offer.cost.currency},
        "till": words(offer.on_the_till) if offer.on_the_till else "",
        "private": words(offer.private) if offer.private else "",
    }
