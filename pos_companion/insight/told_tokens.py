"""A line taken to pieces: words, numbers, dates in figures and signs, each with its place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pos_companion.i18n.vocabulary import fold

_MOST_WORDS = 4
# Letters keep their marks; apostrophes and hyphens stay inside of a word.
_LETTER = r"[^\W\d_](?:[\u0300-\u036f\u064b-\u0655\u0670\u200c\u200d])*"
_TOKEN = re.compile(
    rf"\d+(?:[./-]\d+)+\.?|\d+\.?|{_LETTER}(?:['’\u2010-]?{_LETTER})*|\S", re.UNICODE
)


@dataclass(frozen=True)
class Token:
    """A piece of a line; `start` and `end` are places in the whole line."""

    start: int
    end: int
    text: str

    @cached_property
    def folded(self) -> str:
        """As the word lists are folded; without the dot of a short form."""
        return fold(self.text).rstrip(".")

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()


def tokens_of(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The pieces of a part of a line, in order; blanks are left out."""
    found = _TOKEN.finditer(text, start, end)
    return tuple(Token(piece.start(), piece.end(), piece.group()) for piece in found)


def phrase_at(tokens: Sequence[Token], at: int, words: Mapping[str, str]) -> tuple[int, str]:
    """The longest phrase of a word list that stands at a place.

    Returns:
        How many tokens it has, and what it stands for; 0 and an empty text when there is none.
    """
    for count in range(min(_MOST_WORDS, len(tokens) - at), 0, -1):
        wanted = " ".join(token.folded for token in tokens[at : at + count])
        if wanted in words:
            return count, words[wanted]
    return 0, ""
