"""Put a new kind of gift on the shelf, or say anew what one is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.money import Money
from pos_companion.model.stock import Gift
from pos_companion.services import Shop, deed
from pos_companion.services.deeds.shelf import gift_values
from pos_companion.services.forms import id_of, number_of, text_of, texts_of
from pos_companion.services.shelf import add_gift, edit_gift, on_shelf


@deed
def gift_save(  # noqa: PLR0913 - one argument for each thing a gift has
    shop: Shop,
    name: str,
    cost: int | str,
    pieces: int | str = 0,
    tags: Sequence[str] = (),
    reorder_at: int | str = 0,
    on_order: int | str = 0,
    id: str = "",  # noqa: A002 - what every other deed calls it
) -> Mapping[str, Any]:
    """Keep what a gift is.

    Args:
        name: for the counter.
        cost: what one costs the shop, in the smallest coins.
        pieces: how many there are; of a new gift only.
        tags: what it contains or whom it is for: `nuts`, `alcohol`, `dog`, `toy`, …
        reorder_at: at so many left it is time to order.
        on_order: so many are on their way.
        id: of the gift to change; empty for a new one.

    Returns:
        `{"gift": as in the deed "shelf"}`.
    """
    wanted = Gift(
        id=0,
        name=text_of(name, "name"),
        on_hand=number_of(pieces, "pieces"),
        cost=Money(number_of(cost, "cost"), shop.profile.currency),
        tags=frozenset(texts_of(tags, "tags")),
        reorder_at=number_of(reorder_at, "reorder_at"),
        on_order=number_of(on_order, "on_order"),
    )
    with shop.storage.transaction():
        kept = _changed(shop, id_of(id, "id"), wanted) if id else add_gift(shop, wanted).after
        return {"gift": gift_values(on_shelf(shop, kept.id))}


def _changed(shop: Shop, number: int, wanted: Gift) -> Gift:
    known = shop.storage.stock.gifts(shop.profile.currency).get(number)
    if known is None:
        raise NotFoundError(N_("There is no such gift."))
    return edit_gift(shop, known, replace(wanted, icon=known.icon)).after
