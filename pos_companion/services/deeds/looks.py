"""Who looked at whose card."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services import looks as seen
from pos_companion.services.forms import count_of


@deed
def looks(shop: Shop, days: int = seen.SHOWN_DAYS) -> Mapping[str, Any]:
    """Who looked at whose card lately.

    Args:
        days: so many, today included.

    Returns:
        `{"looks": [{"day", "staff", "customer": id or "" for somebody forgotten, "times"}]}`.
    """
    return {
        "looks": [
            {
                "day": one.day.isoformat(),
                "staff": one.staff,
                "customer": str(one.customer or ""),
                "times": one.times,
            }
            for one in seen.looks(shop, count_of(days, "days"))
        ]
    }
