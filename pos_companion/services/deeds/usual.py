"""Rank what a customer takes."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.services import Shop, deed
from pos_companion.services.finding import resolve
from pos_companion.services.forms import count_of
from pos_companion.services.look_up import usual_of


@deed
def usual(shop: Shop, customer: str | int, limit: int | None = None) -> Mapping[str, Any]:
    """Every product the customer knows, ranked, best first; then best sellers new to them.

    Args:
        customer: see the package.
        limit: 1 to 1000; null for all.

    Returns:
        `{"usual": [{"product", "name", "score", "reason"}]}`.
    """
    order = usual_of(shop, resolve(shop, customer))
    ranked = order.ranked if limit is None else order.ranked[: count_of(limit)]
    return {
        "usual": [
            {
                "product": item.product.ref,
                "name": item.product.name,
                "score": round(item.score, 6),
                "reason": words(item.reason) if item.reason else "",
            }
            for item in ranked
        ]
    }
