"""Find what to say to a question."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pos_companion.model.answers import ShopAnswer
from pos_companion.services import Shop, deed
from pos_companion.services.answers import find_answers
from pos_companion.services.forms import count_of, text_of


@deed
def answer(shop: Shop, text: str, limit: int = 6) -> Mapping[str, Any]:
    """Find what we say to a question; with an empty text also what is still to be found out.

    Args:
        text: words of the question.
        limit: 1 to 1000.

    Returns:
        `{"answers": [...], "waiting": [...]}`, best first, each `{"id", "question", "say",
        "details", "tags": [...], "check": whether somebody should make sure again,
        "verified_on", "asked_by", "owner", "due", "doubt"}`.
    """
    found = find_answers(shop, text_of(text, "text"), count_of(limit))
    return {
        "answers": [answer_values(one, found.today) for one in found.answers],
        "waiting": [answer_values(one, found.today) for one in found.waiting],
    }


def answer_values(known: ShopAnswer, today: date) -> dict[str, Any]:
    """An answer or an open question in plain values."""
    return {
        "id": str(known.id),
        "question": known.question,
        "say": known.say,
        "details": known.details,
        "tags": list(known.tags),
        "check": known.needs_check(today),
        "verified_on": known.verified_on.isoformat() if known.verified_on else None,
        "asked_by": known.asked_by,
        "owner": known.owner,
        "due": known.due.isoformat() if known.due else None,
        "doubt": known.doubt,
    }
