"""The shift at this till ends."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services import offers as promising
from pos_companion.services.forms import uid_of


@deed
def end_shift(shop: Shop, keep: str = "") -> Mapping[str, Any]:
    """Give back what this till promised to visits that are not recorded.

    Args:
        keep: uid of a visit that goes on with whoever comes next; empty for none.

    Returns:
        `{"released": how many promises were given back}`.
    """
    return {"released": promising.end_shift(shop, uid_of(keep))}
