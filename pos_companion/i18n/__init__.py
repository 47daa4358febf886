"""Words, dates and money as the language of the interface writes them.

The packages below the screen only *mark* texts (`N_`) and carry them as `Phrase` values; whoever
shows them calls `words`. So a sentence kept with a Redemption can be read in any language later.

Whatever is put into a sentence that runs from right to left is isolated from it (`directions`).
"""

import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_precision

from pos_companion.i18n.directions import isolate, without_marks
from pos_companion.i18n.in_use import LanguageInUse
from pos_companion.i18n.values import DayName as DayName
from pos_companion.i18n.values import FullDay as FullDay
from pos_companion.i18n.values import LanguageName as LanguageName
from pos_companion.i18n.values import LongDay as LongDay
from pos_companion.i18n.values import MonthName as MonthName
from pos_companion.i18n.values import NearDay as NearDay
from pos_companion.i18n.values import Percent as Percent

LOCALE_FOLDER = Path(__file__).parents[2] / "resources" / "locale"
DOMAIN = "pos_companion"
_SHORT_NAMES = re.compile(r"E+|MMM|LLL")
_PLACE = re.compile(r"\{(\w+)\}")


def N_(text: str) -> str:  # noqa: N802 - the usual gettext name for "mark, do not translate"
    """Mark a text for the catalogue and return it unchanged."""
    return text


@dataclass(frozen=True)
class Phrase:
    """A sentence not yet in any language: a marked text and the values for its `{names}`.

    Attributes:
        text: the msgid, in English.
        values: what goes into the braces: text, numbers, dates, `NearDay`, money or phrases.
        plural: the English plural; when set, `values["count"]` chooses the form.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str = ""


@runtime_checkable
class _Amount(Protocol):
    @property
    def amount(self) -> int: ...
    @property
    def currency(self) -> str: ...


_language = LanguageInUse()


def use_language(code: str) -> None:
    """Switch the language of the interface.

    Args:
        code: a tag such as `de`, `pt-BR` or `ar`. English needs no catalogue and is what shows
            for any text a catalogue does not hold. A tag that CLDR does not know means English.
    """
    try:
        _language.locale = Locale.parse(code.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        _language.locale = Locale("en", "GB")
    if _language.locale.language == "en" and not _language.locale.territory:
        _language.locale = Locale("en", "GB")
    tags = [str(_language.locale), _language.locale.language]
    _language.texts = gettext.translation(DOMAIN, LOCALE_FOLDER, languages=tags, fallback=True)


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Word something in another language than the till's; an empty code keeps the till's."""
    with _language.aside():
        if code:
            use_language(code)
        yield


def language() -> str:
    """The tag of the language in use, for example `en_GB`."""
    return str(_language.locale)


def languages() -> tuple[str, ...]:
    """The tags that can be chosen: English, and every catalogue on disk; sorted."""
    found = {entry.parent.parent.name for entry in LOCALE_FOLDER.glob("*/LC_MESSAGES/*.po")}
    return tuple(sorted(found | {"en"}))


def is_right_to_left() -> bool:
    """Whether the language in use is written from right to left."""
    return _language.locale.text_direction == "rtl"


