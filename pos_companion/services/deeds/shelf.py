"""What lies on the shelf of gifts."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services.forms import flag_of
from pos_companion.services.shelf import OnShelf
from pos_companion.services.shelf import shelf as on_shelf


@deed
def shelf(shop: Shop, retired: bool = False) -> Mapping[str, Any]:
    """All gifts, by name.

    Args:
        retired: show those given no more as well.

    Returns:
        `{"gifts": [{"id", "name", "on_hand", "reserved", "free", "cost": {"amount", "currency"},
        "tags": [word], "reorder_at", "on_order", "is_low", "per_week": text, "runs_out": day or
        null, "retired": flag}]}`; `per_week` are the pieces given in a week, to one place.
    """
    return {"gifts": [gift_values(one) for one in on_shelf(shop, flag_of(retired, "retired"))]}


def gift_values(line: OnShelf) -> dict[str, Any]:
    """A gift in plain JSON values, as the deed `shelf` answers it."""
    gift = line.gift
    return {
        "id": str(gift.id),
        "name": gift.name,
        "on_hand": gift.on_hand,
        "reserved": gift.reserved,
        "free": gift.free,
        "cost": {"amount": gift.cost.amount, "currency": gift.cost.currency},
        "tags": sorted(gift.tags),
        "reorder_at": gift.reorder_at,
        "on_order": gift.on_order,
        "is_low": gift.is_low,
        "per_week": str(line.per_week),
        "runs_out": line.runs_out.isoformat() if line.runs_out else None,
        "retired": line.is_retired,
    }
