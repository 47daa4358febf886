"""Drawer: what a card looks back on: the last visits, and for those with many more how it began."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.dates import ShopTime
from pos_companion.model.visits import Mood, PastVisit
from pos_companion.storage.columns import from_seconds, to_seconds

KEPT_IN_MIND = 100
"""How many visits of a customer a card looks back on."""
_YEAR_OF_VISITS = 400
_LAST_YEAR, _SAME_WEEKS = timedelta(days=364), timedelta(days=18)

# Visits keep the order of time, so the latest one is the first met from the end of the key.
_LATEST = """latest(n) AS (
    SELECT n FROM visit WHERE customer_id = ? AND ts <= ? ORDER BY n DESC LIMIT 1)"""
_COLUMNS = (
    "v.n, v.uid, v.ts, v.day, v.total, l.product_id, l.their_way, l.quantity, v.mood_in, v.mood_out"
)
_LINES = "LEFT JOIN visit_line l ON l.customer_id = v.customer_id AND l.n = v.n"
_HISTORY = f"""
WITH {_LATEST}
SELECT {_COLUMNS}
FROM latest JOIN visit v ON v.customer_id = ? AND v.n > latest.n - ? AND v.n <= latest.n
{_LINES} WHERE v.voided IS NULL ORDER BY v.n, l.pos
"""
# `day + 0`: the visits of one customer are walked from the first, never those of one day.
_NTH = (
    "(SELECT day FROM visit WHERE customer_id = ? AND voided IS NULL ORDER BY n LIMIT 1 OFFSET ?)"
)
_AFTER = """(SELECT day FROM visit WHERE customer_id = ? AND voided IS NULL AND day + 0 >= ?
    ORDER BY n LIMIT 1)"""
_STANDING = """
SELECT count(*), max(ts) FROM visit WHERE customer_id = ? AND ts <= ? AND voided IS NULL
"""
_WHO_CAME = """
SELECT customer_id, count(*) FROM visit WHERE day BETWEEN ? AND ? AND voided IS NULL
GROUP BY customer_id ORDER BY customer_id
"""
_WHO_EVER_CAME = "SELECT id FROM customer WHERE id > ? AND visits > 0 ORDER BY id LIMIT ?"
_DAYS = "SELECT day FROM visit WHERE customer_id = ? AND ts <= ? AND voided IS NULL ORDER BY n"


@dataclass(frozen=True)
class Beginnings:
    """What to read of somebody's first visits.

    Attributes:
        first: the day of the first one.
        nth: numbers of visits, counted from 1, whose days are wanted.
        after: numbers of days after the first; the first visit from then on is wanted.
    """

    first: date
    nth: Sequence[int]
    after: Sequence[int]


@dataclass(frozen=True)
class LookBack:
    """The past as a card needs it. All visits: oldest first, those that count.

    Attributes:
        lately: the last 100.
        last_year: those around this day a year ago that are not among them.
        nth, after: the days `Beginnings` asked for; what there is none of is not in it.
    """

    lately: tuple[PastVisit, ...] = ()
    last_year: tuple[PastVisit, ...] = ()
    nth: Mapping[int, date] = field(default_factory=dict)
    after: Mapping[int, date] = field(default_factory=dict)


class HistoryDrawer:
    """Visits gone by."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def history(
        self, customer: int, until: datetime, time: ShopTime, latest: int = KEPT_IN_MIND
    ) -> tuple[PastVisit, ...]:
        """The last visits up to an instant that count, oldest first: 100 of them, or `latest`."""
        values = (customer, to_seconds(until), customer, latest)
        rows = self._db.execute_sql(_HISTORY, values).fetchall()
        return tuple(_past_visit(list(lines), time) for _, lines in groupby(rows, itemgetter(0)))

    def look_back(
        self, customer: int, until: datetime, time: ShopTime, beginnings: Beginnings | None
    ) -> LookBack:
        """The last 100 visits up to an instant, in one statement with what lies before them.

        Args:
            beginnings: None for somebody all of whose visits are among the last 100.
        """
        if beginnings is None:
            return LookBack(self.history(customer, until, time))
        statement, values = _long(customer, until, beginnings)
        rows = self._db.execute_sql(statement, values).fetchall()
        if not rows:
            return LookBack()
        count = len(beginnings.nth)
        days = [None if day is None else date.fromordinal(day) for day in rows[0][11:]]
        found = [
            (bool(lines[0][10]), _past_visit(lines, time))
            for lines in (list(one) for _, one in groupby(rows, itemgetter(0)))
        ]
        return LookBack(
            tuple(visit for is_late, visit in found if is_late),
            tuple(visit for is_late, visit in found if not is_late),
            _known(beginnings.nth, days[:count]),
            _known(beginnings.after, days[count:]),
        )

    def standing(self, customer: int, until: datetime) -> tuple[int, datetime | None]:
        """How many visits up to an instant count, and when the latest of them was."""
        row = self._db.execute_sql(_STANDING, (customer, to_seconds(until))).fetchone()
        return int(row[0]), None if row[1] is None else from_seconds(row[1])

    def who_came(self, first: date, last: date) -> list[tuple[int, int]]:
        """Who came on some business days, both included, and how often; by their number."""
        values = (first.toordinal(), last.toordinal())
        rows = self._db.execute_sql(_WHO_CAME, values).fetchall()
        return [(int(customer), int(count)) for customer, count in rows]

    def who_ever_came(self, after: int, limit: int) -> list[int]:
        """The numbers of customers with visits, from above a number on."""
        rows = self._db.execute_sql(_WHO_EVER_CAME, (after, limit)).fetchall()
        return [int(row[0]) for row in rows]

    def days(self, customer: int, until: datetime) -> tuple[date, ...]:
        """The days of all visits up to an instant that count, oldest first."""
        rows = self._db.execute_sql(_DAYS, (customer, to_seconds(until))).fetchall()
        return tuple(date.fromordinal(day) for (day,) in rows)


