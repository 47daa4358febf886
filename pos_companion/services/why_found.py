"""Why somebody was found, when it was not by their own name: "dog Biscuit", "phone …4471".

A street speaks for itself.
"""

from collections.abc import Sequence
from functools import lru_cache

from pos_companion.i18n import N_, Phrase
from pos_companion.model.glimpse import Glimpse
from pos_companion.model.people import HouseholdMember
from pos_companion.services.candidates import Candidate
from pos_companion.storage.at_hand import Look
from pos_companion.storage.folding import digits, search_words
from pos_companion.storage.search_keys import AROUND, STREET
from pos_companion.storage.word_search import Match

_THEN_OTHERS = f"{AROUND} "


def why_found(look: Look, people: Sequence[Candidate], typed: str) -> list[Phrase | None]:
    """What matched, if it was family, a pet, a number or an address; None for their own words."""
    others = {
        one.customer.id: words
        for one in people
        if (AROUND in one.match.text or STREET in one.match.text) and (words := _others(one.match))
    }
    homes = [one.customer.household for one in people if one.customer.id in others]
    members = look.members(homes) if homes else {}
    return [
        _around(one.customer, members.get(one.customer.household or 0, ()), others[one.customer.id])
        if one.customer.id in others
        else None
        if one.match.met
        else _by_key(one.customer, typed)
        for one in people
    ]


def _others(match: Match) -> list[str]:
    """The words that fit and are not the customer's own name or description."""
    own, around, _ = match.text.partition(_THEN_OTHERS)
    if around:
        words = own.split()
        return [word for word in match.met if word not in words or word.startswith(STREET)]
    return [word for word in match.met if word.startswith(STREET)]


def _around(
    customer: Glimpse, members: Sequence[HouseholdMember], words: Sequence[str]
) -> Phrase | None:
    if any(word.startswith(STREET) for word in words):
        return Phrase("{name}", {"name": customer.street})
    for member in () if customer.is_alone else members:
        if member.customer != customer.id and not member.gone and _means(member.name, words):
            about = {"relation": member.relation, "name": member.name}
            return Phrase("{relation} {name}" if member.relation else "{name}", about)
    return None


def _means(name: str, words: Sequence[str]) -> bool:
    return not _names(name).isdisjoint(words)


@lru_cache(maxsize=4096)
def _names(name: str) -> frozenset[str]:
    return frozenset(search_words(name))


def _by_key(customer: Glimpse, typed: str) -> Phrase | None:
    code = typed.casefold()
    if code and code == customer.card.casefold():
        return Phrase(N_("card"))
    if code and code == (customer.source_id or "").casefold():
        return None
    if customer.email and customer.email.casefold().startswith(code):
        return Phrase(N_("e-mail"))
    typed_digits, number = digits(typed), digits(customer.phone)
    if typed_digits and (typed_digits.lstrip("0") or "-") in number:
        return Phrase(N_("phone …{end}"), {"end": number[-4:]})
    if typed_digits and typed_digits in digits(customer.card):
        return Phrase(N_("card"))
    return None
