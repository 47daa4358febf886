"""They were told that their idea is done."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services import ideas as log
from pos_companion.services.deeds.idea import idea_values
from pos_companion.services.finding import resolve
from pos_companion.services.forms import number_of


@deed
def idea_told(shop: Shop, customer: str | int, n: int | str) -> Mapping[str, Any]:
    """Keep that somebody was told that their idea is done.

    Args:
        customer: who had it; see the package.
        n: of `tell_them` on their card.

    Returns:
        The idea, as the deed `idea` answers it.
    """
    return idea_values(log.idea_told(shop, resolve(shop, customer), number_of(n, "n")).after)
