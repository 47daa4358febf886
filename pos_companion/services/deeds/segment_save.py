"""Give people a name, or say anew who they are."""

from collections.abc import Mapping
from typing import Any

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_
from pos_companion.rules.as_json import condition_from_json
from pos_companion.rules.segments import Segment
from pos_companion.services import Shop, deed
from pos_companion.services.deeds.segments import counted, segment_values
from pos_companion.services.forms import text_of
from pos_companion.services.segments import save_segment


@deed
def segment_save(
    shop: Shop,
    name: str,
    when: Mapping[str, Any],
    id: str = "",  # noqa: A002 - what every other deed calls it
) -> Mapping[str, Any]:
    """Keep a segment; rules that ask for it go by its new meaning at once.

    Args:
        name: in the shop's words.
        when: a condition as in a rule; only such as say who somebody is, not a day or a purchase.
        id: of the segment to change; empty for a new one.

    Returns:
        The segment, as the deed `segments` answers it with its count.
    """
    with shop.storage.transaction():
        key = text_of(id, "id")
        seen = shop.storage.segments.all().get(key)
        if key and seen is None:
            raise NotFoundError(N_("There is no segment called {segment}."), segment=key)
        wanted = Segment(key, text_of(name, "name"), condition_from_json(when))
        kept = save_segment(shop, wanted, seen).segment
        return segment_values(kept, counted(shop, [kept])[0])
