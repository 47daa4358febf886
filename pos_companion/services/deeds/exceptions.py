"""What was given beyond the rules, for a manager the day after."""

from collections.abc import Mapping
from typing import Any

from pos_companion.i18n import words
from pos_companion.services import Shop, deed
from pos_companion.services import exceptions as beyond
from pos_companion.services.deeds.accept import line_values
from pos_companion.services.forms import day_of


@deed
def exceptions(shop: Shop, since: str = "", until: str = "") -> Mapping[str, Any]:
    """What went beyond what was planned, on some business days.

    Args:
        since: the first day; empty is yesterday.
        until: the last day; empty is today.

    Returns:
        `{"exceptions": [a line as the deed `accept` answers it, with "day", "customer": id,
        "name", "rule_name", "how", "staff" and "why": [sentence]], "totals": [{"currency",
        "times", "cost": in the smallest coins, "by_how": {code: times}, "by_staff": {name:
        times}}], "together": [{"customer": id, "name", "times", "cost": money}]}`: each one the
        oldest first, and whoever was given something more than once, the dearest first.
    """
    first = day_of(since, "since") if since else None
    last = day_of(until, "until") if until else None
    found = beyond.exceptions(shop, first, last)
    return {
        "exceptions": [
            {
                **line_values(one.line),
                "day": one.line.day.isoformat(),
                "customer": str(one.line.customer),
                "name": one.customer.called if one.customer else "",
                "rule_name": one.rule,
                "how": words(one.how),
                "staff": one.line.staff,
                "why": [words(line.phrase) for line in one.why],
            }
            for one in found
        ],
        "totals": [
            {
                "currency": one.cost.currency,
                "times": one.times,
                "cost": one.cost.amount,
                "by_how": dict(one.by_how),
                "by_staff": dict(one.by_staff),
            }
            for one in beyond.totals(found)
        ],
        "together": [
            {
                "customer": str(one.customer.id) if one.customer else "",
                "name": one.customer.called if one.customer else "",
                "times": one.times,
                "cost": {"amount": one.cost.amount, "currency": one.cost.currency},
            }
            for one in beyond.together(found)
        ],
    }
