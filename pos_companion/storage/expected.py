"""Who may walk in now: those who came at this time of the week, and those who come often lately.

Kept in memory for half an hour and read from the visits, so that nothing has to be written when
somebody comes. The word index is ordered by who came last; with thousands of people called Maria
it is this list that brings up the one who comes every Friday.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

Window = tuple[int, int]
"""From and to, seconds UTC."""
_CAME = "SELECT customer_id FROM visit WHERE ts >= ? AND ts <= ? ORDER BY ts DESC LIMIT ?"
_WORDS = """
SELECT customer_id, d FROM search_doc WHERE customer_id IN (SELECT value FROM json_each(?))
"""
_VISITS_AT_ONCE = 2_000
_MOST = 500


class Expected:
    """The people who may walk in now, by the beginnings of their words."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db
        self._for: object = None
        self._times: dict[int, int] = {}
        self._begin: list[tuple[str, int]] = []

    def is_for(self, time: object) -> bool:
        """Whether the visits were read for this time already."""
        return self._for == time

    def look_ahead(self, time: object, hours: Iterable[Window], lately: Window) -> None:
        """Read the visits that tell who may walk in.

        Args:
            time: what it is kept for, compared by `is_for`.
            hours: this time of the week in the weeks gone by.
            lately: the days in which regulars are looked for.
        """
        came = Counter(one for hour in hours for one in set(self._came(hour)))
        self._times = dict(came)
        regulars = Counter(self._came(lately))
        likely = [one for one, _ in came.most_common(_MOST)]
        likely += [one for one, times in regulars.most_common(_MOST) if times > 1]
        rows = self._db.execute_sql(_WORDS, (str(sorted(set(likely))),)).fetchall()
        self._begin = sorted({(word, one) for one, text in rows for word in text.split()})
        self._for = time

    def times(self, customer: int) -> int:
        """In how many of the weeks looked at a customer came at this time."""
        return self._times.get(customer, 0)

    def begin(self, words: Sequence[str], most: int) -> list[int]:
        """Those expected who have words with these beginnings, the likeliest first.

        The list may be older than the records; whoever uses it reads the records again.
        """
        found: set[int] | None = None
        for word in words:
            start = bisect_left(self._begin, (word,))
            end = bisect_left(self._begin, (word + "\U0010ffff",), start)
            some = {one for _, one in self._begin[start:end]}
            found = some if found is None else found & some
            if not found:
                return []
        return sorted(found or (), key=lambda one: (-self.times(one), one))[:most]

    def forget(self) -> None:
        """Read the visits anew at the next question."""
        self._for, self._times, self._begin = None, {}, []

    def _came(self, window: Window) -> list[Any]:
        rows = self._db.execute_sql(_CAME, (*window, _VISITS_AT_ONCE)).fetchall()
        return [row[0] for row in rows]
