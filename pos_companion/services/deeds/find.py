"""Find people."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.services import Shop, deed
from pos_companion.services.finding import find as find_people
from pos_companion.services.finding import why_not_looked_for
from pos_companion.services.following import how_current
from pos_companion.services.forms import count_of, text_of


@deed
def find(shop: Shop, text: str, limit: int = 6) -> Mapping[str, Any]:
    """Find people by any fragment of a name, a phone, a card, an e-mail, or who is at home.

    Args:
        text: what was typed.
        limit: 1 to 1000.

    Returns:
        `{"found": [{"id", "name", "detail", "why": what matched when it was not their own
        name}]}`, best first; with `"say"` when it was not looked for: signs alone, a payment
        card, which is not kept, or a product's barcode; with `"note"` when the list may be old.
    """
    typed = text_of(text, "text")
    hits = find_people(shop, typed, count_of(limit))
    refused = None if hits else why_not_looked_for(typed)
    note = how_current(shop)
    return {
        **({"say": words(refused)} if refused else {}),
        **({"note": words(note)} if note else {}),
        "found": [
            {
                "id": str(hit.customer.id),
                "name": words(hit.name),
                "detail": words(hit.detail),
                "why": words(hit.why) if hit.why else "",
            }
            for hit in hits
        ],
    }
