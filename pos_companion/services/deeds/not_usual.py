"""A product is not somebody's usual any more."""

from collections.abc import Mapping
from typing import Any

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_
from pos_companion.services import Shop, deed
from pos_companion.services.finding import resolve
from pos_companion.services.forms import number_of, text_of
from pos_companion.services.look_up import usual_of
from pos_companion.services.not_usual import not_usual as keep
from pos_companion.services.not_usual import undo_not_usual as take_back


@deed
def not_usual(shop: Shop, customer: str | int, product: str) -> Mapping[str, Any]:
    """Keep that a product is not somebody's usual any more.

    For five visits it is as if they had never had it; then what was bought before counts half.

    Args:
        customer: see the package.
        product: what the till calls it, or its name, from `usual`.

    Returns:
        `{"customer": id, "product", "n": for taking it back}`.
    """
    number, wanted = resolve(shop, customer), text_of(product, "product")
    found = usual_of(shop, number).called(wanted)
    if found is None:
        raise NotFoundError(N_("“{product}” is not in their usual."), product=wanted)
    return {"customer": str(number), "product": found.ref, "n": keep(shop, number, found).n}


@deed
def undo_not_usual(shop: Shop, customer: str | int, n: int) -> Mapping[str, Any]:
    """Take back that something is not somebody's usual.

    Args:
        customer: see the package.
        n: of the deed `not_usual`.

    Returns:
        `{"customer": id, "n"}`.
    """
    number, wanted = resolve(shop, customer), number_of(n, "n")
    for said in shop.storage.care.not_usual(number):
        if said.n == wanted:
            take_back(shop, said)
            return {"customer": str(number), "n": wanted}
    raise NotFoundError(N_("This is not in the records any more."))
