"""A customer leaves a household, and comes back."""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services.at_home import customer_of, household_of
from pos_companion.services.customer_forms import member_values
from pos_companion.services.finding import resolve
from pos_companion.services.forms import ids_of
from pos_companion.services.households import split_household, undo_last_move


@deed
def split(
    shop: Shop,
    customer: str | int,
    takes: Sequence[str | int] = (),
    shares: Sequence[str | int] = (),
) -> Mapping[str, Any]:
    """Let a customer leave their household and found one of their own.

    Args:
        customer: who leaves; see the package.
        takes: ids of the members who go along, from `household` of the card.
        shares: ids of the members who belong to both households from now on.

    Returns:
        `{"customer": id, "household": [who is at home with them now], "stays": [who is at home
        where they left]}`, each as the deed `add_member` answers.
    """
    going, both = ids_of(takes, "takes"), ids_of(shares, "shares")
    with shop.storage.transaction():
        number = resolve(shop, customer)
        left = customer_of(shop, number).household
        split_household(shop, number, going, both)
        household = household_of(shop, number)
        stays = shop.storage.people.members(left)
    return {
        "customer": str(number),
        "household": [member_values(one) for one in household],
        "stays": [member_values(one) for one in stays],
    }


@deed
def undo_split(shop: Shop, customer: str | int) -> Mapping[str, Any]:
    """Undo the latest parting, of the customer who left.

    Args:
        customer: who left; see the package.

    Returns:
        `{"customer": id, "household": [who is at home with them again]}`.
    """
    with shop.storage.transaction():
        number = resolve(shop, customer)
        undo_last_move(shop, number, "split")
        household = household_of(shop, number)
    return {"customer": str(number), "household": [member_values(one) for one in household]}
