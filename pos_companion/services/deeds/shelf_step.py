"""Something came to the shelf, was counted, or is given no more."""

from collections.abc import Callable, Mapping
from typing import Any

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.stock import Gift
from pos_companion.services import Shop, deed
from pos_companion.services.deeds.shelf import gift_values
from pos_companion.services.forms import id_of, number_of, text_of
from pos_companion.services.shelf import (
    ShelfChange,
    bring_back,
    count,
    on_shelf,
    receive,
    retire,
)


@deed
def shelf_step(
    shop: Shop, gift: str, step: str, pieces: int | str = 0, reason: str = ""
) -> Mapping[str, Any]:
    """Take one step with a gift on the shelf.

    Args:
        gift: its id.
        step: receive, count, retire or return.
        pieces: how many came, for `receive`; how many are there, for `count`.
        reason: needed when a count differs from what the records said.

    Returns:
        `{"gift": as in the deed "shelf", "pieces": how many more there are than before}`.
    """
    number = id_of(gift, "gift")
    taken = _STEPS.get(text_of(step, "step"))
    if taken is None:
        raise BadInputError(N_("A step is one of: {steps}."), steps=", ".join(_STEPS))
    with shop.storage.transaction():
        known = shop.storage.stock.get(number, shop.profile.currency)
        if known is None:
            raise NotFoundError(N_("There is no such gift."))
        change = taken(shop, known, number_of(pieces, "pieces"), text_of(reason, "reason"))
        return {
            "gift": gift_values(on_shelf(shop, number)),
            "pieces": change.move.pieces if change.move else 0,
        }


_Taken = Callable[[Shop, Gift, int, str], ShelfChange]
_STEPS: dict[str, _Taken] = {
    "receive": lambda shop, known, pieces, reason: receive(shop, known.id, pieces, reason),
    "count": count,
    "retire": lambda shop, known, _pieces, _reason: retire(shop, known.id),
    "return": lambda shop, known, _pieces, _reason: bring_back(shop, known.id),
}
