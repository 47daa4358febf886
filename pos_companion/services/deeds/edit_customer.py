"""Correct a customer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.people import Customer
from pos_companion.services import Shop, deed
from pos_companion.services.at_home import customer_of
from pos_companion.services.customer_forms import (
    READERS,
    customer_values,
    not_kept_values,
    read_fields,
)
from pos_companion.services.finding import resolve
from pos_companion.services.people import WITH_THEIR_YES
from pos_companion.services.people import edit_customer as keep_customer


@deed
def edit_customer(shop: Shop, customer: str | int, **fields: object) -> Mapping[str, Any]:
    """Change some fields of a customer; the others stay as they are.

    Args:
        customer: see the package.
        fields: texts `name`, `call_name`, `say_as`, `phone`, `email`, `card`, `description`,
            `best_time`, `street`, `tags` (words of the shop's own, with commas between); `formal`,
            `no_celebrations`, `no_offers` true or false; `channel` (counter, phone, sms,
            messenger, mail, post); `remember` true, false or null.

    Returns:
        `{"customer": {"id", "shown_as", all the fields, "gone"}, "not_kept": [names of fields],
        "why"}`. What is new and needs a yes they have not given is named in `not_kept`.
    """
    values = read_fields(fields, READERS)
    if not values:
        raise BadInputError(N_("Say what to change: {names}."), names=", ".join(sorted(READERS)))
    with shop.storage.transaction():
        known = customer_of(shop, resolve(shop, customer))
        wanted = replace(known, **values)
        withheld = _not_kept(known, wanted)
        back = {name: getattr(known, name) for name in withheld}
        kept = keep_customer(shop, replace(wanted, **back))
    return {"customer": customer_values(kept), **not_kept_values(withheld)}


def _not_kept(known: Customer, wanted: Customer) -> list[str]:
    """What would be new and needs a yes they have not given."""
    if wanted.remember:
        return []
    stands_in = {"description"} if not wanted.name else set()
    return [
        name
        for name in WITH_THEIR_YES
        if name in READERS
        and name not in stands_in
        and getattr(wanted, name)
        and getattr(wanted, name) != getattr(known, name)
    ]
