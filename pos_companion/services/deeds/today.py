"""What the shop should know today, and whom there will be to wish well."""

from collections.abc import Mapping
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, words
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.model.celebrations import DayAhead
from pos_companion.model.stock import Gift
from pos_companion.services import Shop, deed
from pos_companion.services.finding import display_name
from pos_companion.services.today import board, days_ahead

_MOST_DAYS = 366


@deed
def today(shop: Shop, days: int = 1) -> Mapping[str, Any]:
    """What the shop should know today, and the celebrations of the days ahead.

    Args:
        days: how far to look ahead, 0 to 366; 1 is today and tomorrow.

    Returns:
        `{"today": day, "visits": so far, "rows": [{"kind", "text", "detail", "customer": id or
        null}], "more": rows left out, "ahead": [{"customer", "name", "who", "relation", "kind",
        "what", "date", "through", "days", "wished"}]}`, soonest first.
    """
    if isinstance(days, bool) or not isinstance(days, int) or not 0 <= days <= _MOST_DAYS:
        raise BadInputError(N_("The days must be a whole number from 0 to 366."))
    shown = board(shop)
    rows = [
        {
            "kind": row.kind,
            "text": words(row.text),
            "detail": row.detail,
            "customer": str(row.customer),
        }
        for row in shown.rows
    ]
    return {
        "today": shown.today.isoformat(),
        "visits": shown.visits,
        "rows": [*rows, *map(_low, shown.low)],
        "more": shown.more,
        "ahead": [_ahead(one) for one in days_ahead(shop, days)],
    }


def _low(gift: Gift) -> dict[str, Any]:
    return {"kind": "low", "text": gift.name, "detail": str(gift.free), "customer": None}


def _ahead(one: DayAhead) -> dict[str, Any]:
    return {
        "customer": str(one.customer.id),
        "name": words(display_name(one.customer)),
        "who": one.celebration.who,
        "relation": one.relation,
        "kind": one.celebration.kind.value,
        "what": words(celebration_title(one.celebration)),
        "date": one.span.first.isoformat(),
        "through": one.span.last.isoformat(),
        "days": one.days,
        "wished": one.wished,
    }
