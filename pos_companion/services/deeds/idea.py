"""A customer has an idea."""

from collections.abc import Mapping
from typing import Any

from pos_companion.model.ideas import Idea
from pos_companion.services import Shop, deed
from pos_companion.services.finding import resolve
from pos_companion.services.forms import text_of
from pos_companion.services.ideas import add_idea


@deed
def idea(shop: Shop, customer: str | int, text: str) -> Mapping[str, Any]:
    """Keep what somebody would do better.

    Args:
        customer: who had it; see the package.
        text: one line of at most 500 letters.

    Returns:
        `{"customer": id, "n", "text", "heard_by", "heard_on": day or null, "state": open, planned,
        done or not_now, "answer", "settled_by", "settled_on": day or null, "told_by", "told_on":
        day or null}`.
    """
    return idea_values(add_idea(shop, resolve(shop, customer), text_of(text, "text")))


def idea_values(one: Idea) -> dict[str, Any]:
    """An idea in plain values."""
    return {
        "customer": str(one.customer),
        "n": one.n,
        "text": one.text,
        "heard_by": one.heard_by,
        "heard_on": one.heard_on.isoformat() if one.heard_on else None,
        "state": one.state.value,
        "answer": one.answer,
        "settled_by": one.settled_by,
        "settled_on": one.settled_on.isoformat() if one.settled_on else None,
        "told_by": one.told_by,
        "told_on": one.told_on.isoformat() if one.told_on else None,
    }
