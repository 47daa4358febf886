"""What a manager may want to look at."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.services import Shop, deed
from pos_companion.services.report_csv import signals_csv
from pos_companion.services.report_days import days_asked
from pos_companion.services.signals import signals as seen_in


@deed
def signals(shop: Shop, span: str = "90", since: str = "", until: str = "") -> Mapping[str, Any]:
    """What was seen in some days; each may have a good reason.

    Args:
        span: as for `gestures`.
        since: the first day, an ISO date, instead of a span.
        until: the last day; empty is today.

    Returns:
        `first`, `last`; `signals`: `[{"kind", "staff", "customer": id or "", "times", "of",
        "beside", "days": [day], "said", "when"}]`: `times` out of `of`, or with `of` as the most
        on one day for `same_card`; `beside` is the next highest count; `csv`.
    """
    days = days_asked(shop, span, since, until)
    found = seen_in(shop, days)
    return {
        "first": days.first.isoformat(),
        "last": days.last.isoformat(),
        "signals": [
            {
                "kind": one.signal.kind.value,
                "staff": one.signal.staff,
                "customer": str(one.signal.customer or ""),
                "times": one.signal.times,
                "of": one.signal.of,
                "beside": one.signal.beside,
                "days": [day.isoformat() for day in one.signal.days],
                "said": words(one.said),
                "when": words(one.when),
            }
            for one in found
        ],
        "csv": signals_csv(found),
    }
