"""Take a segment away."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services.deeds.segments import segment_values
from pos_companion.services.forms import text_of
from pos_companion.services.segments import delete_segment


@deed
def segment_delete(shop: Shop, id: str) -> Mapping[str, Any]:  # noqa: A002 - as in other deeds
    """Take a segment away; one that a rule in use asks for is refused.

    Args:
        id: of the segment.

    Returns:
        The segment as it was; `count` is null.
    """
    change = delete_segment(shop, text_of(id, "id"))
    return segment_values(change.segment, None)
