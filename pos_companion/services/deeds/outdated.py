"""What has been kept long enough, and letting it go."""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.i18n import words
from pos_companion.services import FIRST, Shop, deed, retention
from pos_companion.services.backups import back_up_when_due
from pos_companion.services.forms import flag_of, ids_of


@deed
def outdated(shop: Shop) -> Mapping[str, Any]:
    """Who was not here for longer than people are kept, and how many old remarks there are.

    Returns:
        `{"months", "people": [{"customer": id, "name", "last_visit", "owed"}], "concerns": count,
        "facts": count}`.
    """
    found = retention.outdated(shop)
    return {
        "months": found.months,
        "people": [
            {
                "customer": str(one.customer),
                "name": words(one.name),
                "last_visit": one.last_visit.isoformat() if one.last_visit else "",
                "owed": one.is_owed,
            }
            for one in found.people
        ],
        "concerns": len(found.concerns),
        "facts": len(found.facts),
    }


@deed
def let_go_outdated(
    shop: Shop, people: Sequence[str | int] = (), remarks: bool = False
) -> Mapping[str, Any]:
    """Let go of what `outdated` proposes.

    Args:
        people: ids of those to forget; each can be brought back for a day.
        remarks: true lets all proposed concerns and facts go; they are not brought back.

    Returns:
        `{"forgotten": [id], "remarks": count}`.
    """
    chosen, with_remarks = ids_of(people, "people"), flag_of(remarks, "remarks")
    hidden = retention.let_people_go(shop, chosen) if chosen else ()
    found = retention.outdated(shop)
    old = (*found.concerns, *found.facts) if with_remarks else ()
    if old:
        retention.let_remarks_go(shop, old)
        shop.storage.wipe()
    return {"forgotten": [str(one.customer) for one in hidden], "remarks": len(old)}


FIRST["let_go_outdated"] = back_up_when_due