def _long(customer: int, until: datetime, wanted: Beginnings) -> tuple[str, tuple[object, ...]]:
    """The statement for somebody with more visits than are kept in mind, and its values."""
    columns = ["v.n > latest.n - ?"] + [_NTH] * len(wanted.nth) + [_AFTER] * len(wanted.after)
    values: list[object] = [customer, to_seconds(until), KEPT_IN_MIND]
    for number in wanted.nth:
        values += (customer, number - 1)
    for days in wanted.after:
        values += (customer, wanted.first.toordinal() + days)
    begins, ends = (to_seconds(until - _LAST_YEAR + way * _SAME_WEEKS) for way in (-1, 1))
    values += (customer, _YEAR_OF_VISITS, KEPT_IN_MIND, begins, ends)
    statement = f"""
WITH {_LATEST}
SELECT {_COLUMNS}, {", ".join(columns)}
FROM latest JOIN visit v ON v.customer_id = ? AND v.n > latest.n - ? AND v.n <= latest.n
    AND (v.n > latest.n - ? OR v.ts BETWEEN ? AND ?)
{_LINES} WHERE v.voided IS NULL ORDER BY v.n, l.pos
"""
    return statement, tuple(values)


def _known(wanted: Sequence[int], days: Sequence[date | None]) -> dict[int, date]:
    return {one: day for one, day in zip(wanted, days, strict=True) if day is not None}


def _past_visit(lines: Sequence[Sequence[Any]], time: ShopTime) -> PastVisit:
    _, uid, ts, day, total = lines[0][:5]
    kept = [line for line in lines if line[5] is not None and line[7] > 0]
    return PastVisit(
        uid=uid,
        at=time.local(from_seconds(ts)).replace(tzinfo=None),
        day=date.fromordinal(day),
        items=tuple(dict.fromkeys(line[5] for line in kept)),
        ways={line[5]: line[6] for line in kept if line[6]},
        total=total,
        mood_in=mood_of(lines[0][8]),
        mood_out=mood_of(lines[0][9]),
    )


def mood_of(said: str) -> Mood | None:
    """How somebody seemed, from the table's column."""
    return Mood(said) if said else None
