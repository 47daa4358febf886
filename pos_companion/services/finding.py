"""Finds people: the shape of what was typed decides where to look."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pos_companion.errors import BadInputError, NotFoundError, SeveralFoundError
from pos_companion.i18n import N_, NearDay, Phrase
from pos_companion.importers.contacts import is_payment_card
from pos_companion.model.card import Hit
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.services import Shop
from pos_companion.storage.folding import digits, folded_words
from pos_companion.storage.people import ToRank

_NO_LETTERS = re.compile("[_\u19b0-\u19c9]")
"""Signs that Python takes for letters and the index of words does not."""
_AIM = re.compile(r"\][A-Za-z][0-9]")
_CANDIDATES = 16
_LONGEST = 200
_IN_STORE = ("02", "04", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29")


@dataclass(frozen=True)
class LookedUp:
    """What a scan or a finished line of typing led to.

    Attributes:
        card_of: the customer whose card code it is exactly; the card opens at once.
        hits: else the people it may mean, best first.
        refused: why it was not looked for at all (a payment card, a product's barcode).
    """

    card_of: int | None = None
    hits: tuple[Hit, ...] = ()
    refused: Phrase | None = None


def look_up(shop: Shop, text: str) -> LookedUp:
    """Look up a scan or a whole line: a card opens at once, anything else gives a list."""
    code = _cleaned(text)
    if is_payment_card(code):
        return LookedUp(
            refused=Phrase(N_("That looks like a payment card. It was not read or kept."))
        )
    owners = shop.storage.search.by_card(code) if code else []
    if len(owners) == 1:
        return LookedUp(card_of=owners[0])
    hits = find(shop, code)
    if not hits and is_product_code(code):
        return LookedUp(refused=Phrase(N_("That is a product, not a customer card.")))
    return LookedUp(hits=hits)


def find(shop: Shop, text: str, limit: int = 6) -> tuple[Hit, ...]:
    """Find people by any fragment: name, phone digits, card, e-mail, family member or pet.

    Returns:
        At most `limit` people, best first: those it names whole before those it begins to, and
        the ones who come most before the rest. Empty for a text without letters and digits.
    """
    typed = _cleaned(text)
    if not typed or is_payment_card(typed):
        return ()
    words = folded_words(typed)
    customers = _ranked(shop, _candidates(shop, typed, limit), words, typed, limit)
    names = [one.name for one in customers]
    today = shop.today
    return tuple(
        Hit(
            one,
            display_name(one),
            _detail(one, last_seen(shop, one, today), names.count(one.name) > 1),
            _why(shop, one, words),
        )
        for one in customers
    )


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
    found = exact or [hit.customer.id for hit in find(shop, typed, limit=9)]
    if not found:
        raise NotFoundError(N_("Nobody is found by {text}."), text=typed)
    if len(found) > 1:
        raise SeveralFoundError(
            N_("{text} finds {count} people. Say more, or use the id."),
            text=typed,
            count=len(found),
        )
    return found[0]


def whoever(shop: Shop, customer_id: int) -> Customer | None:
    """The customer with this number, or whose record the one with this number became."""
    people = shop.storage.people
    return people.get(customer_id) or people.get(shop.storage.merging.survivor(customer_id) or 0)


def display_name(customer: Customer) -> Phrase:
    """The name to show; a wording for a customer known by a number or a description alone."""
    if customer.name:
        return Phrase("{name}", {"name": customer.name})
    if customer.description:
        return Phrase("{name}", {"name": customer.description})
    return Phrase(N_("Customer {number}"), {"number": customer.source_id or str(customer.id)})


def last_seen(shop: Shop, customer: Customer, today: date) -> Phrase:
    """When they were last here, as seen from today; a new face when they never were."""
    if customer.last_visit is None:
        return Phrase(N_("not here yet"))
    day = shop.time.business_day(customer.last_visit)
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
    plain = "".join(sign if sign.isprintable() else " " for sign in text[: _LONGEST * 4])
    return _AIM.sub("", plain.strip(), count=1 if plain.strip().startswith("]") else 0)[:_LONGEST]


def _candidates(shop: Shop, typed: str, limit: int) -> list[int]:
    search = shop.storage.search
    most = max(limit, _CANDIDATES)
    number = digits(typed)
    letters = any(sign.isalpha() for sign in typed)
    plain = _NO_LETTERS.sub(" ", typed)
    if "@" in typed:
        return search.by_email(typed, most) or search.by_words(plain, most, limit)
    exact = search.by_code(typed)
    if letters:
        return list(dict.fromkeys(exact + search.by_words(plain, most, limit)))
    if len(number) >= 3:
        return list(dict.fromkeys(exact + search.by_number(typed, most)))
    return exact


def _ranked(
    shop: Shop, candidates: Sequence[int], words: Sequence[str], typed: str, limit: int
) -> list[Customer]:
    """The best of the candidates, best first; of many, only the best are read whole."""
    people = shop.storage.people
    if len(candidates) <= limit:
        return sorted(people.some(candidates), key=lambda one: _closeness(one, words, typed))
    light = sorted(people.to_rank(candidates), key=lambda one: _closeness(one, words, typed))
    return people.some([one.id for one in light[:limit]])


def _closeness(
    customer: ToRank | Customer, words: Sequence[str], typed: str
) -> tuple[bool | int, ...]:
    own = folded_words(
        f"{customer.name} {customer.call_name}" if customer.call_name else customer.name
    )
    whole = all(word in own for word in words)
    begun = all(any(mine.startswith(word) for mine in own) for word in words)
    exact = typed.casefold() in {customer.card.casefold(), customer.source_id.casefold()}
    number = digits(typed)
    ends = number != "" and digits(customer.phone).endswith(number)
    return (not exact, not whole, not (begun or ends), -customer.visits, customer.id)


def _detail(customer: Customer, seen: Phrase, has_namesake: bool) -> Phrase:
    if customer.visits:
        values = {"count": customer.visits, "seen": seen}
        detail = Phrase("{count} visit · {seen}", values, "{count} visits · {seen}")
    else:
        detail = seen
    end = digits(customer.phone)[-2:]
    if has_namesake and end:
        detail = Phrase(N_("phone …{end} · {detail}"), {"end": end, "detail": detail})
    return detail


def _why(shop: Shop, customer: Customer, words: Sequence[str]) -> Phrase | None:
    """What matched when it was not the customer's own name."""
    own = folded_words(f"{customer.name} {customer.call_name} {customer.description}")
    strange = [word for word in words if not any(mine.startswith(word) for mine in own)]
    if not strange:
        return None
    for member in shop.storage.people.members(customer.household):
        if _means(member, strange) and not member.gone and member.customer != customer.id:
            about = {"relation": member.relation, "name": member.name}
            return Phrase("{relation} {name}" if member.relation else "{name}", about)
    number = digits(customer.phone)
    typed = "".join(strange)
    if typed.isdecimal() and (digits(typed).lstrip("0") or "-") in number:
        return Phrase(N_("phone …{end}"), {"end": number[-4:]})
    if customer.card and customer.card.casefold().startswith(typed):
        return Phrase(N_("card"))
    if typed in customer.email:
        return Phrase(N_("e-mail"))
    return None


def _means(member: HouseholdMember, words: Sequence[str]) -> bool:
    names = folded_words(member.name)
    return any(name.startswith(word) for name in names for word in words)
