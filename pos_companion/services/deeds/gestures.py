"""What gifts and discounts cost, for a manager."""

from collections.abc import Mapping
from typing import Any

from pos_companion.insight.gesture_costs import Spent
from pos_companion.services import Shop, deed
from pos_companion.services.gesture_costs import gesture_costs
from pos_companion.services.report_csv import costs_csv
from pos_companion.services.report_days import days_asked


@deed
def gestures(shop: Shop, span: str = "90", since: str = "", until: str = "") -> Mapping[str, Any]:
    """Sum what was given in some days, against the budgets and against what was sold.

    Args:
        span: `week`, `month`, `30` or `90`, up to today.
        since: the first day, an ISO date, instead of a span.
        until: the last day; empty is today.

    Returns:
        Money in minor units. `first`, `last`, `currency`; `all`: `{"times", "cost", "value",
        "people", "visits", "known", "sales", "against", "share"}`, where `known` visits have known
        `sales`, `against` is what was given on those, and `share` is a share of one, or null where
        nothing is known; `rules`, `staff`, `reasons`, `exceptions`: the same for each `rule`,
        `staff`, `reason` or `how`; `exceptional`: all exceptions together, part of `all`;
        `period`: `{"visits", "known", "sales", "share"}` of all visits of those days; `budgets`:
        `[{"rule", "scope", "period", "days", "unit", "limit", "spent", "left"}]` as of today;
        `own`: `[{"staff", "times", "spent", "days", "most"}]` with `own_per_day`; `other_money`:
        lines in another currency, left out; `csv`: the text of a CSV file.
    """
    report = gesture_costs(shop, days_asked(shop, span, since, until))
    sums = report.costs
    return {
        "first": report.days.first.isoformat(),
        "last": report.days.last.isoformat(),
        "currency": report.currency,
        "all": _spent(sums.all),
        "rules": [
            {"rule": rule, "name": report.rules.get(rule, rule), **_spent(part)}
            for rule, part in sums.by_rule.items()
        ],
        "staff": [{"staff": staff, **_spent(part)} for staff, part in sums.by_staff.items()],
        "reasons": [{"reason": why, **_spent(part)} for why, part in sums.by_reason.items()],
        "exceptional": _spent(sums.exceptions),
        "exceptions": [{"how": how, **_spent(part)} for how, part in sums.by_exception.items()],
        "period": {
            "visits": sums.visits,
            "known": sums.known,
            "sales": sums.sales,
            "share": _share(sums.share),
        },
        "budgets": [
            {
                "rule": one.rule,
                "scope": one.cap.scope.value,
                "period": one.cap.period.value,
                "days": one.cap.days,
                "unit": one.cap.unit.value,
                "limit": one.limit.amount,
                "spent": one.spent.amount,
                "left": max(0, one.limit.amount - one.spent.amount),
            }
            for one in report.budgets
        ],
        "own": [
            {
                "staff": one.staff,
                "times": one.times,
                "spent": one.spent.amount,
                "days": one.days,
                "most": one.most.amount,
            }
            for one in report.own
        ],
        "own_per_day": report.per_day.amount,
        "other_money": report.other_money,
        "csv": costs_csv(report),
    }


def _spent(part: Spent) -> dict[str, Any]:
    return {
        "times": part.times,
        "cost": part.cost,
        "value": part.value,
        "people": part.people,
        "visits": part.visits,
        "known": part.known,
        "sales": part.sales,
        "against": part.against,
        "share": _share(part.share),
    }


def _share(points: int | None) -> float | None:
    return None if points is None else points / 10_000
