"""What a customer allows us to keep."""

from collections.abc import Mapping
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.consent import ConsentKind, Consents
from pos_companion.services import Shop, deed
from pos_companion.services import consents as asked
from pos_companion.services.finding import resolve


@deed
def consents(shop: Shop, customer: str | int) -> Mapping[str, Any]:
    """What a customer said, kind by kind.

    Args:
        customer: see the package.

    Returns:
        `{"customer": id, "consents": [{"kind", "answer": true, false or null when nobody has
        asked, "day": of the answer or null, "asked_by", "allowed": what it comes to}]}`.
    """
    return _values(asked.consents(shop, resolve(shop, customer)))


@deed
def set_consent(
    shop: Shop, customer: str | int, kind: str, answer: bool | None
) -> Mapping[str, Any]:
    """Keep what a customer said when asked; it counts from this moment on.

    Args:
        customer: see the package.
        kind: memory, family, photo, health or messages.
        answer: true, false, or null for "nobody has asked".

    Returns:
        All answers, as the deed `consents` gives them.
    """
    number = resolve(shop, customer)
    asked.set_consent(shop, number, _kind(kind), _answer(answer))
    return _values(asked.consents(shop, number))


def _values(given: Consents) -> dict[str, Any]:
    return {
        "customer": str(given.customer),
        "consents": [
            {
                "kind": one.kind.value,
                "answer": one.answer,
                "day": one.day.isoformat() if one.day else None,
                "asked_by": one.asked_by,
                "allowed": given.allows(one.kind),
            }
            for one in given.each
        ],
    }


def _kind(value: object) -> ConsentKind:
    try:
        return ConsentKind(str(value))
    except ValueError as error:
        kinds = ", ".join(kind.value for kind in ConsentKind)
        raise BadInputError(N_("What they agree to is one of: {kinds}."), kinds=kinds) from error


def _answer(value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise BadInputError(N_("The answer is true, false or null."))
    return value
