"""What is going on at the shop: rain, heat, a queue; said by hand, over by itself."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed, instant
from pos_companion.services.circumstances import circumstances, end_flag, set_flag
from pos_companion.services.forms import text_of


@deed
def going_on(shop: Shop, flag: str = "", until: str = "") -> Mapping[str, Any]:
    """Say what is going on, or look at it.

    Args:
        flag: in a word or two; empty only looks.
        until: when it is over, such as 2026-11-21T18:00; empty ends it now.

    Returns:
        `{"flags": [{"name", "until": instant, "staff"}], "events": [{"name", "first", "last"}]}`.
    """
    name, end = text_of(flag, "flag"), text_of(until, "until")
    if name and end:
        set_flag(shop, name, instant(shop.time, end))
    elif name:
        end_flag(shop, name)
    now = circumstances(shop)
    return {
        "flags": [
            {"name": one.name, "until": one.until.isoformat(), "staff": one.staff}
            for one in now.flags
        ],
        "events": [
            {"name": one.name, "first": one.first.isoformat(), "last": one.last.isoformat()}
            for one in now.events
        ],
    }
