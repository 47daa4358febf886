"""Where the pieces of a line begin and end: marks, commas, new lines."""

import re
from dataclasses import dataclass

from pos_companion.insight.told_tokens import Token, tokens_of

# A mark stands at the beginning of a word; a comma before a year belongs to its date.
_MARK = re.compile(r"(?<!\S)[@#~!?؟](?=[\w\"“„«])")
_BREAK = re.compile(r"[,،](?!\s?\d{4}\b)|[;؛\n]")
_EDGES = " \t\n,،;؛"


@dataclass(frozen=True)
class Piece:
    """A piece of the line, without the blanks around it.

    Attributes:
        mark: the sign in front; empty for plain words. `?` for the Arabic one as well.
        start, end: its place, the mark included.
        follows: nothing but a blank stands between it and the piece before.
    """

    text: str
    mark: str
    start: int
    end: int
    follows: bool

    @property
    def tokens(self) -> tuple[Token, ...]:
        """What stands behind the mark."""
        return tokens_of(self.text, self.start + len(self.mark), self.end)


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of a line, in order; they never overlap."""
    marks = [(found.start(), found.start()) for found in _MARK.finditer(text)]
    breaks = [(found.start(), found.end()) for found in _BREAK.finditer(text)]
    cuts = sorted([*marks, *breaks, (len(text), len(text))])
    pieces: list[Piece] = []
    begin, broken = 0, True
    for cut, behind in cuts:
        inner = text[begin:cut]
        start = begin + len(inner) - len(inner.lstrip())
        end = begin + len(inner.rstrip())
        if start < end:
            mark = "?" if text[start] == "؟" else text[start]
            has_mark = _MARK.match(text, start) is not None
            pieces.append(Piece(text, mark if has_mark else "", start, end, not broken))
            broken = False
        broken = broken or behind > cut
        begin = behind
    return tuple(pieces)


def without(text: str, taken: list[tuple[int, int]]) -> str:
    """What is left of a line when pieces are taken out, in one line.

    Args:
        taken: places in order, not overlapping.

    Returns:
        Every sign that was not taken, but for blanks and commas around the pieces.
    """
    if not taken:
        return " ".join(text.split())
    left, begin = [], 0
    for start, end in [*taken, (len(text), len(text))]:
        left.append(" ".join(text[begin:start].strip(_EDGES).split()))
        begin = end
    return ", ".join(filter(None, left))
