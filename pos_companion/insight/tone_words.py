"""The words that are never said aloud, language by language, from `resources/words/tone`."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache

from pos_companion.settings import RESOURCES

FOLDER = RESOURCES / "words" / "tone"
CODES = (
    "scheme", "policy", "money", "age", "absence", "habits", "source", "private", "pressing",
)  # fmt: skip
"""What a list can be about, in the order in which complaints are made."""

# Sums and shares look alike everywhere, and the places a sentence has for them are English.
_EVERYWHERE = {
    "money": (
        r"[€$£¥₺₽₹]\s?\d[\d.,]*",
        r"\d[\d.,]*\s?[€$£¥₺₽₹]",
        r"\d[\d.,٫]*\s?[%٪]",
        r"\{(?:amount|price|total|cost|percent)\}",
    ),
    "age": (r"\{age\}",),
    "absence": (r"\{visits\}",),
}
_FALLBACK = "en"


@cache
def never_said(language: str) -> Mapping[str, re.Pattern[str]]:
    """What to look for in a language, by code.

    Args:
        language: a tag such as `de` or `de_AT`; without a list of its own, English is looked for,
            in which rules are written everywhere.
    """
    path = FOLDER / f"{_base(language)}.toml"
    if not path.is_file():
        return never_said(_FALLBACK)
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = set(lists) - set(CODES)
    if unknown:
        raise LookupError(f"{path.name} has lists nobody looks for: {sorted(unknown)}")
    return {code: _pattern((*_EVERYWHERE.get(code, ()), *lists.get(code, ()))) for code in CODES}


def languages_with_words() -> tuple[str, ...]:
    """The languages there are lists for, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def bare(text: str) -> str:
    """A text composed and without Arabic vowel marks, as it is looked through."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in composed if not "\u064b" <= sign <= "\u0652")


def _base(language: str) -> str:
    return language.replace("-", "_").split("_")[0].lower() or _FALLBACK


def _pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    # A list that is empty finds nothing.
    return re.compile("|".join(parts) if parts else r"(?!)", re.IGNORECASE)
