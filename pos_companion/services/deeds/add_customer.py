"""Add a customer."""

from collections.abc import Callable, Mapping
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, words
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.people import Source, Species
from pos_companion.services import Shop, deed
from pos_companion.services.customer_forms import (
    READERS,
    customer_values,
    not_kept_values,
    read_fields,
)
from pos_companion.services.finding import resolve
from pos_companion.services.forms import birthday_of, choice_of, text_of
from pos_companion.services.members import NewMember, add_member
from pos_companion.services.people import NewCustomer, NewDay
from pos_companion.services.people import add_customer as keep_customer
from pos_companion.services.similar import Face, Similar, similar
from pos_companion.services.sources import NewTouch, referred_by
from pos_companion.services.typed import typed_name

_OF_THE_SOURCE = ("source", "source_detail", "effort", "referred_by")
_OF_THE_PET = ("pet", "pet_species", "pet_birthday")
_ELSEWHERE = {"no_celebrations", "no_offers"}


@deed
def add_customer(shop: Shop, **fields: object) -> Mapping[str, Any]:
    """Keep a new customer; a name or a description is enough, everything else may be left out.

    A person who may be known already is never refused: `similar` says who it might be, and why.

    Args:
        fields: texts `name`, `call_name`, `say_as`, `phone`, `email`, `card`, `description`,
            `best_time`, `street`, `tags` (with commas between); `formal` true or
            false; `channel` (counter, phone, sms, messenger, mail, post); `remember` true, false or
            null when nobody has asked;
            `birthday`, as far as it is known (`1990-05-01`, `05-01`, `--05`, `1990`); `pet`,
            `pet_species` (dog, cat, pet), `pet_birthday`; `source` (passing, friend, search,
            social, review, paper, event, other), `source_detail`, `effort`, `referred_by` (a
            customer).

    Returns:
        `{"customer": {"id", "shown_as", the texts and flags above, "no_celebrations",
        "no_offers", "remember", "channel", "gone", "referred_by": id or ""}, "similar": [{"id",
        "name", "detail", "why", "reasons": [...]}], "not_kept": [names of fields], "why"}`.
        Without `remember: true` only what they are called is kept; `not_kept` names the rest.
    """
    values = read_fields(fields, _readers(shop))
    pet, touch = _pet(values), _touch(values)
    born = values.pop("birthday", None)
    days = () if born is None else (NewDay(CelebrationKind.BIRTHDAY, born),)
    new = NewCustomer(**values, days=days, touch=touch)
    alike = similar(
        shop,
        Face(
            new.name, new.phone, new.email, new.card, new.call_name, born,
            around=() if pet is None else (pet.name,),
        ),
    )  # fmt: skip
    with shop.storage.transaction():
        customer = keep_customer(shop, new)
        if pet is not None and customer.remember:
            add_member(shop, customer.id, pet)
        sender = referred_by(shop, customer.id)
    withheld = [_SHOWN.get(one, one) for one in new.not_kept]
    if pet is not None and not customer.remember:
        withheld.append("pet")
    return {
        "customer": {
            **customer_values(customer),
            "referred_by": "" if sender is None else str(sender.id),
        },
        "similar": [_hit_values(hit) for hit in alike],
        **not_kept_values(withheld),
    }


_SHOWN = {"days": "birthday", "touch": "source"}


def _readers(shop: Shop) -> dict[str, Callable[[object, str], Any]]:
    own = {name: reader for name, reader in READERS.items() if name not in _ELSEWHERE}
    texts = dict.fromkeys(("pet", "source_detail", "effort"), text_of)
    return {
        **own,
        **texts,
        "birthday": lambda value, name: birthday_of(value, name, shop.today),
        "pet_birthday": lambda value, name: birthday_of(value, name, shop.today),
        "pet_species": lambda value, name: choice_of(value, name, Species),
        "source": lambda value, name: choice_of(value, name, Source),
        "referred_by": lambda value, _: resolve(shop, value),
    }


def _pet(values: dict[str, Any]) -> NewMember | None:
    name, species, born = (values.pop(one, None) for one in _OF_THE_PET)
    if name is None and (species is not None or born is not None):
        raise BadInputError(N_("A pet needs its name."))
    if name is None:
        return None
    species = species or Species.PET
    if not species.is_pet:
        raise BadInputError(N_("A pet is a dog, a cat or a pet. Add people with add_member."))
    return NewMember(typed_name(name), species=species, birthday=born)


def _touch(values: dict[str, Any]) -> NewTouch | None:
    source, detail, effort, sender = (values.pop(one, None) for one in _OF_THE_SOURCE)
    if all(one is None for one in (source, detail, effort, sender)):
        return None
    if source is None:
        source = Source.OTHER if sender is None else Source.FRIEND
    return NewTouch(source, detail or "", effort or "", sender)


def _hit_values(hit: Similar) -> dict[str, Any]:
    return {
        "id": str(hit.customer.id),
        "name": words(hit.name),
        "detail": words(hit.detail),
        "why": words(hit.why) if hit.why else "",
        "reasons": [words(reason) for reason in hit.reasons],
    }
