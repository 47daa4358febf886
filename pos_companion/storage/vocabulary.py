"""All words that people are found by, and the ways to a word that was not typed as it is written.

Slips are sought among words, never among people: a million customers share two hundred thousand
words. The keys of a word are numbers made of its first letters with one of them taken out, and of
its sound, so a handful of key reads leads to all words nearby.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.insight import typos
from pos_companion.insight.sounds import sound_of
from pos_companion.storage.columns import marks, parts
from pos_companion.storage.faults import read
from pos_companion.storage.gathering import gathered
from pos_companion.storage.search_keys import STREET

_KNOWN = "SELECT t FROM term WHERE t IN (%s)"
_BEGUN = "SELECT t FROM term WHERE t >= ? AND t < ? ORDER BY t LIMIT ?"
_FIRST = "(SELECT t FROM term WHERE t >= ? ORDER BY t LIMIT 1)"
_AFTER = "(SELECT t FROM term WHERE t > ? ORDER BY t LIMIT 1)"
_NEXT_TWO = "SELECT t FROM term WHERE t >= ? ORDER BY t LIMIT 2"
_ADD = "INSERT INTO term (t) VALUES (?)"
_DROP = "DELETE FROM term WHERE t = ?"
_ANYBODY = "SELECT 1 FROM name_fts WHERE name_fts MATCH ? LIMIT 1"
_ADD_KEY = "INSERT INTO term_key (h, t) VALUES (?, ?)"
_DROP_KEY = "DELETE FROM term_key WHERE h = ? AND t = ?"
_MOST_KEYS = typos.HEAD + 2
_NEAR = f"SELECT h, t FROM term_key WHERE h IN ({', '.join('?' * _MOST_KEYS)})"
_ANY_BEGUN = """
SELECT j.value FROM json_each(?) j
WHERE EXISTS (SELECT 1 FROM term WHERE t >= j.value AND t < j.value || char(1114111))
"""
_LAST = "\U0010ffff"
LONGEST_GUESSED = typos.HEAD - 1
"""A longer beginning with a slip is found by the keys, which are made of so many letters."""


class Near(NamedTuple):
    """Words that may have been meant.

    Attributes:
        sounds: those that sound the same.
        slips: those one slip away, or whose beginning is.
        begins: beginnings of words, one slip away from what was typed.
    """

    sounds: frozenset[str]
    slips: frozenset[str]
    begins: tuple[str, ...] = ()


def keys_of(word: str) -> list[tuple[int, str]]:
    """The keys by which a word is found when it was not typed as it is written.

    Streets are found as they are written: who lives where is no name.
    """
    if len(word) < typos.SHORTEST or word.startswith(STREET):
        return []
    numbers = {_number(part) for part in typos.shortened(word)}
    if sound := sound_of(word):
        numbers.add(_number_of_sound(sound))
    return [(number, word) for number in sorted(numbers)]


def _number(text: str) -> int:
    # Of three bytes, which saves one a key: what shares a number by chance is compared anyway.
    return zlib.crc32(text.encode("utf-8", "surrogatepass")) & 0x7FFFFF


def _number_of_sound(sound: str) -> int:
    # Nothing is compared here, so nothing may share it by chance.
    return zlib.crc32(sound.encode("utf-8", "surrogatepass")) & 0x7FFFFFFF | 0x40000000


class Vocabulary:
    """The words, kept in step with the people; call the writing ones inside a transaction."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def add(self, words: Iterable[str]) -> None:
        """Know these words from now on."""
        wanted = set(words)
        new = sorted(wanted - self.known(sorted(wanted))) if wanted else ()
        if new:
            self._many(_ADD, ((word,) for word in new))
            self._many(_ADD_KEY, sorted(key for word in new for key in keys_of(word)))

    def drop_unused(self, words: Iterable[str]) -> None:
        """Leave no trace of those among some words that nobody is found by any more."""
        unused = [word for word in sorted(set(words)) if not self._run(_ANYBODY, f'"{word}"')]
        if not unused:
            return
        self._many(_DROP, ((word,) for word in unused))
        self._many(_DROP_KEY, (key for word in unused for key in keys_of(word)))

    def fill(self, words: Iterable[str]) -> None:
        """Know exactly these words; pages are written from end to end."""
        all_words = sorted(set(words))
        with gathered(self._db, "term") as add:
            add((word,) for word in all_words)
        with gathered(self._db, "term_key") as add:
            add(key for word in all_words for key in keys_of(word))

    def known(self, words: Sequence[str]) -> set[str]:
        """Those of some words that somebody is found by."""
        asked = parts(words)
        return {row[0] for some in asked for row in self._run(_KNOWN % marks(some), *some)}

    def first_from(self, words: Sequence[str]) -> tuple[dict[str, str], str]:
        """The first word from each of some words on: itself, or one it begins, or neither.

        Args:
            words: not empty.

        Returns:
            By the words asked for; and the first one after the last of them. Empty where there
            is none.
        """
        if len(words) == 1:
            found = [row[0] for row in self._run(_NEXT_TWO, words[0])] + ["", ""]
            first = found[0]
            return {words[0]: first}, found[1] if first == words[0] else first
        asked = ", ".join([_FIRST] * len(words))
        *firsts, after = self._run(f"SELECT {asked}, {_AFTER}", *words, words[-1])[0]
        return {word: first or "" for word, first in zip(words, firsts, strict=True)}, after or ""

    def begun(self, beginning: str, most: int) -> list[str]:
        """Words that begin so, at most so many."""
        return [row[0] for row in self._run(_BEGUN, beginning, beginning + _LAST, most)]

    def near(self, word: str, is_begun: bool) -> Near:
        """What may have been meant by a word.

        Args:
            is_begun: it may go on after what was typed.
        """
        if len(word) < typos.SHORTEST:
            return Near(frozenset(), frozenset())
        sound = _number_of_sound(sound_of(word))
        numbers = [_number(part) for part in typos.shortened(word)]
        rows = self._run(_NEAR, *numbers, *[sound] * (_MOST_KEYS - len(numbers)))
        found = {term for _, term in rows} - {word}
        sounds = {term for number, term in rows if number == sound} - {word}
        slips = frozenset(term for term in found if typos.is_one_off(word, term, is_begun))
        begins: tuple[str, ...] = ()
        if is_begun and len(word) <= LONGEST_GUESSED:
            guesses = json.dumps(typos.with_one_slip(word))
            begins = tuple(row[0] for row in self._run(_ANY_BEGUN, guesses))
        return Near(frozenset(sounds), slips - sounds, begins)

    def _run(self, sql: str, *values: object) -> list[Any]:
        return read(self._db, sql, *values)

    def _many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        self._db.connection().executemany(sql, rows)
