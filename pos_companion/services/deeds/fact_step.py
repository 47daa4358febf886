"""Put something they told us right: it is not so, it is still so, it helped."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.services import Shop, deed
from pos_companion.services.facts import FactChange, confirm_fact, fact_is_wrong, use_fact
from pos_companion.services.finding import resolve
from pos_companion.services.forms import number_of, text_of

_STEPS: Mapping[str, Callable[[Shop, int, int], FactChange]] = {
    "wrong": fact_is_wrong,
    "confirm": confirm_fact,
    "used": use_fact,
}


@deed
def fact_step(shop: Shop, customer: str | int, n: int, step: str) -> Mapping[str, Any]:
    """Take one step with a fact.

    Args:
        customer: an id, a card, or a text that finds one person.
        n: number of the fact, from `told` of the card or `kept` of `tell`.
        step: `wrong`: it is not so, and is never shown or used again; `confirm`: it is still so;
            `used`: it helped to serve them today.

    Returns:
        `{"customer": id, "n", "kind", "used_on", "confirmed_on", "wrong_on"}`, days or null. The
        words are not said again: they may be locked.
    """
    taken = _STEPS.get(text_of(step, "step"))
    if taken is None:
        steps = ", ".join(_STEPS)
        raise BadInputError(N_("A step of a fact is one of: {steps}."), steps=steps)
    fact = taken(shop, resolve(shop, customer), number_of(n, "n")).after
    return {
        "customer": str(fact.customer),
        "n": fact.n,
        "kind": fact.kind.value,
        "used_on": _day(fact.used_on),
        "confirmed_on": _day(fact.confirmed_on),
        "wrong_on": _day(fact.wrong_on),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
