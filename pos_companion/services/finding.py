"""Finds people: the shape of what was typed decides where to look."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from pos_companion.errors import (
    BadInputError,
    CompanionError,
    NotFoundError,
    SeveralFoundError,
)
from pos_companion.i18n import N_, NearDay, Phrase
from pos_companion.importers.contacts import is_payment_card, phone_is_card
from pos_companion.model.card import Hit
from pos_companion.model.dates import ShopTime
from pos_companion.model.day_starts import DayStarts
from pos_companion.model.glimpse import Glimpse
from pos_companion.model.people import Customer
from pos_companion.services import Shop
from pos_companion.services.candidates import candidates
from pos_companion.services.following import how_current
from pos_companion.services.scan_codes import code_ways, without_symbology
from pos_companion.services.why_found import why_found
from pos_companion.storage.at_hand import MOST
from pos_companion.storage.folding import digits, folded_words

_LONGEST = 200
_QUARTER = 900
_PAYMENT_CARD = N_("That looks like a payment card. It was not read or kept.")
_IN_STORE = ("02", "04", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29")


@dataclass(frozen=True)
class LookedUp:
    """What a scan or a finished line of typing led to.

    Attributes:
        card_of: the customer whose card code it is exactly; the card opens at once.
        hits: else the people it may mean, best first.
        refused: why it was not looked for at all (a payment card, a product's barcode), or why
            nobody can be found just now.
        note: why the hits may not be all there are.
    """

    card_of: int | None = None
    hits: tuple[Hit, ...] = ()
    refused: Phrase | None = None
    note: Phrase | None = None


def look_up(shop: Shop, text: str) -> LookedUp:
    """Look up a scan or a whole line: a card opens at once, anything else gives a list."""
    code = _cleaned(text)
    if _is_payment_card(code):
        return LookedUp(refused=Phrase(_PAYMENT_CARD))
    for way in code_ways(code):
        if is_payment_card(way):
            return LookedUp(refused=Phrase(_PAYMENT_CARD))
        owners = shop.storage.search.by_card(way)
        if len(owners) == 1:
            return LookedUp(card_of=owners[0])
    found = as_typed(shop, code)
    if found.hits or found.refused is not None:
        return found
    return replace(found, refused=why_not_looked_for(code))


def as_typed(shop: Shop, text: str) -> LookedUp:
    """Whoever a text may mean that is still being typed."""
    hits, note = find(shop, text), how_current(shop)
    is_whole = shop.storage.search.standing().is_whole
    return LookedUp(hits=hits, refused=None if hits or is_whole else note, note=note)


def why_not_looked_for(text: str) -> Phrase | None:
    """Why nobody can be found by it: signs alone, a payment card, a product; None for the rest."""
    code = _cleaned(text)
    if not any(sign.isalnum() for sign in code):
        return Phrase(N_("Type a letter or a digit: of a name, a number or a card."))
    if _is_payment_card(code):
        return Phrase(_PAYMENT_CARD)
    if is_product_code(code):
        return Phrase(N_("That is a product, not a customer card."))
    return None


def find(shop: Shop, text: str, limit: int = 6) -> tuple[Hit, ...]:
    """Find people by any fragment: name, phone digits, card, e-mail, family member or pet.

    Returns:
        At most `limit` people, best first: those it names whole before those it begins to, and
        the ones who come most before the rest. Empty for a text without letters and digits.
    """
    typed = _cleaned(text)
    if not typed or _is_payment_card(typed):
        return ()
    look = shop.storage.search.at_hand.look()
    people = candidates(shop, look, typed, limit)
    if not people:
        return ()
    quarter = int(shop.clock.now().timestamp()) // _QUARTER
    shown = _shown_in(quarter, shop.profile.zone, shop.profile.day_starts_at)
    hits = [shown(one.customer) for one in people]
    names = [hit.customer.name for hit in hits]
    if len(set(names)) < len(names):
        hits = [_told_apart(hit) if names.count(hit.customer.name) > 1 else hit for hit in hits]
    reasons = why_found(look, people, typed)
    return tuple(
        [
            hit if why is None else Hit(hit.customer, hit.name, hit.detail, why)
            for hit, why in zip(hits, reasons, strict=True)
        ]
    )


def _is_payment_card(typed: str) -> bool:
    """Whether a payment card was typed or swiped: its number alone, or with what stands around."""
    return is_payment_card(typed) or phone_is_card(typed)


def _told_apart(hit: Hit) -> Hit:
    street, end = hit.customer.street, digits(hit.customer.phone)[-2:]
    if street:
        values = {"street": street, "detail": hit.detail}
        detail = Phrase("{street} · {detail}", values)
    elif end:
        detail = Phrase(N_("phone …{end} · {detail}"), {"end": end, "detail": hit.detail})
    else:
        return hit
    return Hit(hit.customer, hit.name, detail)


# Typing on shows mostly the same people again. No day begins, and no clock is changed, within a
# quarter of an hour: all zones differ by whole ones.
@lru_cache(maxsize=1)
def _shown_in(quarter: int, zone: str, day_starts_at: int) -> Callable[[Glimpse], Hit]:
    days = DayStarts(ShopTime(ZoneInfo(zone) if zone else None, day_starts_at))
    today = days.day_of(quarter * _QUARTER)
    kept: dict[int, Hit] = {}

    def shown(customer: Glimpse) -> Hit:
        hit = kept.get(customer.id)
        if hit is None or hit.customer is not customer:
            if len(kept) >= MOST:
                kept.clear()
            detail = _seen(None if customer.last is None else days.day_of(customer.last), today)
            if customer.visits:
                values = {"count": customer.visits, "seen": detail}
                detail = Phrase("{count} visit · {seen}", values, "{count} visits · {seen}")
            hit = kept[customer.id] = Hit(customer, display_name(customer), detail)
        return hit

    return shown


def resolve(shop: Shop, text: object) -> int:
    """The one customer somebody means: by id, by card code, or by text that finds exactly one.

    Raises:
        NotFoundError: nobody fits.
        SeveralFoundError: more than one person fits.
        BadInputError: it is neither a text nor a whole number.
    """
    if isinstance(text, bool) or not isinstance(text, str | int):
        raise BadInputError(N_("{name} must be a text."), name="customer")
    typed = _cleaned(str(text))
    if typed.isascii() and typed.isdigit():
        known = whoever(shop, int(typed[:18]))
        if known is not None:
            return known.id
    search = shop.storage.search
    exact = search.by_source_id(typed) or search.by_card(typed)
    if len(exact) == 1:
        return exact[0]
    hits = () if exact else find(shop, typed, limit=9)
    # Their family is found by their name too, who may be customers: a whole name means its owner.
    named = [hit.customer.id for hit in hits if _is_called(hit.customer, typed)]
    found = exact or (named if len(named) == 1 else [hit.customer.id for hit in hits])
    if not found:
        raise _nobody(typed)
    if len(found) > 1:
        raise SeveralFoundError(
            N_("{text} finds {count} people. Say more, or use the id."),
            text=typed,
            count=len(found),
        )
    return found[0]


def _is_called(customer: Customer | Glimpse, typed: str) -> bool:
    return bool(customer.name) and folded_words(customer.name) == folded_words(typed)


def _nobody(typed: str) -> CompanionError:
    if not typed:
        return NotFoundError(N_("Say which customer: by their id, their card or their name."))
    if _is_payment_card(typed):
        return BadInputError(_PAYMENT_CARD)
    return NotFoundError(N_("Nobody is found by {text}."), text=typed)


def whoever(shop: Shop, customer_id: int) -> Customer | None:
    """The customer with this number, or whose record the one with this number became."""
    people = shop.storage.people
    return people.get(customer_id) or people.get(shop.storage.merging.survivor(customer_id) or 0)


def display_name(customer: Customer | Glimpse) -> Phrase:
    """The name to show; a wording for a customer known by a number or a description alone."""
    if customer.name:
        return Phrase("{name}", {"name": customer.name})
    if customer.description:
        return Phrase("{name}", {"name": customer.description})
    return Phrase(N_("Customer {number}"), {"number": customer.source_id or str(customer.id)})


def last_seen(shop: Shop, customer: Customer, today: date) -> Phrase:
    """When they were last here, as seen from today; a new face when they never were."""
    last = customer.last_visit
    return _seen(None if last is None else shop.time.business_day(last), today)


@lru_cache(maxsize=1024)
def _seen(day: date | None, today: date) -> Phrase:
    if day is None:
        return Phrase(N_("not here yet"))
    return Phrase(N_("last here {day}"), {"day": NearDay(day, today)})


def is_product_code(code: str) -> bool:
    """Whether it is an article's barcode (EAN-8, UPC-A, EAN-13) and not an in-store card."""
    if not (code.isascii() and code.isdigit()) or len(code) not in {8, 12, 13}:
        return False
    if len(code) == 13 and code.startswith(_IN_STORE):
        return False
    weighted = sum(int(sign) * (3 if at % 2 else 1) for at, sign in enumerate(code[::-1]))
    return weighted % 10 == 0


def _cleaned(text: str) -> str:
    """Without control characters, a scanner's symbology mark and outer spaces; not too long."""
    text = text[: _LONGEST * 4]
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else " " for sign in text)
    return without_symbology(text.strip())[:_LONGEST]
