"""Make two records of one again."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services import merging as records
from pos_companion.services.deeds.merge import brief
from pos_companion.services.forms import number_of


@deed
def unmerge(shop: Shop, merge: str | int) -> Mapping[str, Any]:
    """Part two records that were made one; what happened since stays with the survivor.

    Args:
        merge: the number that the deed `merge` answered.

    Returns:
        `{"merge", "customer": the survivor, "back": who is back}`, both `{"id", "name",
        "visits"}`.
    """
    parted = records.unmerge(shop, number_of(merge, "merge"))
    return {"merge": parted.id, "customer": brief(parted.customer), "back": brief(parted.back)}
