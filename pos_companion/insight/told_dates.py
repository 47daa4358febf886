"""A date in the language's own words: "3 May", "8.5.", "nächsten Freitag", "بعد أسبوعين".

A date that can be read in two ways has two readings, and neither is chosen. Points put the day in
front; strokes and hyphens leave it open, and the language's own order comes first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pos_companion.i18n import vocabulary
from pos_companion.insight.told_tokens import Token, phrase_at
from pos_companion.model.dates import PartialDate

_FIGURES = re.compile(r"(?P<a>\d{1,4})(?P<by>[./-])(?P<b>\d{1,4})(?:(?P=by)(?P<c>\d{1,4}))?\.?")
_FIRST_YEAR, _LAST_YEAR = 1850, 2200
_FURTHEST = 400
_DAYS = {"day": 1, "week": 7, "two_days": 2, "two_weeks": 14}
_MONTHS = {"month": 1, "two_months": 2}


@dataclass(frozen=True)
class DateFound:
    """A date in a line.

    Attributes:
        count: how many tokens it takes.
        readings: what it may mean, at most two; the more likely one first.
        is_near: it was named from today on ("next Friday"), so its year says nothing more.
    """

    count: int
    readings: tuple[PartialDate, ...]
    is_near: bool = False


@dataclass(frozen=True)
class DateReader:
    """Reads dates as one language writes them, seen from a business date."""

    language: str
    today: date

    def at(self, tokens: Sequence[Token], at: int) -> DateFound | None:
        """The date that begins at a token, with the little words in front; None when none does."""
        skipped = self._fillers(tokens, at)
        for start in dict.fromkeys((at + skipped, at)):
            for read in (self._figures, self._day_month, self._month_day, self._month, self._near):
                if start < len(tokens) and (found := read(tokens, start)) is not None:
                    return DateFound(found.count + start - at, found.readings, found.is_near)
        return None

    def _fillers(self, tokens: Sequence[Token], at: int) -> int:
        end = at
        while end < len(tokens) and (count := self._hint(tokens, end, "filler")):
            end += count
        return end - at

    def _hint(self, tokens: Sequence[Token], at: int, wanted: str) -> int:
        """How many tokens of a hint of that sort stand here."""
        count, hint = phrase_at(tokens, at, vocabulary.words_in("dates.hints", self.language))
        return count if hint == wanted else 0

    def _figures(self, tokens: Sequence[Token], at: int) -> DateFound | None:
        found = _FIGURES.fullmatch(tokens[at].text)
        if found is None:
            return None
        first, second = int(found["a"]), int(found["b"])
        if len(found["a"]) == 4 and found["c"]:
            return _one(1, _made(first, second, int(found["c"])))
        if found["c"] and len(found["c"]) != 4:
            return None  # of which century?
        year = int(found["c"]) if found["c"] else None
        day_first, month_first = _made(year, second, first), _made(year, first, second)
        if found["by"] == ".":
            return _one(1, day_first)
        both = [day_first, month_first]
        if not vocabulary.is_day_first(self.language):
            both.reverse()
        readings = tuple(dict.fromkeys(one for one in both if one is not None))
        return DateFound(1, readings) if readings else None

    def _day_month(self, tokens: Sequence[Token], at: int) -> DateFound | None:
        day = _number(tokens, at)
        if day is None:
            return None
        end = at + 1
        end += self._hint(tokens, end, "ordinal")
        end += self._fillers(tokens, end)
        count, month = self._month_name(tokens, end)
        if not count:
            return None
        end += count
        years, year = _year(tokens, end)
        return _one(end + years - at, _made(year, month, day))

    def _month_day(self, tokens: Sequence[Token], at: int) -> DateFound | None:
        count, month = self._month_name(tokens, at)
        end = at + count
        end += self._fillers(tokens, end) if count else 0
        day = _number(tokens, end) if count else None
        if day is None or day > 31:
            return None
        end += 1
        end += self._hint(tokens, end, "ordinal")
        years, year = _year(tokens, end)
        return _one(end + years - at, _made(year, month, day))

    def _month(self, tokens: Sequence[Token], at: int) -> DateFound | None:
        """A month alone needs its "in": some months are names and small words as well."""
        hint = self._hint(tokens, at, "in") or self._hint(tokens, at, "filler")
        count, month = self._month_name(tokens, at + hint) if hint else (0, 0)
        if not count:
            return None
        years, year = _year(tokens, at + hint + count)
        return _one(hint + count + years, _made(year, month, None))

    def _month_name(self, tokens: Sequence[Token], at: int) -> tuple[int, int]:
        names = {name: str(number) for name, number in vocabulary.months(self.language).items()}
        count, month = phrase_at(tokens, at, names)
        if count and at + count < len(tokens) and tokens[at + count].text == ".":
            count += 1
        return count, int(month or 0)

    def _near(self, tokens: Sequence[Token], at: int) -> DateFound | None:
        near, days = phrase_at(tokens, at, vocabulary.words_in("dates.near", self.language))
        if near:
            return self._in_days(near, int(days))
        return self._weekday(tokens, at) or self._after(tokens, at)

    def _weekday(self, tokens: Sequence[Token], at: int) -> DateFound | None:
        before = self._hint(tokens, at, "next")
        names = {name: str(number) for name, number in vocabulary.weekdays(self.language).items()}
        count, weekday = phrase_at(tokens, at + before, names)
        if not count:
            return None
        after = self._hint(tokens, at + before + count, "next")
        ahead = (int(weekday) - self.today.weekday() - 1) % 7 + 1
        return self._in_days(before + count + after, ahead)

    def _after(self, tokens: Sequence[Token], at: int) -> DateFound | None:
        hint = self._hint(tokens, at, "in")
        if not hint:
            return None
        at += hint
        number, times = _number(tokens, at), 1
        if number is None:
            counted = vocabulary.words_in("dates.numbers", self.language)
            times, word = phrase_at(tokens, at, counted)
            number = int(word or 1)
        units = vocabulary.words_in("dates.units", self.language)
        count, unit = phrase_at(tokens, at + times, units)
        if not count or number > _FURTHEST:
            return None
        count += hint + times
        if unit in _DAYS:
            return self._in_days(count, number * _DAYS[unit])
        return self._in_days(count, (self._months_on(number * _MONTHS[unit]) - self.today).days)

    def _months_on(self, months: int) -> date:
        year, month = divmod(self.today.year * 12 + self.today.month - 1 + months, 12)
        first = date(year, month + 1, 1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return first.replace(day=min(self.today.day, last.day))

    def _in_days(self, count: int, days: int) -> DateFound:
        day = self.today + timedelta(days=days)
        return DateFound(count, (PartialDate(day.year, day.month, day.day),), is_near=True)


def _number(tokens: Sequence[Token], at: int) -> int | None:
    text = tokens[at].text.rstrip(".") if at < len(tokens) else ""
    return int(text) if text.isdecimal() and len(text) <= 3 else None


def _year(tokens: Sequence[Token], at: int) -> tuple[int, int | None]:
    """A year right behind a date; a comma may stand between."""
    comma = 1 if at < len(tokens) and tokens[at].text == "," else 0
    text = tokens[at + comma].text.rstrip(".") if at + comma < len(tokens) else ""
    if len(text) == 4 and text.isdecimal():
        return comma + 1, int(text)
    return 0, None


def _one(count: int, made: PartialDate | None) -> DateFound | None:
    return None if made is None else DateFound(count, (made,))


def _made(year: int | None, month: int, day: int | None) -> PartialDate | None:
    """A date; None when there is no such day, or nobody alive has to do with that year."""
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
