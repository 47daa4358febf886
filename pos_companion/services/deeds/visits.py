"""The last visits of somebody."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.services import Shop, deed
from pos_companion.services.correct_visit import plain_visit
from pos_companion.services.finding import resolve
from pos_companion.services.forms import count_of
from pos_companion.services.past_visits import MOST, LastVisit, came_along, last_visits


@deed
def visits(shop: Shop, customer: str | int, limit: int = MOST) -> Mapping[str, Any]:
    """The visits that count, the latest first.

    Args:
        customer: see the package.
        limit: at most so many, 1 to 1000; no more than 100 are kept in mind.

    Returns:
        `{"customer": id, "visits": [{"visit": uid, "day", "time", "kind", "items": [{"product",
        "quantity", "amount", "way"}], "total": such as "7.80", or "" when nobody knows, "given":
        [words], "staff", "with": [name], "mood_in", "mood_out", "corrected": when it was last put
        right, or "", "was": [{"at", "why", "staff", "was": the visit then}]}], "came_along":
        [{"customer": id, "name", "day"}]}`; `was` for whoever may agree to exceptions alone.
        `came_along`: the latest visits of others at home that they were there on.
    """
    number = resolve(shop, customer)
    shown = last_visits(shop, number, count_of(limit))
    along = came_along(shop, number)
    return {
        "customer": str(number),
        "visits": [visit_values(shop, one) for one in shown],
        "came_along": [
            {"customer": str(one.customer), "name": one.name, "day": one.day.isoformat()}
            for one in along
        ],
    }


def visit_values(shop: Shop, shown: LastVisit) -> dict[str, Any]:
    """A visit in plain values."""
    visit, felt = shown.visit, shown.visit.impression
    corrected = visit.corrected_at
    plain = plain_visit(visit)
    return {
        "visit": visit.uid,
        "day": shown.day.isoformat(),
        "time": shown.at.strftime("%H:%M"),
        "kind": plain["kind"],
        "items": plain["items"],
        "total": plain["total"],
        "given": [words(one) for one in shown.given],
        "staff": shown.staff,
        "with": list(shown.company),
        "mood_in": felt.mood_in.value if felt.mood_in else "",
        "mood_out": felt.mood_out.value if felt.mood_out else "",
        "corrected": shop.time.local(corrected).isoformat() if corrected else "",
        "was": [
            {"at": one.at.isoformat(), "why": one.why, "staff": one.staff, "was": dict(one.was)}
            for one in shown.was
        ],
    }
