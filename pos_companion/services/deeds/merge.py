"""Make one record of two, as the same person has them."""

from collections.abc import Mapping
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, words
from pos_companion.model.people import Customer
from pos_companion.services import FIRST, Shop, deed
from pos_companion.services import merging as records
from pos_companion.services.backups import back_up_when_due
from pos_companion.services.finding import display_name, resolve
from pos_companion.services.merging import Joining, pets_alike


@deed
def merge(
    shop: Shop, keep: str | int, away: str | int, same_pets: bool = False
) -> Mapping[str, Any]:
    """Make the record `away` part of the record `keep`; its number goes on finding them.

    Args:
        keep: the record that stays; see the package.
        away: the record that becomes part of it.
        same_pets: pets of one name that are of one species, or of which one record says no more
            than that it is a pet, are one pet.

    Returns:
        `{"merge": number for `unmerge`, "customer": {"id", "name", "visits"}, "moved":
        {"visits", "redemptions", "celebrations", "remarks", "coupons", "answers"}}`, how many
        of each went over.
    """
    stays, goes = resolve(shop, keep), resolve(shop, away)
    if not isinstance(same_pets, bool):
        raise BadInputError(N_("{name} must be true or false."), name="same_pets")
    pets = pets_alike(shop, stays, goes) if same_pets and stays != goes else {}
    merged = records.merge(shop, Joining(stays, goes, pets))
    return {
        "merge": merged.id,
        "customer": brief(merged.customer),
        "moved": {
            "visits": merged.moved.get("visit", 0),
            "redemptions": merged.moved.get("redemption", 0),
            "celebrations": merged.moved.get("celebration", 0),
            "remarks": merged.moved.get("remark", 0),
            "coupons": merged.moved.get("coupon", 0),
            "answers": merged.moved.get("consent", 0),
        },
    }


FIRST["merge"] = back_up_when_due


def brief(customer: Customer) -> dict[str, Any]:
    """A customer in a few plain values."""
    return {
        "id": str(customer.id),
        "name": words(display_name(customer)),
        "visits": customer.visits,
    }
