"""Words of each language that are read, not shown: what a cashier may type.

They lie in `resources/words/<language>.toml`; months and weekdays come from CLDR. A language
without a file of its own has its months and weekdays, and the English words.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

WORDS_FOLDER = Path(__file__).parents[2] / "resources" / "words"
_ENGLISH = "en"
_NAMES = ("format", "stand-alone")
_WIDTHS = ("wide", "abbreviated")
# What scripts write in two ways though it is one word.
_ALIKE = str.maketrans({"ى": "ي", "ة": "ه", "ـ": "", "ı": "i", "ł": "l", "ø": "o", "’": "'"})

Words = Mapping[str, str]
"""What a word or a few words stand for, by their folded form."""


def fold(text: str) -> str:
    """A text without capitals, accents and vowel marks, with single blanks.

    Shape: its words stay words, in their order; signs that are no letters are kept.
    """
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(bare.translate(_ALIKE).split())


def word_languages() -> tuple[str, ...]:
    """The languages with words of their own, sorted."""
    return tuple(sorted(path.stem for path in WORDS_FOLDER.glob("*.toml")))


@cache
def words_in(section: str, language: str) -> Words:
    """The words of a section in one language; English ones where it has none of its own.

    Args:
        section: a table of the file ("beings"), or a part of one ("dates.units").
    """
    own = _section(_base(language), section)
    return {**_section(_ENGLISH, section), **own}


@cache
def words_everywhere(section: str) -> Words:
    """The words of a section in all languages together."""
    found: dict[str, str] = {}
    for language in word_languages():
        found |= _section(language, section)
    return found


@cache
def months(language: str) -> Mapping[str, int]:
    """Month names and their short forms, folded: 1 to 12. English ones are understood as well."""
    return _calendar_names(language, "months")


@cache
def weekdays(language: str) -> Mapping[str, int]:
    """Weekday names and their short forms, folded: 0 is Monday."""
    return _calendar_names(language, "days")


@cache
def is_day_first(language: str) -> bool:
    """Whether the language writes the day before the month.

    Source: the short date of CLDR.
    """
    pattern = str(_locale(language).date_formats["short"].pattern)
    return pattern.index("d") < pattern.index("M")


def _calendar_names(language: str, what: str) -> Mapping[str, int]:
    found: dict[str, int] = {}
    own = _file(_base(language)).get("dates", {}).get("locales", [language])
    for tag in [_ENGLISH, *own, language]:
        table = getattr(_locale(tag), what)
        for place in _NAMES:
            for width in _WIDTHS:
                names = table[place][width]
                found |= {fold(name).rstrip("."): number for number, name in names.items()}
    return found


def _locale(language: str) -> Locale:
    if language == _ENGLISH:
        return Locale(_ENGLISH, "GB")
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale(_ENGLISH, "GB")


def _base(language: str) -> str:
    return re.split("[-_]", language)[0]


@cache
def _section(language: str, section: str) -> Words:
    table: Any = _file(language)
    for name in section.split("."):
        table = table.get(name, {})
    return {fold(word): meaning for meaning, words in table.items() for word in _listed(words)}


def _listed(words: object) -> Iterable[str]:
    return [str(word) for word in words] if isinstance(words, list) else ()


@cache
def _file(language: str) -> Mapping[str, Any]:
    path = WORDS_FOLDER / f"{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