def _(text: str) -> str:
    """Translate a text."""
    return _language.texts.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a text that depends on a number."""
    return _language.texts.ngettext(one, many, count)


def words(phrase: Phrase) -> str:
    """Say a phrase in the language in use; a value missing from it is left in its braces."""
    if phrase.plural:
        count = phrase.values.get("count", 0)
        text = ngettext(phrase.text, phrase.plural, int(str(count)))
    else:
        text = _(phrase.text) if phrase.text else ""
    return _filled(text, phrase.values)


def fill(text: str, /, **values: object) -> str:
    """Put values into a text that is translated already; one that is missing keeps its braces.

    Args:
        text: with `{names}`, as `_` and `ngettext` return it.
        values: as those of a `Phrase`.
    """
    return _filled(text, values)


def isolated(text: str) -> str:
    """A text of somebody's own as it stands on the screen, safe from the direction around it.

    Left to right it stays as it is: nothing that is searched for or written needs marks.
    """
    return isolate(text) if is_right_to_left() else text


def in_one_piece(text: str) -> str:
    """A sentence put together from the shop's own words, isolated as a whole instead of by parts.

    For parts in one language: "Sour oat milk on Tuesday: a fresh one on us." runs left to right.
    """
    return isolated(without_marks(text))


def _filled(text: str, values: Mapping[str, object]) -> str:
    # Only `{names}` are places; any other brace a manager may have typed stays as it is.
    return _PLACE.sub(lambda place: _in_place(place, values), text)


def _in_place(place: re.Match[str], values: Mapping[str, object]) -> str:
    return isolated(value_in_words(values[place[1]])) if place[1] in values else place[0]


def value_in_words(value: object) -> str:
    """One value as the language writes it: phrase, day, time, money, number or plain text."""
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    return str(value)


def money(amount: int, currency: str) -> str:
    """Money as the language writes it.

    Args:
        amount: minor units (cents); may be negative.
        currency: ISO 4217 code.

    Source: number of decimals from CLDR (`get_currency_precision`).
    """
    exponent = get_currency_precision(currency)
    value = Decimal(amount).scaleb(-exponent)
    return format_currency(value, currency, locale=_language.locale)


def short_day(day: date) -> str:
    """A day without its year: "14 Dec"."""
    return format_skeleton("MMMd", day, locale=_language.locale)


def long_day(day: date) -> str:
    """A day with its year: "21 November 2025"."""
    return format_date(day, "long", locale=_language.locale)


def full_day(day: date) -> str:
    """A day with its weekday: "Friday 21 November"."""
    # CLDR orders the short form in every language; its short names are then written out.
    pattern = _language.locale.datetime_skeletons["MMMEd"].pattern
    return format_date(day, _SHORT_NAMES.sub(_written_out, pattern), locale=_language.locale)


def dated_day(day: date) -> str:
    """A day with its short weekday, for lists of days: "Tue 18 Nov"."""
    return format_skeleton("MMMEd", day, locale=_language.locale)


def _written_out(name: re.Match[str]) -> str:
    return name[0][0] * 4


def weekday_name(weekday: int) -> str:
    """A weekday standing alone: "Tuesday".

    Args:
        weekday: 0 is Monday.
    """
    return str(_language.locale.days["stand-alone"]["wide"][weekday])


def month_name(month: int) -> str:
    """A month standing alone: "February".

    Args:
        month: 1 to 12.
    """
    return str(_language.locale.months["stand-alone"]["wide"][month])


def near_day(day: date, today: date) -> str:
    """A day as people say it from today: near days by name, far ones by date.

    Within six days before today the weekday alone, 7 to 13 days before "last week"; within eight
    days after today the weekday with its date; else day and month, with the year when that is
    another one and more than about half a year lies between.
    """
    away = (day - today).days
    if away in _NEAR:
        return _(_NEAR[away])
    if -6 <= away < 0:
        return format_date(day, "EEEE", locale=_language.locale)
    if -13 <= away < 0:
        return _(N_("last week"))
    if 0 < away <= 8:
        return format_skeleton("MMMEd", day, locale=_language.locale)
    if abs(away) < 180 or day.year == today.year:
        return short_day(day)
    return format_skeleton("yMMMd", day, locale=_language.locale)


_NEAR = {-1: N_("yesterday"), 0: N_("today"), 1: N_("tomorrow")}


def _percent(basis_points: int) -> str:
    share = Decimal(basis_points) / 10_000
    return str(format_percent(share, locale=_language.locale, decimal_quantization=False))


def _number(value: float | Decimal) -> str:
    try:
        return str(format_decimal(value, locale=_language.locale))
    except InvalidOperation:
        # More digits than anybody counts: nobody's number, but it may have been typed.
        return str(value)


def _parts_in_words(parts: list[object] | tuple[object, ...]) -> str:
    spoken = [isolated(value_in_words(part)) for part in parts]
    return str(format_list(spoken, locale=_language.locale))


_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (Phrase, words),
    (NearDay, lambda near: near_day(near.day, near.today)),
    (_Amount, lambda value: money(value.amount, value.currency)),
    (DayName, lambda day: weekday_name(day.weekday)),
    (MonthName, lambda name: month_name(name.month)),
    (LanguageName, lambda name: str(name.locale.get_display_name(_language.locale))),
    (Percent, lambda share: _percent(share.basis_points)),
    (FullDay, lambda full: full_day(full.day)),
    (LongDay, lambda long: long_day(long.day)),
    (date, short_day),
    (time, lambda value: str(format_time(value, "short", locale=_language.locale))),
    (bool, str),
    (int, _number),
    (float, _number),
    (Decimal, _number),
    (list, _parts_in_words),
    (tuple, _parts_in_words),
)
