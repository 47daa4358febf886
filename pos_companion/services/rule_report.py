"""What goes with the report of a simulation: what people are called."""

from collections.abc import Iterable

from pos_companion.services import Shop


def names_of(shop: Shop, customers: Iterable[int]) -> dict[int, str]:
    """What customers are called, by number; those not in the records any more are left out."""
    found = {number: shop.storage.people.get(number) for number in customers}
    return {
        number: one.name or one.called or one.description for number, one in found.items() if one
    }
