"""Who may be known already: the people like somebody who is being added, or who is there twice.

It is a warning with its evidence, never a refusal: namesakes are welcome.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pos_companion.i18n import Phrase
from pos_companion.importers.contacts import phone_number
from pos_companion.insight.sameness import Evidence, Sketch, evidence
from pos_companion.model.card import Hit
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.services import Shop
from pos_companion.services.finding import display_name, last_seen
from pos_companion.storage.folding import digits, folded, folded_words

_MOST = 3
_AT_A_QUESTION = 16
_LOOKED_INTO = 12
_SHORTEST_PHONE = 6


@dataclass(frozen=True)
class Face:
    """What is known of somebody so far, as it was typed.

    Attributes:
        around: names of family and pets.
        customer: their number when they are in the records; 0 for somebody new.
        household: where they live, when they are in the records.
    """

    name: str = ""
    phone: str = ""
    email: str = ""
    card: str = ""
    call_name: str = ""
    birthday: PartialDate | None = None
    around: tuple[str, ...] = ()
    customer: int = 0
    household: int | None = None


@dataclass(frozen=True)
class Similar(Hit):
    """Somebody who may be the same person.

    Attributes:
        reasons: why we think so, the strongest first; never empty.
    """

    reasons: tuple[Phrase, ...] = ()


def similar(shop: Shop, face: Face, limit: int = _MOST) -> tuple[Similar, ...]:
    """The people who may be the one being added, or another record of the one who is known.

    Returns:
        At most `limit`, those with the strongest evidence first.
    """
    sketch = _sketch_of_face(shop, face)
    candidates = [one for one in _candidates(shop, face) if one != face.customer]
    people = shop.storage.people.some(candidates[:_LOOKED_INTO])
    found = [(evidence(sketch, _sketch(shop, one)), one) for one in people]
    found = [(signs, one) for signs, one in found if _speaks(signs, one, face)]
    found.sort(key=lambda pair: (-pair[0].weight, -pair[1].visits, pair[1].id))
    return tuple(_similar(shop, one, signs) for signs, one in found[:limit])


def twins_of(shop: Shop, customer: Customer, limit: int = _MOST) -> tuple[Similar, ...]:
    """The people who may be another record of a customer."""
    members = _members(shop, customer)
    face = replace(
        _face_of(shop, customer, members),
        around=tuple(one.name for one in members if one.customer != customer.id),
        customer=customer.id,
        household=customer.household,
    )
    return similar(shop, face, limit)


def likeness(shop: Shop, one: Customer, other: Customer) -> Evidence:
    """What speaks for two records being one person's; may be nothing."""
    return evidence(_sketch(shop, one), _sketch(shop, other))


def _speaks(signs: Evidence, one: Customer, face: Face) -> bool:
    """Enough evidence; those who live together share telephones, and are two all the same."""
    together = face.household is not None and one.household == face.household
    return signs.is_enough and (signs.names_agree or not together)


def _candidates(shop: Shop, face: Face) -> list[int]:
    """Whoever may be meant, those found by numbers first."""
    search = shop.storage.search
    found: list[int] = []
    if face.card:
        found += search.by_card(face.card.strip())
    if "@" in face.email:
        found += search.by_email(face.email, _AT_A_QUESTION)
    for number in dict.fromkeys((_phone(shop, face.phone), digits(face.phone))):
        if len(number) >= _SHORTEST_PHONE:
            found += search.by_number(number, _AT_A_QUESTION)
    for text in _ways_to_ask(face):
        found += search.by_words(text, _AT_A_QUESTION, _AT_A_QUESTION)
    return list(dict.fromkeys(found))


def _ways_to_ask(face: Face) -> list[str]:
    """What to look up so that a slip in one word, or a short form, does not hide anybody."""
    name = folded_words(face.name)
    if len(name) < 2:
        return [f"{name[0]} {folded(one)}" for one in face.around if name and folded(one)]
    first, last = name[0], name[-1]
    called = folded(face.call_name)
    ways = [" ".join(name), f"{first} {last}", f"{last} {first[:1]}", f"{first} {last[:1]}"]
    ways += [f"{first[:3]} {last[:3]}", f"{called} {last}" if called else ""]
    ways += [f"{last} {folded(one)}" for one in face.around if folded(one)]
    ways.append(last)
    return [way for way in dict.fromkeys(ways) if way]


def _sketch_of_face(shop: Shop, face: Face) -> Sketch:
    around = {folded(name): name for name in face.around if folded(name)}
    return Sketch(
        name=tuple(folded_words(face.name)),
        called=tuple(folded_words(face.call_name)),
        phone=_phone(shop, face.phone),
        email=face.email.strip().casefold(),
        card=face.card.strip().casefold(),
        birthday=face.birthday,
        # Who is typed in beside a name may be a pet as well as a child.
        pets=around,
        members=around,
    )


def _face_of(shop: Shop, customer: Customer, members: tuple[HouseholdMember, ...]) -> Face:
    """A customer as they would be typed in, without those around them."""
    return Face(
        name=customer.name,
        phone=customer.phone,
        email=customer.email,
        card=customer.card,
        call_name=customer.call_name,
        birthday=_birthday(shop, customer, members),
    )


def _sketch(shop: Shop, customer: Customer) -> Sketch:
    members = _members(shop, customer)
    others = [one for one in members if one.customer != customer.id and not one.gone]
    return replace(
        _sketch_of_face(shop, _face_of(shop, customer, members)),
        pets=_names(one for one in others if one.species.is_pet),
        members=_names(one for one in others if not one.species.is_pet),
    )


def _members(shop: Shop, customer: Customer) -> tuple[HouseholdMember, ...]:
    """Their household, unless they do not want it kept: then it is no evidence either."""
    hidden = customer.remember is False or "family" in customer.refused
    return () if hidden else shop.storage.people.members(customer.household)


def _names(members: Iterable[HouseholdMember]) -> dict[str, str]:
    return {folded(one.name): one.name for one in members}


def _birthday(
    shop: Shop, customer: Customer, members: tuple[HouseholdMember, ...]
) -> PartialDate | None:
    if customer.remember is False:
        return None
    own = {None, *(one.id for one in members if one.customer == customer.id)}
    for day in shop.storage.people.celebrations(customer, members):
        is_own = day.customer == customer.id and day.being in own
        if is_own and day.kind is CelebrationKind.BIRTHDAY and isinstance(day.date, PartialDate):
            return day.date
    return None


def _phone(shop: Shop, text: str) -> str:
    return digits(phone_number(text, shop.profile.country)) if text.strip() else ""


def _similar(shop: Shop, customer: Customer, signs: Evidence) -> Similar:
    if customer.visits:
        values = {"count": customer.visits, "seen": last_seen(shop, customer, shop.today)}
        detail = Phrase("{count} visit · {seen}", values, "{count} visits · {seen}")
    else:
        detail = last_seen(shop, customer, shop.today)
    return Similar(customer, display_name(customer), detail, signs.reasons[0], signs.reasons)
