"""How people found the shop, for a manager."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services import source_report as channels_of
from pos_companion.services.report_csv import sources_csv
from pos_companion.services.report_words import name_of
from pos_companion.services.steps import finished


@deed
def source_report(shop: Shop) -> Mapping[str, Any]:
    """Count who found the shop how, and the furthest step each of them reached.

    Returns:
        `channels`: `[{"source", "people", "was_sent", "reached": [{"stage": stage or null for no
        visit yet, "count"}], "efforts": [{"customer": id, "name", "day", "text"}]}]`, the one with
        the most people first; `never_asked`: of how many customers it is not known; `csv`.
    """
    report = finished(channels_of.source_report(shop))
    return {
        "channels": [
            {
                "source": one.source.value,
                "people": one.people,
                "was_sent": one.was_sent,
                "reached": [
                    {"stage": stage.value if stage else None, "count": count}
                    for stage, count in sorted(one.reached.items(), key=lambda it: it[0] or "")
                ],
                "efforts": [
                    {
                        "customer": str(effort.customer),
                        "name": name_of(report.people.get(effort.customer)),
                        "day": effort.day.isoformat(),
                        "text": effort.text,
                    }
                    for effort in one.efforts
                ],
            }
            for one in report.channels
        ],
        "never_asked": report.never_asked,
        "csv": sources_csv(report),
    }
