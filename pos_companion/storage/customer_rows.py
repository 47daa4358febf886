"""What a row of the table of customers tells."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pos_companion.model.people import Customer, Gone, PreferredChannel
from pos_companion.storage.columns import from_seconds
from pos_companion.storage.consents import REFUSED, refused_kinds

COLUMNS = (
    "id, name, call_name, say_as, formal, phone, email, card, description, language, household_id,"
    " source, source_id, first_visit, last_visit, visits, no_celebrations, no_offers, remember,"
    " channel, best_time, street, tags, gone, gone_on,"
    f" {REFUSED}"
)
"""For a reading of `customer`: what `customer_of` makes a value of."""
_CHANNELS = {one.value: one for one in PreferredChannel}
_WAYS = {one.value: one for one in Gone}


def customer_of(row: Sequence[Any]) -> Customer:
    """The customer a row of `COLUMNS` tells of."""
    (ident, name, call, say, formal, phone, email, card, about, language, household) = row[:11]
    source, source_id, first, last, visits, no_wishes, no_offers, remember = row[11:19]
    channel, best_time, street, tags, gone, gone_on, refused = row[19:]
    customer = object.__new__(Customer)
    # At once: the constructor of a frozen value sets every detail by itself, and a key that is
    # pressed may show six people nobody has seen today.
    vars(customer).update(
        {
            "id": ident,
            "name": name,
            "call_name": call,
            "say_as": say,
            "formal": bool(formal),
            "phone": phone,
            "email": email,
            "card": card,
            "description": about,
            "language": language,
            "household": household,
            "source": source,
            "source_id": source_id or "",
            "first_visit": None if first is None else date.fromordinal(first),
            "last_visit": None if last is None else from_seconds(last),
            "visits": visits,
            "no_celebrations": bool(no_wishes),
            "no_offers": bool(no_offers),
            "remember": None if remember is None else bool(remember),
            "channel": _CHANNELS[channel],
            "best_time": best_time,
            "street": street,
            "tags": tags,
            "gone": _WAYS[gone],
            "gone_on": None if gone_on is None else date.fromordinal(gone_on),
            "refused": refused_kinds(refused),
        }
    )
    return customer
