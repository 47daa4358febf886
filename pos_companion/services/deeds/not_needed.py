"""What was guessed is not needed."""

from collections.abc import Mapping
from typing import Any

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_
from pos_companion.services import Shop, deed
from pos_companion.services.finding import resolve
from pos_companion.services.forms import number_of, text_of
from pos_companion.services.guesses import not_needed as keep
from pos_companion.services.guesses import undo_not_needed as take_back
from pos_companion.services.look_up import usual_of


@deed
def not_needed(shop: Shop, customer: str | int, product: str) -> Mapping[str, Any]:
    """Keep that somebody did not need the `guess` of their card; it rests for 60 days.

    Args:
        customer: see the package.
        product: what the till calls it, or its name.

    Returns:
        `{"customer": id, "product", "n": for taking it back}`.
    """
    number, wanted = resolve(shop, customer), text_of(product, "product")
    found = usual_of(shop, number).called(wanted)
    if found is None:
        raise NotFoundError(N_("They never had “{product}”."), product=wanted)
    return {"customer": str(number), "product": found.ref, "n": keep(shop, number, found).n}


@deed
def undo_not_needed(shop: Shop, customer: str | int, n: int) -> Mapping[str, Any]:
    """Take back that something was not needed.

    Args:
        customer: see the package.
        n: of the deed `not_needed`.

    Returns:
        `{"customer": id, "n"}`.
    """
    number, wanted = resolve(shop, customer), number_of(n, "n")
    for said in shop.storage.care.not_needed(number):
        if said.n == wanted:
            take_back(shop, said)
            return {"customer": str(number), "n": wanted}
    raise NotFoundError(N_("This is not in the records any more."))
