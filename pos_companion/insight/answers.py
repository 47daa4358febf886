"""Which answer fits a question, however it is asked.

"Do you have" says nothing about what is asked, "oat" does, and the more, the fewer answers hold it.
An answer fits when it holds a good part of that by weight; words nobody ever wrote down so end the
search with "let me find out" instead of with something else.
"""

from collections.abc import Sequence
from math import log

from pos_companion.i18n.vocabulary import words_everywhere

_NAMED, _TOLD = 1.0, 0.6
_ENOUGH = 0.3


def telling(asked: Sequence[str]) -> list[str]:
    """The words of a question that say what it is about; all of them when none does."""
    filler = words_everywhere("questions")
    return [word for word in asked if word not in filler] or list(asked)


def ranked(asked: Sequence[str], answers: Sequence[tuple[str, str]]) -> list[int]:
    """The places of the answers that fit, best first.

    Args:
        asked: folded words that say something, each once; each may be a beginning. Empty finds
            nothing.
        answers: for each the folded words of its question and its tags, and those of what is said;
            in one line, with a blank at either end.
    """
    begun = [f" {word}" for word in asked]
    held = [[_held(word, named, told) for word in begun] for named, told in answers]
    weights = [_weight(sum(1 for row in held if row[at]), len(held)) for at in range(len(begun))]
    enough = sum(weights) * _ENOUGH
    found = []
    for place, row in enumerate(held):
        score = sum(share * weight for share, weight in zip(row, weights, strict=True))
        if score >= enough and score:
            found.append((-score, len(answers[place][0]), place))
    return [place for _, _, place in sorted(found)]


def _held(word: str, named: str, told: str) -> float:
    if word in named:
        return _NAMED
    return _TOLD if word in told else 0.0


def _weight(holding: int, count: int) -> float:
    return log(1 + count / max(holding, 1))
