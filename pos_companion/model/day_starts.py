"""Business days of many instants, by where each day starts: the clock is asked once for a day."""

from datetime import date

from pos_companion.model.dates import ShopTime

_DAY = 86_400
_FIRST_DAY = date(1970, 1, 1).toordinal()


class DayStarts:
    """Where the business days of a shop start; what was asked once is kept."""

    def __init__(self, time: ShopTime) -> None:
        self._time = time
        self._starts: dict[int, float] = {}

    def day_of(self, seconds: int) -> date:
        """The business date of an instant.

        Args:
            seconds: UTC, since 1970.
        """
        number = seconds // _DAY + _FIRST_DAY
        while seconds < self._start(number):
            number -= 1
        while seconds >= self._start(number + 1):
            number += 1
        return date.fromordinal(number)

    def _start(self, number: int) -> float:
        start = self._starts.get(number)
        if start is None:
            start = self._time.day_start(date.fromordinal(number)).timestamp()
            self._starts[number] = start
        return start
