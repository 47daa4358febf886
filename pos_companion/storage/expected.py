"""Who may walk in now: those who came at this time of the week, and those who come often lately.

Kept in memory for half an hour and read from the visits, so that nothing has to be written when
somebody comes. The word index is ordered by who came last; with thousands of people called Maria
it is this list that brings up the one who comes every Friday.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.insight.likely import Comes, likelihood
from pos_companion.storage.columns import from_seconds, marks

Window = tuple[int, int]
"""From and to, seconds UTC."""
_CAME = "SELECT customer_id FROM visit WHERE ts >= ? AND ts <= ? ORDER BY ts DESC LIMIT ?"
_COMES = """
SELECT id, visits, first_visit, last_visit FROM customer WHERE id IN (%s) AND erased IS NULL
"""
_WORDS = "SELECT customer_id, d FROM search_doc WHERE customer_id IN (%s)"
_DAY = 86_400
_FIRST_DAY = from_seconds(0).toordinal()
_VISITS_AT_ONCE = 2_000
_MOST = 500
_LAST = "\U0010ffff"


class Likely(NamedTuple):
    """Somebody who may walk in.

    Attributes:
        text: the folded words they are found by.
        likely: what `likelihood` says.
    """

    customer: int
    text: str
    likely: float


_NOBODY = Likely(0, "", 0.0)


class Expected:
    """The people who may walk in now, by the beginnings of their words."""

    def __init__(self, db: SqlCipherDatabase, records: Any = None) -> None:
        self._db = db
        self._records: Any = db if records is None else records
        self._time: object = None
        self._today = 0
        self._times: dict[int, int] = {}
        self._people: list[Likely] = []
        self._words: list[str] = []
        self._places: dict[str, list[int]] = {}
        self._at: dict[int, int] = {}

    def is_for(self, time: object) -> bool:
        """Whether the visits were read for this time already."""
        return self._time == time

    def look_ahead(self, time: object, hours: Iterable[Window], lately: Window) -> None:
        """Read the visits that tell who may walk in.

        Args:
            time: what it is kept for, compared by `is_for`.
            hours: this time of the week in the weeks gone by.
            lately: the days up to now in which regulars are looked for.
        """
        came = Counter(one for hour in hours for one in set(self._came(hour)))
        self._times, self._today = dict(came), lately[1] // _DAY
        regulars = Counter(self._came(lately))
        some = {one for one, _ in came.most_common(_MOST)}
        some |= {one for one, times in regulars.most_common(_MOST) if times > 1}
        asked = sorted(some)
        text = dict(self._db.execute_sql(_WORDS % marks(asked), asked).fetchall())
        rows = self._records.execute_sql(_COMES % marks(asked), asked).fetchall()
        people = [Likely(row[0], text[row[0]], self.likely(*row)) for row in rows if row[0] in text]
        self._people = sorted(people, key=lambda one: (-one.likely, one.customer))
        self._places = {}
        for n, one in enumerate(self._people):
            for word in set(one.text.split()):
                self._places.setdefault(word, []).append(n)
        self._words = sorted(self._places)
        self._at = {one.customer: n for n, one in enumerate(self._people)}
        self._time = time

    def likely(self, customer: int, visits: int, first: int | None, last: int | None) -> float:
        """How likely a customer walks in now.

        Args:
            first: the day number of the first visit.
            last: seconds of the latest.
        """
        day = None if last is None else last // _DAY
        start = None if first is None else first - _FIRST_DAY
        return likelihood(Comes(visits, start, day, self._times.get(customer, 0)), self._today)

    def having(self, words: Sequence[str], are_whole: bool, most: int) -> list[Likely]:
        """Those expected who have some words, or words that begin so; the likeliest first."""
        found: set[int] | None = None
        for word in words:
            places = self._having(word, is_whole=are_whole)
            found = set(places) if found is None else found.intersection(places)
            if not found:
                return []
        return [self._people[n] for n in sorted(found or ())[:most]]

    def _having(self, word: str, *, is_whole: bool) -> Iterable[int]:
        if is_whole:
            return self._places.get(word, ())
        start = bisect_left(self._words, word)
        end = bisect_left(self._words, word + _LAST, start)
        return [n for one in self._words[start:end] for n in self._places[one]]

    def forget(self, customers: Iterable[int]) -> None:
        """Leave out those who are found by something else from now on, or by nothing."""
        for customer in customers:
            if (place := self._at.pop(customer, None)) is not None:
                self._leave_out(place)

    def forget_everybody(self) -> None:
        """Read the visits again the next time."""
        self._time, self._people, self._words, self._places = None, [], [], {}
        self._at = {}

    def _leave_out(self, place: int) -> None:
        for word in set(self._people[place].text.split()):
            self._places[word].remove(place)
            if not self._places[word]:
                del self._places[word]
                del self._words[bisect_left(self._words, word)]
        self._people[place] = _NOBODY

    def _came(self, window: Window) -> list[Any]:
        rows = self._records.execute_sql(_CAME, (*window, _VISITS_AT_ONCE)).fetchall()
        return [row[0] for row in rows]
