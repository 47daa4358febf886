"""How well the shop knows its people: counts only."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.mirror import Movement, Tally
from pos_companion.services import Shop, deed
from pos_companion.services.forms import day_of, number_of
from pos_companion.services.mirror import DAYS, as_csv, month_end
from pos_companion.services.mirror import mirror as look_into
from pos_companion.services.mirror import movement as moved_in
from pos_companion.services.steps import finished

_LONGEST = 366
_FIRST_YEAR = 1900


@deed
def mirror(shop: Shop, days: int = DAYS, month: str = "") -> Mapping[str, Any]:
    """Hold the usual order against what was taken, and tell which way people moved.

    Args:
        days: how many days up to yesterday, 1 to 366.
        month: a day of the month whose movement is told; empty for the current one.

    Returns:
        - `first`, `last`: days; `visits`: of customers in that time; `judged`: all counts together
          `{"visits", "armed", "right", "often", "hit", "silent", "right_share", "hit_share"}`,
          shares 0 to 1 or null; `weekdays`: the same with `weekday`, 0 is Monday; `hours`: the
          same with `hour`.
        - `movement`: `{"before", "after": days, "customers", "up", "down", "lapsed", "came",
          "moves": [{"from": stage or null, "to": stage, "count"}]}`.
        - `csv`: both as the text of a CSV file.
    """
    count = number_of(days, "days")
    if not 1 <= count <= _LONGEST:
        raise BadInputError(N_("From one day to a year can be looked at."))
    found = finished(look_into(shop, count))
    moved = finished(moved_in(shop, _month(shop, month)))
    return {
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "visits": found.visits,
        "judged": _tally(found.all),
        "weekdays": [{"weekday": day, **_tally(found.on(day))} for day in range(7)],
        "hours": [{"hour": hour, **_tally(found.at(hour))} for hour in found.hours],
        "movement": _movement(moved),
        "csv": as_csv(found, moved),
    }


def _month(shop: Shop, value: object) -> date:
    month = shop.today if value == "" else day_of(value, "month")
    if not date(_FIRST_YEAR, 1, 1) <= month <= month_end(shop.today):
        raise BadInputError(N_("Only a month that has begun, from {year} on, can be looked at."),
                            year=_FIRST_YEAR)  # fmt: skip
    return month


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "visits": tally.visits,
        "armed": tally.armed,
        "right": tally.right,
        "often": tally.often,
        "hit": tally.hit,
        "silent": tally.silent,
        "right_share": _share(tally.right_share),
        "hit_share": _share(tally.hit_share),
    }


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def _movement(moved: Movement) -> dict[str, Any]:
    return {
        "before": moved.before.isoformat(),
        "after": moved.after.isoformat(),
        "customers": moved.customers,
        "up": moved.up,
        "down": moved.down,
        "lapsed": moved.lapsed,
        "came": moved.came,
        "moves": [
            {"from": was.value if was else None, "to": now.value, "count": count}
            for (was, now), count in sorted(
                moved.moves.items(), key=lambda one: (one[0][0] or "", one[0][1])
            )
        ],
    }
