"""Two customers become one household, and live apart again."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services.at_home import household_of
from pos_companion.services.customer_forms import member_values
from pos_companion.services.finding import resolve
from pos_companion.services.households import join_households, undo_last_move


@deed
def join(shop: Shop, customer: str | int, other: str | int) -> Mapping[str, Any]:
    """Let another customer, and all who live with them, belong to a customer's household.

    Args:
        customer: whose household it is; see the package.
        other: who comes to live there.

    Returns:
        `{"customer": id, "other": id, "household": [as the deed `add_member` answers]}`.
    """
    with shop.storage.transaction():
        host, guest = resolve(shop, customer), resolve(shop, other)
        join_households(shop, host, guest)
        household = household_of(shop, host)
    return {
        "customer": str(host),
        "other": str(guest),
        "household": [member_values(one) for one in household],
    }


@deed
def undo_join(shop: Shop, customer: str | int) -> Mapping[str, Any]:
    """Undo the latest joining, of the customer who came.

    Args:
        customer: who came; see the package.

    Returns:
        `{"customer": id, "household": [who is at home with them now]}`.
    """
    with shop.storage.transaction():
        guest = resolve(shop, customer)
        undo_last_move(shop, guest, "join")
        household = household_of(shop, guest)
    return {"customer": str(guest), "household": [member_values(one) for one in household]}
