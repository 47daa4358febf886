"""Put a visit right."""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.i18n import words
from pos_companion.model.visits import VisitKind
from pos_companion.services import Shop, deed
from pos_companion.services.catalogue import money_typed
from pos_companion.services.clocks import instant
from pos_companion.services.correct_visit import PutRight, WhyPutRight, correct_visit
from pos_companion.services.deeds.visits import visit_values
from pos_companion.services.forms import choice_of, text_of, uid_of
from pos_companion.services.past_visits import last_visit
from pos_companion.services.visit_forms import lines_of


@deed
def visit_correct(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    uid: str,
    why: str,
    items: Sequence[str | Mapping[str, Any]] | None = None,
    total: str = "",
    kind: str = "",
    when: str = "",
) -> Mapping[str, Any]:
    """Write a visit as it really was; what was counted by it is counted anew.

    Sent once more with what it was before, it is as it was.

    Args:
        uid: of the visit; one that came with a file is not changed by that file any more.
        why: items, amount, time or other.
        items: everything they had, as in the deed `visit`; left away it stays.
        total: what it came to, when that is not the sum of the items.
        kind: bought, looked, chatted or phoned; empty stays. What was no purchase has no items.
        when: day and time such as `2026-11-21T09:30`; empty stays. Not in the future, and not more
            than a year back.

    Returns:
        the visit as in the deed `visits`, and `"exceptions": [why something that was given is more
        than the limits allow by now]`.
    """
    right = PutRight(
        lines=None if items is None else tuple(lines_of(shop, items)),
        total=money_typed(shop, text_of(total, "total")) if total else None,
        kind=choice_of(kind, "kind", VisitKind) if kind else None,
        at=instant(shop.time, when) if when else None,
    )
    corrected = correct_visit(shop, uid_of(uid), right, choice_of(why, "why", WhyPutRight))
    return {
        **visit_values(shop, last_visit(shop, corrected.after.uid)),
        "exceptions": [words(sentence) for sentence in corrected.exceptions],
    }
