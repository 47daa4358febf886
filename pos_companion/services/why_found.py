"""Why somebody was found, when it was not by their own name: "dog Biscuit", "phone …4471"."""

from pos_companion.i18n import N_, Phrase
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.services import Shop
from pos_companion.services.withheld import members_for
from pos_companion.storage.folding import digits, search_words
from pos_companion.storage.search import Match
from pos_companion.storage.search_keys import AROUND


def why_found(shop: Shop, customer: Customer, match: Match, typed: str) -> Phrase | None:
    """What matched, if it was family, a pet, a number or an address; None for their own words."""
    if not match.met:
        return _by_key(customer, typed)
    own = match.text.partition(f"{AROUND} ")[0].split()
    strange = [word for word in match.met if word not in own]
    if not strange:
        return None
    members = members_for(customer, shop.storage.people.members(customer.household))
    for member in members:
        if member.customer != customer.id and _means(member, strange):
            about = {"relation": member.relation, "name": member.name}
            return Phrase("{relation} {name}" if member.relation else "{name}", about)
    return None


def _means(member: HouseholdMember, words: list[str]) -> bool:
    names = search_words(member.name)
    return not member.gone and any(word in names for word in words)


def _by_key(customer: Customer, typed: str) -> Phrase | None:
    code = typed.casefold()
    if code and code == customer.card.casefold():
        return Phrase(N_("card"))
    if code and code == customer.source_id.casefold():
        return None
    if customer.email and customer.email.casefold().startswith(code):
        return Phrase(N_("e-mail"))
    typed_digits, number = digits(typed), digits(customer.phone)
    if typed_digits and (typed_digits.lstrip("0") or "-") in number:
        return Phrase(N_("phone …{end}"), {"end": number[-4:]})
    if typed_digits and typed_digits in digits(customer.card):
        return Phrase(N_("card"))
    return None
