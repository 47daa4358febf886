"""Who gets something and who never does, for a manager."""

from collections.abc import Iterable, Mapping
from typing import Any

from pos_companion.insight.fairness import Share
from pos_companion.services import Shop, deed
from pos_companion.services.fairness import REGULAR, with_segments
from pos_companion.services.fairness import fairness as set_beside
from pos_companion.services.forms import flag_of, number_of
from pos_companion.services.report_csv import fairness_csv
from pos_companion.services.report_days import days_asked
from pos_companion.services.report_words import name_of
from pos_companion.services.steps import finished


@deed
def fairness(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    span: str = "90",
    since: str = "",
    until: str = "",
    least: int = REGULAR,
    segments: bool = False,
) -> Mapping[str, Any]:
    """Set the groups beside each other, and tell who comes regularly and never got anything.

    Args:
        span: as for `gestures`.
        since: the first day, an ISO date, instead of a span.
        until: the last day; empty is today.
        least: so many visits in those days make somebody a regular.
        segments: tell of the shop's segments too; everybody who came is read for it.

    Returns:
        `first`, `last`, `least`; `all`: `{"visits", "gifted", "share"}`; `stages`, `weekdays` (0
        is Monday), `staff`, `tags` and `segments`: the same with the group's name; `regulars`:
        how many; `never`: `[{"customer": id, "name", "visits", "said_no"}]`, who came most often
        first; `pairs`: `[{"customer": id, "name", "staff", "together", "gifted", "elsewhere",
        "gifted_elsewhere", "others", "gifted_others", "odds"}]`, one person who got much more from
        one colleague than chance would give, the least likely first; `csv`.
    """
    days = days_asked(shop, span, since, until)
    report = finished(set_beside(shop, days, number_of(least, "least")))
    if flag_of(segments, "segments"):
        report = finished(with_segments(shop, report))
    found = report.found
    return {
        "first": days.first.isoformat(),
        "last": days.last.isoformat(),
        "least": report.least,
        "all": _share(found.all),
        "stages": _shares("stage", found.by_stage.items()),
        "weekdays": _shares("weekday", found.by_weekday.items()),
        "staff": _shares("staff", found.by_staff.items()),
        "tags": _shares("tag", found.by_tag.items()),
        "segments": _shares("segment", report.by_segment.items()),
        "regulars": found.regulars,
        "never": [
            {
                "customer": str(one.customer),
                "name": name_of(report.people.get(one.customer)),
                "visits": one.visits,
                "said_no": one.said_no,
            }
            for one in found.never
        ],
        "pairs": [
            {**vars(one), "customer": str(one.customer),
             "name": name_of(report.people.get(one.customer))}
            for one in report.pairs
        ],
        "csv": fairness_csv(report),
    }  # fmt: skip


def _shares(name: str, groups: Iterable[tuple[str | int, Share]]) -> list[dict[str, Any]]:
    return [{name: group, **_share(part)} for group, part in groups]


def _share(part: Share) -> dict[str, Any]:
    return {"visits": part.visits, "gifted": part.gifted, "share": part.points / 10_000}
