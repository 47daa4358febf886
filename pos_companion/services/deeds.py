"""The deeds by name, in plain JSON values: what `script` and `--json` speak."""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.i18n import N_, words
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.insight.rhythm import rhythm
from pos_companion.model.card import Cadence, ComingUp
from pos_companion.model.people import HouseholdMember
from pos_companion.model.visits import Basket, BasketLine, UsualItem, UsualState, VisitKind
from pos_companion.rules import Offer
from pos_companion.rules.evaluate import evaluate
from pos_companion.services import Shop, deed, do
from pos_companion.services.catalogue import basket_line, line_of
from pos_companion.services.finding import display_name, resolve
from pos_companion.services.finding import find as find_people
from pos_companion.services.look_up import Found, new_visit_uid, open_card, usual_of
from pos_companion.services.offers import offer_called
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit

__all__ = ["card", "card_values", "do", "find", "undo", "usual", "visit"]

_MOST = 1000
_LONGEST_UID = 100
_ITEM = {"product", "quantity", "amount"}


@deed
def find(shop: Shop, text: str, limit: int = 6) -> Mapping[str, Any]:
    """People found by any fragment, best first."""
    hits = find_people(shop, _text(text, "text"), _count(limit))
    return {
        "found": [
            {
                "id": str(hit.customer.id),
                "name": words(hit.name),
                "detail": words(hit.detail),
                "why": words(hit.why) if hit.why else "",
            }
            for hit in hits
        ]
    }


@deed
def card(shop: Shop, customer: str | int) -> Mapping[str, Any]:
    """The card of one customer with the offers and a reason for every other rule."""
    return card_values(open_card(shop, resolve(shop, customer)))


@deed
def usual(shop: Shop, customer: str | int, limit: int | None = None) -> Mapping[str, Any]:
    """Every product the customer knows, ranked, best first; then best sellers new to them."""
    order = usual_of(shop, resolve(shop, customer))
    ranked = order.ranked if limit is None else order.ranked[: _count(limit)]
    return {
        "usual": [
            {
                "product": item.product.ref,
                "name": item.product.name,
                "score": round(item.score, 6),
                "reason": words(item.reason) if item.reason else "",
            }
            for item in ranked
        ]
    }


@deed
def visit(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    customer: str | int,
    items: Sequence[str | Mapping[str, Any]] = (),
    usual: bool = False,
    take: Sequence[str] = (),
    uid: str = "",
    kind: str = VisitKind.BOUGHT.value,
) -> Mapping[str, Any]:
    """Record a visit; answers only once it is on the disk.

    Args:
        items: `PRODUCT[:QUANTITY[:AMOUNT]]`, or an object with product, quantity and amount.
        usual: take what the button on the card would record.
        take: ids of offers, or of rules.
        uid: made by the caller; the same uid is the same visit.
    """
    uid = _uid(uid) or new_visit_uid()
    wanted = _texts(take, "take")
    with shop.storage.transaction():
        found = open_card(shop, resolve(shop, customer), uid)
        again = shop.storage.visits.get(uid)
        lines = [] if again else [*_usual_lines(found, usual), *_lines(shop, items)]
        basket = Basket(tuple(lines))
        offers = () if again else _offers(found, basket, wanted)
        recorded = record_visit(
            shop, VisitDeed(uid, found.card.customer.id, basket, _kind(kind), offers)
        )
    return {
        "visit": recorded.uid,
        "redemptions": [
            {"id": str(row.id), "rule": row.rule, "offer": row.offer}
            for row in recorded.redemptions
        ],
    }


@deed
def undo(shop: Shop, uid: str) -> Mapping[str, Any]:
    """Take a visit back."""
    undone = undo_visit(shop, _uid(uid))
    return {"visit": undone.visit.uid, "customer": str(undone.visit.customer), "undone": True}


def card_values(found: Found) -> dict[str, Any]:
    """A card in plain values."""
    shown = found.card
    customer = shown.customer
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
        "household": [_member_values(member) for member in shown.household],
        "celebrations": [_celebration_values(coming) for coming in shown.celebrations],
        "told": [
            {"text": fact.text, "discretion": fact.discretion.value, "heard_by": fact.heard_by}
            for fact in shown.facts
        ],
        "owe": [
            {
                "title": concern.title,
                "promise": concern.promise,
                "owner": concern.owner,
                "due": concern.due.isoformat(),
            }
            for concern in shown.concerns
        ],
        "ask": shown.ask.question if shown.ask else "",
        "offers": [_offer_values(offer) for offer in found.offers],
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
        "weekdays": list(cadence.weekdays),
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
        "name": member.name,
        "relation": member.relation,
        "species": member.species.value,
        "say": member.say_as,
    }


def _celebration_values(coming: ComingUp) -> dict[str, Any]:
    celebration = coming.celebration
    return {
        "who": celebration.who,
        "kind": celebration.kind.value,
        "title": celebration.title,
        "what": words(celebration_title(celebration)),
        "date": coming.span.first.isoformat(),
        "through": coming.span.last.isoformat(),
        "days": coming.days,
    }


def _offer_values(offer: Offer) -> dict[str, Any]:
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


def _usual_lines(found: Found, wanted: object) -> list[BasketLine]:
    if not isinstance(wanted, bool):
        raise BadInputError(N_("{name} must be true or false."), name="usual")
    if not wanted:
        return []
    order = found.card.usual
    if order.state is not UsualState.ARMED:
        raise NotFoundError(N_("There is no usual order yet that could be recorded as it is."))
    return [BasketLine(item.product, their_way=item.their_way) for item in order.basket]


def _lines(shop: Shop, items: object) -> list[BasketLine]:
    if not isinstance(items, list | tuple):
        raise BadInputError(N_("The items must be a list."))
    return [_line(shop, item) for item in items]


def _line(shop: Shop, item: object) -> BasketLine:
    if isinstance(item, str):
        return basket_line(shop, item)
    if not isinstance(item, Mapping) or not item.keys() <= _ITEM:
        raise BadInputError(N_("An item is a text, or an object with product, quantity, amount."))
    given = {name: str(value) for name, value in item.items() if value is not None}
    return line_of(shop, **{"product": "", **given})


def _offers(found: Found, basket: Basket, wanted: Sequence[str]) -> tuple[Offer, ...]:
    facts = found.facts.with_basket(basket) if basket.lines else found.facts
    result = evaluate(facts, found.rules, found.ledger)
    return tuple(offer_called(result, one) for one in wanted)


def _kind(value: object) -> VisitKind:
    try:
        return VisitKind(str(value))
    except ValueError as error:
        kinds = ", ".join(kind.value for kind in VisitKind)
        raise BadInputError(N_("The kind of a visit is one of: {kinds}."), kinds=kinds) from error


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise BadInputError(N_("{name} must be a text."), name=name)
    return value


def _uid(value: object) -> str:
    uid = _text(value, "uid").strip()
    if len(uid) > _LONGEST_UID or not uid.isprintable():
        raise BadInputError(N_("The id of a visit has at most 100 letters."))
    return uid


def _texts(values: object, name: str) -> list[str]:
    if not isinstance(values, list | tuple):
        raise BadInputError(N_("{name} must be a list of texts."), name=name)
    return [_text(value, name) for value in values]


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _MOST:
        raise BadInputError(N_("The limit must be a whole number from 1 to 1000."))
    return value
