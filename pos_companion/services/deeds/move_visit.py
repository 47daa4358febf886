"""Move a visit to the customer whose visit it was."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.services import Shop, deed
from pos_companion.services import move_visit as moving
from pos_companion.services.deeds.merge import brief
from pos_companion.services.finding import resolve
from pos_companion.services.forms import uid_of


@deed
def move_visit(shop: Shop, uid: str, to: str | int) -> Mapping[str, Any]:
    """Move a visit with all that was given on it; sent back to the first customer, it returns.

    Args:
        uid: of the visit.
        to: the customer whose visit it was; see the package.

    Returns:
        `{"visit": uid, "customer": {"id", "name", "visits"}, "was": id, "redemptions": {"moved",
        "stayed"}, "exceptions": [why something is more than the limits allow there]}`.
    """
    moved = moving.move_visit(shop, uid_of(uid), resolve(shop, to))
    return {
        "visit": moved.uid,
        "customer": brief(moved.customer),
        "was": str(moved.was),
        "redemptions": {"moved": len(moved.moved), "stayed": len(moved.stayed)},
        "exceptions": [words(sentence) for sentence in moved.exceptions],
    }
