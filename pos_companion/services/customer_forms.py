"""Reads and answers a customer and those at home in plain JSON values."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, Phrase, words
from pos_companion.model.people import Customer, HouseholdMember, PreferredChannel
from pos_companion.services.finding import display_name
from pos_companion.services.forms import choice_of, flag_of, text_of

_TEXTS = (
    "name", "call_name", "say_as", "phone", "email", "card", "description", "best_time",
    "street", "tags",
)  # fmt: skip
_FLAGS = ("formal", "no_celebrations", "no_offers")

READERS: Mapping[str, Callable[[object, str], Any]] = {
    **dict.fromkeys(_TEXTS, text_of),
    **dict.fromkeys(_FLAGS, flag_of),
    "channel": lambda value, name: choice_of(value, name, PreferredChannel),
    "remember": lambda value, name: None if value is None else flag_of(value, name),
}
"""The fields of a customer, each with what reads it."""


def read_fields(
    given: Mapping[str, object], readers: Mapping[str, Callable[[object, str], Any]]
) -> dict[str, Any]:
    """Read the fields of a form.

    Raises:
        BadInputError: there is no such field, or a value is of the wrong sort.
    """
    for name in given:
        if name not in readers:
            raise BadInputError(
                N_("There is no field called {name}. There are: {names}."),
                name=name,
                names=", ".join(sorted(readers)),
            )
    return {name: readers[name](value, name) for name, value in given.items()}


def customer_values(customer: Customer) -> dict[str, Any]:
    """A customer in plain values."""
    return {
        "id": str(customer.id),
        "shown_as": words(display_name(customer)),
        **{name: getattr(customer, name) for name in (*_TEXTS, *_FLAGS, "remember")},
        "channel": customer.channel.value,
        "gone": customer.gone.value,
    }


def member_values(member: HouseholdMember) -> dict[str, Any]:
    """Somebody at home in plain values."""
    return {
        "id": str(member.id),
        "name": member.name,
        "relation": member.relation,
        "species": member.species.value,
        "say": member.say_as,
        "customer": "" if member.customer is None else str(member.customer),
        "gone": member.gone.value,
    }


def not_kept_values(names: Sequence[str]) -> dict[str, Any]:
    """What was not kept, and why; empty when everything was."""
    why = Phrase(N_("They have not said yes to being remembered, so this was not kept."))
    return {"not_kept": list(names), "why": words(why) if names else ""}
